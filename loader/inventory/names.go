package inventory

import (
	"regexp"
	"slices"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// names knows what standards are called.
type names struct {
	snapshot *graph.Snapshot
	families map[string][]*graph.Standard // by the atoms of the name without edition and publisher, run together: "27001", "ismsp"
	editions map[*graph.Standard]string   // the atoms of the edition, run together: "2022"
	numbers  map[*graph.Standard]map[string]*graph.Requirement
}

func newNames(s *graph.Snapshot) *names {
	n := &names{snapshot: s, families: map[string][]*graph.Standard{}, editions: map[*graph.Standard]string{}, numbers: map[*graph.Standard]map[string]*graph.Requirement{}}
	for _, std := range s.Standards() {
		var family, edition string
		for _, a := range atoms.FindAllString(normal(strings.ToLower(std.Ref)), -1) {
			switch {
			case edition != "" || family != "" && year.MatchString(a):
				edition += a
			case family != "" || !publishers[a]:
				family += a
			}
		}
		n.families[family] = append(n.families[family], std)
		n.editions[std] = edition
	}
	return n
}

var (
	atoms      = regexp.MustCompile(`[\p{L}]+|\d+`)
	year       = regexp.MustCompile(`^(19|20)\d\d$`)
	publishers = map[string]bool{"iso": true, "iec": true, "ks": true, "x": true}
)

// mention is a standard that a text names.
type mention struct {
	start, end int // bytes of the text
	text       string
	standards  []*graph.Standard // those that it can mean: one, where the edition is named or one alone is in force
	edition    bool              // the edition is named
}

// one returns the standard that the mention means, or nil.
func (m *mention) one() *graph.Standard {
	if m == nil || len(m.standards) != 1 {
		return nil
	}
	return m.standards[0]
}

// find returns the first standard that the text names, or nil.
func (n *names) find(text string) *mention {
	if list := n.all(text); len(list) > 0 {
		return &list[0]
	}
	return nil
}

// all returns the standards that a normal text names, in its order.
func (n *names) all(text string) []mention {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		text = lower // a letter whose other case is longer: places must be those of what is shown
	}
	spans := atoms.FindAllStringIndex(lower, -1)
	word := func(i int) string { return lower[spans[i][0]:spans[i][1]] }
	var found []mention
	for i := 0; i < len(spans); i++ {
		start := i
		for start < len(spans)-1 && publishers[word(start)] {
			start++
		}
		key, length, best := "", 0, ""
		for j := start; j < min(len(spans), start+6); j++ {
			if j > start && !near(lower[spans[j-1][1]:spans[j][0]]) {
				break
			}
			key += word(j)
			if n.families[key] != nil {
				length, best = j-start+1, key
			}
		}
		if length == 0 {
			continue
		}
		m := mention{start: spans[i][0], standards: n.families[best]}
		last := start + length - 1
		var edition string
		for j := last + 1; j < min(len(spans), last+4) && near(lower[spans[j-1][1]:spans[j][0]]); j++ {
			edition += word(j)
			if k := slices.IndexFunc(n.families[best], func(s *graph.Standard) bool { return n.editions[s] == edition }); k >= 0 {
				m.standards, m.edition, last = n.families[best][k:k+1], true, j
			}
		}
		if !m.edition {
			if next := last + 1; next < len(spans) && year.MatchString(word(next)) && near(lower[spans[last][1]:spans[next][0]]) {
				m.standards, last = nil, next // an edition that nobody has
			} else {
				m.standards = inForce(m.standards, n.editions)
				m.edition = len(n.families[best]) == 1
			}
		}
		m.end = spans[last][1]
		m.text = strings.TrimSpace(text[m.start:m.end])
		found = append(found, m)
		i = last
	}
	return found
}

// near reports whether what stands between two atoms can stand in the name of a standard.
func near(gap string) bool { return len(gap) <= 3 && strings.Trim(gap, " :-_/.(") == "" }

// inForce returns the editions that are in force, without those for special cases, whose refs say more than a year.
func inForce(list []*graph.Standard, editions map[*graph.Standard]string) []*graph.Standard {
	var valid []*graph.Standard
	shortest := 1 << 10
	for _, s := range list {
		if s.Status == graph.Superseded || s.Status == graph.Withdrawn {
			continue
		}
		if l := len(editions[s]); l < shortest {
			valid, shortest = nil, l
		}
		if len(editions[s]) == shortest {
			valid = append(valid, s)
		}
	}
	return valid
}

// key returns a number as it is compared: without case, blanks and brackets, and with a dot behind a single letter.
func key(number string) string {
	s := strings.ToLower(strings.Join(strings.Fields(number), ""))
	s = strings.TrimRight(strings.NewReplacer("(", ".", ")", "", "[", ".", "]", "").Replace(s), ".")
	if len(s) > 1 && s[0] >= 'a' && s[0] <= 'z' && s[1] >= '0' && s[1] <= '9' {
		s = s[:1] + "." + s[1:]
	}
	return s
}

// requirement returns the requirement or point of the standard with the number in any usual spelling, or nil.
func (n *names) requirement(std *graph.Standard, number string) *graph.Requirement {
	index := n.numbers[std]
	if index == nil {
		index = map[string]*graph.Requirement{}
		n.numbers[std] = index
		for _, r := range std.Requirements() {
			index[key(r.Number)] = r
			for _, p := range r.Points() {
				index[key(p.Number)] = p
			}
		}
	}
	return index[key(number)]
}
