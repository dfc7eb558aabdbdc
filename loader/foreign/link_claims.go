package foreign

import (
	"fmt"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// set returns the dataset of a set of claims: those about which nothing is wrong.
func (l *linker) set(s *claimSet) *graph.Dataset {
	from, to := l.shelf(append(s.fromNames, s.from)...), l.shelf(append(s.toNames, s.to)...)
	missing := false
	for _, side := range []struct {
		shelf *shelf
		id    string
	}{{from, s.from}, {to, s.to}} {
		if side.shelf == nil && l.Lint && (s.format == STRM || s.format == SSSOM) {
			continue // the table does not hold them
		}
		if side.shelf == nil {
			s.add(s.line, s.column, "E010", "read its file as well, or name it with --data", "the catalog %q that these %d claims are about is not there", side.id, len(s.claims))
			missing = true
		}
	}
	if missing && !l.Lint {
		return nil
	}
	if from == nil {
		from = &shelf{ref: "source", open: true}
	}
	if to == nil {
		to = &shelf{ref: "target", open: true}
	}
	c := s.crosswalk
	c.From, c.To = from.ref, to.ref
	if c.Name == "" {
		c.Name = c.From + "--" + c.To + "." + s.word
		for n := 2; l.refs[c.Name]; n++ {
			c.Name = fmt.Sprintf("%s--%s.%s-%d", c.From, c.To, s.word, n)
		}
	}
	if l.refs[c.Name] {
		s.add(s.line, s.column, "E011", "put all claims into one file, or give one another name", "the crosswalk %s is there already", c.Name)
		return nil
	}
	l.refs[c.Name] = true
	if len(c.Sources) == 0 {
		c.Sources = []graph.Source{s.source}
	}
	if c.Author == "" || c.Author == unknown {
		c.Author = s.source.Title
	}
	data := &graph.Dataset{Name: c.Name, Crosswalk: &c}
	l.claims(s, &c, from, to, data)
	if len(data.Mappings) == 0 {
		return nil
	}
	return data
}

// pair is a claim that stands, by its ends.
type pair struct {
	index    int // among the mappings of the dataset
	relation relation.Relation
	line     int
	dropped  bool
}

func (l *linker) claims(s *claimSet, c *graph.Crosswalk, from, to *shelf, data *graph.Dataset) {
	seen := make(map[string]*pair, len(s.claims))
	contradicted := map[int]bool{}
	data.Mappings = make([]*graph.Mapping, 0, len(s.claims))
	pairs := make([]pair, len(s.claims))
	for i := range s.claims {
		cl := &s.claims[i]
		m := &cl.Mapping
		var ok1, ok2 bool
		m.From, ok1 = s.ends(cl, cl.from, from, to)
		m.To, ok2 = s.ends(cl, cl.to, to, from)
		if !ok1 || !ok2 {
			continue
		}
		key := strings.Join(m.From, "+") + "|" + strings.Join(m.To, "+") + "|" + m.Source.Key
		if first := seen[key]; first != nil {
			switch {
			case first.relation == m.Relation:
				s.add(cl.line, cl.column, "E007", "keep one of them", "the claim about %s and %s is already in line %d", strings.Join(cl.from, " + "), strings.Join(cl.to, " + "), first.line)
			default:
				if !first.dropped {
					contradicted[first.index] = true
					first.dropped = true
				}
				s.add(cl.line, cl.column, "E008", "decide which of the two holds; neither is taken", "%s and %s are said to be %s here, and %s in line %d", strings.Join(cl.from, " + "), strings.Join(cl.to, " + "), m.Relation, first.relation, first.line)
			}
			continue
		}
		if len(m.From) == 1 && len(m.To) == 1 && m.From[0] == m.To[0] {
			s.add(cl.line, cl.column, "E014", "leave it out", "%s is related to itself", m.From[0])
			continue
		}
		pairs[i] = pair{index: len(data.Mappings), relation: m.Relation, line: cl.line}
		seen[key] = &pairs[i]
		m.Crosswalk = c.Name
		if m.Source.Key == "" {
			m.Source = c.Sources[0]
		}
		m.ID = graph.MappingID(c.Name, m.Source.Key, m.From, m.To)
		data.Mappings = append(data.Mappings, m)
	}
	if len(contradicted) > 0 {
		kept := data.Mappings[:0]
		for i, m := range data.Mappings {
			if !contradicted[i] {
				kept = append(kept, m)
			}
		}
		data.Mappings = kept
	}
}

// ends resolves one side of a claim.
func (s *claimSet) ends(cl *claim, ids []string, shelf, other *shelf) (refs []string, ok bool) {
	ok = len(ids) > 0
	refs = make([]string, 0, len(ids))
	for _, id := range ids {
		if id == "*" {
			refs = append(refs, shelf.ref+"/*")
			continue
		}
		r := shelf.find(id)
		switch {
		case r == nil && other.find(id) != nil && s.format == CISO:
			s.add(cl.line, cl.column, "E005", "write it on the other side", "%s has no %q; it is an id of %s", shelf.ref, id, other.ref)
			ok = false
		case r == nil:
			s.add(cl.line, cl.column, "E005", "mend the id, or add it to the catalog", "%s%s has no %q", cl.name, shelf.ref, id)
			ok = false
		case !r.Assessable && !r.IsPoint() && !s.ours:
			s.add(cl.line, cl.column, "E006", "claim it of the requirements below it", "%s%q is a heading of %s", cl.name, id, shelf.ref)
			ok = false
		default:
			refs = append(refs, r.Ref)
		}
	}
	return refs, ok
}
