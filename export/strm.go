package export

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/strm"
)

// Left is a claim that a format cannot carry, and why.
type Left struct {
	Claim  *graph.Mapping
	Reason graph.Text
}

// Why a claim is left out of a table that relates one element with one.
var (
	leftJoint = graph.Text{EN: "joint: several elements make it together, and no pair of them says as much", KO: "공동 주장: 여러 항목이 함께 이루는 관계이므로 쌍으로 나누면 뜻이 달라진다"}
	leftWhole = graph.Text{EN: "on a whole standard: the table relates elements", KO: "표준 전체에 대한 주장: 이 표는 항목끼리의 관계만 담는다"}
)

// pair reports why a claim is no pair of elements, or nil.
func pair(m *graph.Mapping) *graph.Text {
	switch {
	case len(m.From) > 1 || len(m.To) > 1:
		return &leftJoint
	case strings.HasSuffix(m.From[0], "/*") || strings.HasSuffix(m.To[0], "/*"):
		return &leftWhole
	}
	return nil
}

// MappingsSTRM writes claims as a table of set theory relationship mappings (NIST IR 8477) in CSV: a row for each claim
// that relates one element of the focal document, from which the claims are read, with one of the reference document. It
// returns the claims that such a table cannot carry: none of them is split or weakened.
func MappingsSTRM(w io.Writer, s *graph.Snapshot, claims []graph.Claim, l graph.Language) ([]Left, error) {
	rows := [][]string{slices.Clone(strm.Columns)}
	var left []Left
	for _, set := range directed(s, claims) {
		focal, reference := set.ends()
		for _, m := range set.claims {
			if reason := pair(m); reason != nil {
				left = append(left, Left{m, *reason})
				continue
			}
			from, to := m.Sources()[0], m.Targets()[0]
			row := strm.Row{
				FocalElement: element(focal, from), FocalDescription: from.Name(l), Rationale: string(m.Basis), Relationship: strm.Phrase(m.Relation),
				ReferenceElement: element(reference, to), ReferenceDescription: to.Name(l), Comments: m.Why.In(l),
			}
			if m.Strength > 0 {
				row.Strength = strconv.Itoa(m.Strength)
			}
			rows = append(rows, row.Cells())
		}
	}
	return left, writeCSV(w, rows)
}

// element names an end by its number, or by its ref where it is not of the standard of its side.
func element(standard string, r *graph.Requirement) string {
	if r.Standard().Ref == standard {
		return r.Number
	}
	return r.Ref
}

// LeftText lists claims that a format cannot carry, a line for each, below a line that counts them.
func LeftText(w io.Writer, left []Left, l graph.Language) error {
	p := newPage(w)
	if len(left) > 0 {
		p.printf("%s\n", fmt.Sprintf(wordLeft.In(l), len(left)))
	}
	for _, x := range left {
		p.printf("%s: %s %s %s: %s\n", x.Claim.ID, strings.Join(x.Claim.From, ";"), x.Claim.Relation, strings.Join(x.Claim.To, ";"), x.Reason.In(l))
	}
	return p.close()
}

var wordLeft = graph.Text{EN: "%d claims are not in the table, since it cannot carry them:", KO: "이 형식에 담을 수 없어 %d개 주장을 표에서 제외했다:"}
