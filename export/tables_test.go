package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/internal/sssom"
	"github.com/clausegraph/clausegraph/internal/strm"
	"github.com/clausegraph/clausegraph/relation"
)

// directions calls test for the claims of every crosswalk, read both ways.
func directions(t *testing.T, s *graph.Snapshot, test func(from, to string, claims []graph.Claim)) {
	t.Helper()
	for _, c := range race.Sample(s.Crosswalks()) {
		for _, ends := range [][2]string{{c.From, c.To}, {c.To, c.From}} {
			claims, err := s.Select(ends[0], ends[1])
			if err != nil {
				t.Fatal(err)
			}
			test(ends[0], ends[1], claims)
		}
	}
}

// TestSTRMNeverWeakens reads every table back: each claim is in it as it is, or named as left out.
func TestSTRMNeverWeakens(t *testing.T) {
	s := snapshot(t)
	words := map[string]relation.Relation{"equal": relation.EqualTo, "subset of": relation.SubsetOf, "superset of": relation.SupersetOf, "intersects with": relation.IntersectsWith, "no relationship": relation.NoRelationship}
	directions(t, s, func(from, to string, claims []graph.Claim) {
		var out bytes.Buffer
		left, err := MappingsSTRM(&out, s, claims, graph.English)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]bool{}
		for _, m := range rows[1:] {
			said[fullRef(from, m[0])+" "+words[m[3]].String()+" "+fullRef(to, m[4])] = true
		}
		if len(rows)-1+len(left) != len(claims) {
			t.Errorf("%s %s: %d rows and %d left out of %d claims", from, to, len(rows)-1, len(left), len(claims))
		}
		for _, c := range claims {
			m := c.Directed()
			whole := len(m.From) == 1 && len(m.To) == 1 && len(m.Sources()) == 1 && len(m.Targets()) == 1
			if in := said[m.From[0]+" "+m.Relation.String()+" "+m.To[0]]; whole && !in {
				t.Errorf("%s is not in the table", m.ID)
			}
		}
		for _, l := range left {
			if len(l.Claim.Sources()) == 1 && len(l.Claim.Targets()) == 1 {
				t.Errorf("%s could have been carried", l.Claim.ID)
			}
		}
	})
}

func fullRef(standard, element string) string {
	if strings.Contains(element, "/") {
		return element
	}
	return graph.JoinRef(standard, element)
}

func TestSTRMColumns(t *testing.T) {
	s := snapshot(t)
	claims, err := s.Select("iso-27001-2022", "isms-p-2023")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := MappingsSTRM(&out, s, claims, graph.English); err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(out.String(), "\n")
	if want := strings.Join(strm.Columns, ","); head != want {
		t.Errorf("the head is %q, want %q", head, want)
	}
}

// TestSSSOMNeverWeakens does the same for SSSOM, whose predicates are those of SKOS.
func TestSSSOMNeverWeakens(t *testing.T) {
	s := snapshot(t)
	directions(t, s, func(from, to string, claims []graph.Claim) {
		var out bytes.Buffer
		left, err := MappingsSSSOM(&out, s, claims)
		if err != nil {
			t.Fatal(err)
		}
		table := out.String()
		for strings.HasPrefix(table, "#") {
			_, table, _ = strings.Cut(table, "\n")
		}
		r := csv.NewReader(strings.NewReader(table))
		r.Comma = '\t'
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]int{}
		for i, column := range rows[0] {
			at[column] = i
		}
		get := func(row []string, column string) string {
			if i, ok := at[column]; ok {
				return row[i]
			}
			return ""
		}
		said := map[string]bool{}
		for _, row := range rows[1:] {
			subject, object, rel := sssom.Ref(get(row, sssom.SubjectID)), sssom.Ref(get(row, sssom.ObjectID)), relation.NoRelationship
			if subject != "sssom/NoTermFound" && object != "sssom/NoTermFound" {
				rel = sssom.Relation(get(row, sssom.PredicateID), get(row, sssom.Modifier))
			}
			subject = strings.Replace(subject, "sssom/NoTermFound", get(row, sssom.SubjectSource)+"/*", 1)
			object = strings.Replace(object, "sssom/NoTermFound", get(row, sssom.ObjectSource)+"/*", 1)
			said[subject+" "+rel.String()+" "+object] = true
		}
		if len(rows)-1+len(left) != len(claims) {
			t.Errorf("%s %s: %d rows and %d left out of %d claims", from, to, len(rows)-1, len(left), len(claims))
		}
		for _, c := range claims {
			m := c.Directed()
			if len(m.From) == 1 && len(m.To) == 1 && !said[m.From[0]+" "+m.Relation.String()+" "+m.To[0]] {
				t.Errorf("%s is not in the table", m.ID)
			}
		}
	})
}
