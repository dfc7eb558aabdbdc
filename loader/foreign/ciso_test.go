package foreign_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/loader/foreign"
)

// library makes a library of the shape and size of the public one: frameworks with headings and translations, and sets of
// claims about them, with faults of each kind planted. The faults are counted while they are planted.
type library struct {
	files                                       []foreign.File
	rows, missing, headings, twice, contradicts int
}

func generate(frameworks, sets, rows int, plant library) *library {
	r := rand.New(rand.NewPCG(1, 2))
	l := &library{}
	type framework struct{ leaves, groups []string }
	all := make([]framework, frameworks)
	for i := range all {
		var b strings.Builder
		fmt.Fprintf(&b, "urn: urn:intuitem:risk:library:fw_%d\nlocale: en\nref_id: FW-%d\nname: 'Framework %d: controls'\ndescription: A framework that is made for a test, with a description which is so\n  long that it is folded by the program that wrote it\ncopyright: Example licence %d\nversion: %d\nprovider: Example\npackager: tests\ntranslations:\n  ko:\n    name: 프레임워크 %d\n    description: 시험용\nobjects:\n  framework:\n    urn: urn:intuitem:risk:framework:fw_%d\n    ref_id: FW-%d\n    name: Framework %d\n    description: A framework\n    requirement_nodes:\n", i, i, i, i, i%9+1, i, i, i, i)
		for g := range 12 {
			group := fmt.Sprintf("urn:intuitem:risk:req_node:fw_%d:a.%d", i, g)
			all[i].groups = append(all[i].groups, group)
			fmt.Fprintf(&b, "    - urn: %s\n      assessable: false\n      depth: 1\n      ref_id: A.%d\n      name: Group %d\n", group, g, g)
			for n := range 8 + r.IntN(8) {
				leaf := fmt.Sprintf("%s.%d", group, n)
				all[i].leaves = append(all[i].leaves, leaf)
				fmt.Fprintf(&b, "    - urn: %s\n      parent_urn: %s\n      assessable: true\n      depth: 2\n      ref_id: A.%d.%d\n      name: Control %d of group %d\n      description: 'The organization''s owner does what control %d asks of everybody: it is\n        written down, done, and looked at once a year'\n      translations:\n        ko:\n          name: 통제 %d\n          description: 조직은 통제 %d에서 요구하는 사항을 이행한다\n", leaf, group, g, n, n, g, n, n, n)
			}
		}
		l.files = append(l.files, foreign.File{Name: fmt.Sprintf("fw-%d.yaml", i), Content: []byte(b.String())})
	}
	words := []string{"equal", "subset", "superset", "intersect", "not_related"}
	// Each kind of fault goes to rows that are spread evenly, so that every set has some.
	kinds := make([]byte, rows)
	for i := range sets {
		kinds[i*rows/sets] = 's' // the first row of a set is sound
	}
	at := 0
	for _, fault := range []struct {
		kind byte
		n    int
	}{{'m', plant.missing}, {'h', plant.headings}, {'t', plant.twice}, {'c', plant.contradicts}} {
		for range fault.n {
			for kinds[at] != 0 {
				at = (at + 17) % rows
			}
			kinds[at] = fault.kind
		}
	}
	for i := range sets {
		from, to := i%frameworks, (i*7+3)%frameworks
		if from == to {
			to = (to + 1) % frameworks
		}
		var b strings.Builder
		fmt.Fprintf(&b, "urn: urn:intuitem:risk:library:mapping_%d\nlocale: en\nref_id: mapping-%d\nname: Mapping %d\ncopyright: Example licence\nversion: 1\nprovider: Example\npackager: tests\nobjects:\n  requirement_mapping_set:\n    urn: urn:intuitem:risk:req_mapping_set:mapping_%d\n    ref_id: mapping-%d\n    name: Mapping %d\n    source_framework_urn: urn:intuitem:risk:framework:fw_%d\n    target_framework_urn: urn:intuitem:risk:framework:fw_%d\n    requirement_mappings:\n", i, i, i, i, i, i, from, to)
		row := func(a, c, related string) {
			fmt.Fprintf(&b, "    - source_requirement_urn: %s\n      target_requirement_urn: %s\n      relationship: %s\n      rationale: semantic\n      strength_of_relationship: 5\n", a, c, related)
		}
		type ends struct{ a, b string }
		used, order := map[ends]string{}, []ends{}
		clean := map[ends]bool{} // pairs that no later fault has touched
		first, last := i*rows/sets, (i+1)*rows/sets
		for k := first; k < last; k++ {
			l.rows++
			var e ends
			for {
				e = ends{all[from].leaves[r.IntN(len(all[from].leaves))], all[to].leaves[r.IntN(len(all[to].leaves))]}
				if used[e] == "" {
					break
				}
			}
			switch kinds[k] {
			case 'm':
				row(e.a, e.b+"99.missing", "equal")
				l.missing++
			case 'h':
				row(all[from].groups[r.IntN(12)], e.b, "subset")
				l.headings++
			case 't':
				old := order[r.IntN(len(order))]
				for !clean[old] {
					old = order[r.IntN(len(order))]
				}
				row(old.a, old.b, used[old])
				l.twice++
			case 'c':
				old := order[r.IntN(len(order))]
				for !clean[old] {
					old = order[r.IntN(len(order))]
				}
				clean[old] = false
				other := words[r.IntN(len(words))]
				for other == used[old] {
					other = words[r.IntN(len(words))]
				}
				row(old.a, old.b, other)
				l.contradicts++
			default:
				used[e] = words[r.IntN(4)]
				order, clean[e] = append(order, e), true
				row(e.a, e.b, used[e])
			}
		}
		l.files = append(l.files, foreign.File{Name: fmt.Sprintf("mapping-%d.yaml", i), Content: []byte(b.String())})
	}
	return l
}

