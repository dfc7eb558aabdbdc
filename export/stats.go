package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/relation"
)

// stats counts what a snapshot holds.
type stats struct {
	Revision   graph.Revision   `json:"revision"`
	Standards  []standardStats  `json:"standards"`
	Crosswalks []crosswalkStats `json:"crosswalks"`
}

type standardStats struct {
	Ref        string `json:"ref"`
	Assessable int    `json:"assessable"`
	Groups     int    `json:"groups"`
	Points     int    `json:"points"`
}

type crosswalkStats struct {
	Name          string              `json:"name"`
	Claims        int                 `json:"claims"`
	ByRelation    map[string]int      `json:"byRelation"`
	ByAssurance   map[string]int      `json:"byAssurance"`
	Joint         int                 `json:"joint"`
	OnPoints      int                 `json:"onPoints"` // claims with a point on a side
	Forward       map[string]verdicts `json:"forward"`  // with all of the from side held, by nothing but this crosswalk's data set
	SingleClaim   int                 `json:"singleClaim"`
	NoRemainder   int                 `json:"noRemainder"`
	ReviewedShare string              `json:"reviewed"`
}

type verdicts = coverage.Summary

func newStats(s *graph.Snapshot) (stats, error) {
	out := stats{Revision: s.Revision()}
	for _, std := range s.Standards() {
		e := standardStats{Ref: std.Ref, Assessable: len(std.Assessable())}
		for _, r := range std.Requirements() {
			e.Points += len(r.Points())
			if !r.Assessable {
				e.Groups++
			}
		}
		out.Standards = append(out.Standards, e)
	}
	engine := coverage.New(s)
	for _, c := range s.Crosswalks() {
		e, err := newCrosswalkStats(engine, c)
		if err != nil {
			return out, err
		}
		out.Crosswalks = append(out.Crosswalks, e)
	}
	return out, nil
}

func newCrosswalkStats(engine *coverage.Engine, c *graph.Crosswalk) (crosswalkStats, error) {
	e := crosswalkStats{Name: c.Name, ByRelation: map[string]int{}, ByAssurance: map[string]int{}, Forward: map[string]verdicts{}}
	reviewed := 0
	for _, m := range c.Mappings() {
		e.Claims++
		e.ByRelation[m.Relation.String()]++
		e.ByAssurance[m.Assurance().String()]++
		if len(m.From) > 1 || len(m.To) > 1 {
			e.Joint++
		}
		if onPoint(m) {
			e.OnPoints++
		}
		if m.Review.State == graph.Reviewed {
			reviewed++
		}
		switch m.Relation {
		case relation.SubsetOf, relation.SupersetOf, relation.IntersectsWith:
			if m.Remainder.From.IsZero() && m.Remainder.To.IsZero() {
				e.NoRemainder++
			}
		}
	}
	e.ReviewedShare = fmt.Sprintf("%d/%d", reviewed, e.Claims)
	for _, pair := range [][2]string{{c.From, c.To}, {c.To, c.From}} {
		a, err := engine.Gap(coverage.Question{Held: []string{pair[0]}, Target: pair[1]})
		if err != nil {
			return e, err
		}
		e.Forward[pair[0]+" > "+pair[1]] = a.Summary
		for _, item := range a.Items {
			if item.Verdict <= coverage.Partial && claimsUsed(item) == 1 {
				e.SingleClaim++
			}
		}
	}
	return e, nil
}

func onPoint(m *graph.Mapping) bool {
	for _, side := range [][]*graph.Requirement{m.Sources(), m.Targets()} {
		for _, r := range side {
			if r.IsPoint() {
				return true
			}
		}
	}
	return false
}

// claimsUsed counts the claims that the verdict of an item and of its points rests on.
func claimsUsed(item *coverage.Item) int {
	used := map[*graph.Mapping]bool{}
	proofs := []*coverage.Proof{item.Proof()}
	for _, p := range item.Points() {
		if p.Verdict <= coverage.Partial {
			proofs = append(proofs, p.Proof)
		}
	}
	for _, p := range proofs {
		if p == nil {
			continue
		}
		for _, step := range p.Steps() {
			if step.Mapping != nil {
				used[step.Mapping] = true
			}
		}
	}
	return len(used)
}

// Stats counts the standards, and the claims of each crosswalk by relation, assurance and review, as text, Markdown or
// JSON. The verdicts are those of the whole snapshot for a holder of one side who asks for the other.
func Stats(w io.Writer, s *graph.Snapshot, o Options) error {
	st, err := newStats(s)
	if err != nil {
		return err
	}
	if o.Format == JSON {
		return writeJSON(w, st)
	}
	standards := [][]string{{"standard", "assessable", "groups", "points"}}
	for _, e := range st.Standards {
		standards = append(standards, []string{e.Ref, strconv.Itoa(e.Assessable), strconv.Itoa(e.Groups), strconv.Itoa(e.Points)})
	}
	claims := [][]string{{"crosswalk", "claims", "=", "⊂", "⊃", "∩", "∅", "joint", "on points", "reviewed", "no remainder", "one claim"}}
	results := [][]string{{"held > target", "FULL", "PARTIAL", "POSSIBLE", "NONE", "UNKNOWN", "of"}}
	for _, e := range st.Crosswalks {
		row := []string{e.Name, strconv.Itoa(e.Claims)}
		for _, r := range relation.All {
			row = append(row, strconv.Itoa(e.ByRelation[r.String()]))
		}
		claims = append(claims, append(row, strconv.Itoa(e.Joint), strconv.Itoa(e.OnPoints), e.ReviewedShare, strconv.Itoa(e.NoRemainder), strconv.Itoa(e.SingleClaim)))
		from, to, _ := strings.Cut(e.Name, "--")
		for _, pair := range []string{from + " > " + to, to + " > " + from} {
			row := []string{pair}
			for _, v := range coverage.Verdicts {
				row = append(row, strconv.Itoa(e.Forward[pair].Count(v)))
			}
			results = append(results, append(row, strconv.Itoa(e.Forward[pair].Total)))
		}
	}
	p := newPage(w)
	for i, rows := range [][][]string{standards, claims, results} {
		if i > 0 {
			p.printf("\n")
		}
		if o.Format == Markdown {
			markdownTable(p, rows)
		} else {
			table(p, rows, o)
		}
	}
	return p.close()
}

func markdownTable(p *page, rows [][]string) {
	for n, row := range rows {
		p.printf("| %s |\n", strings.Join(row, " | "))
		if n == 0 {
			p.printf("|%s\n", strings.Repeat("---|", len(row)))
		}
	}
}