// planted has as many faults as the public library.
var planted = library{missing: 359, headings: 1296, twice: 1661, contradicts: 4}

// TestLibrary: a library of the size of the public one is read whole, and every planted fault is named.
func TestLibrary(t *testing.T) {
	l := generate(288, 92, 76_555, planted)
	r, err := foreign.Read(t.Context(), foreign.CISO, l.files, foreign.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if l.rows != 76_555 || l.missing != 359 || l.headings != 1296 || l.twice != 1661 || l.contradicts != 4 {
		t.Fatalf("planted: %d rows, %d, %d, %d, %d", l.rows, l.missing, l.headings, l.twice, l.contradicts)
	}
	for code, want := range map[string]int{"E005": l.missing, "E006": l.headings, "E007": l.twice, "E008": l.contradicts} {
		if got := r.Count(code); got != want {
			t.Errorf("%s is named %d times, want %d", code, got, want)
		}
	}
	if got, want := len(r.Diagnostics), l.missing+l.headings+l.twice+l.contradicts; got != want {
		t.Errorf("%d diagnostics, want %d", got, want)
		for _, d := range r.Diagnostics[:min(5, got)] {
			t.Log(d)
		}
	}
	claims, catalogs := 0, 0
	for _, d := range r.Datasets {
		claims += len(d.Mappings)
		if d.Standard != nil {
			catalogs++
		}
	}
	if want := l.rows - l.missing - l.headings - l.twice - 2*l.contradicts; claims != want || r.Rows != l.rows || catalogs != 288 {
		t.Errorf("%d claims of %d rows about %d catalogs, want %d of %d about 288", claims, r.Rows, catalogs, want, l.rows)
	}
	if _, err := graph.Build(graph.Revision{}, r.Datasets); err != nil {
		t.Error(err)
	}
}

func BenchmarkLibrary(b *testing.B) {
	l := generate(288, 92, 76_555, planted)
	size := 0
	for _, f := range l.files {
		size += len(f.Content)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if _, err := foreign.Read(b.Context(), foreign.CISO, l.files, foreign.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

var numbered = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}.-]*$`)

// FuzzID: numbers can be turned back into ids, and begin and go on as numbers may.
func FuzzID(f *testing.F) {
	fuzz.Texts(f, "a.5.17", "node_1", "-x2d-", "a--b", "_", "gv:oc-01", "x0.1", "a-x5f-b", "가_나", "A.5 (1)", "")
	f.Fuzz(func(t *testing.T, id string) {
		id = strings.ToValidUTF8(id, "?")
		number := foreign.Number(id)
		if got := foreign.ID(number); got != id {
			t.Errorf("%q becomes %q, and that %q", id, number, got)
		}
		if !numbered.MatchString(number) && id != "" {
			t.Errorf("%q becomes %q, which is no number", id, number)
		}
	})
}
