package schema_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// importing is a server with two editions of ISO/IEC 27001, and the number of its revision.
type importing struct {
	*servertest.Server

	revision int
}

// imported is what became of an import.
type imported struct {
	Accepted bool
	Reading  *string
	Change   *struct{ Revision int }
	Problems []struct{ Code, Severity, Place string }
}

// codes are those of the problems.
func (p imported) codes() string {
	var list []string
	for _, problem := range p.Problems {
		list = append(list, problem.Code)
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

// data imports a file of the fixtures of package foreign.
func (s *importing) data(t *testing.T, format, file string, more map[string]any) (imported, string) {
	t.Helper()
	text, err := os.ReadFile("../loader/foreign/testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]any{"expectedRevision": s.revision, "format": format, "files": []any{map[string]any{"name": file, "text": string(text)}}}
	for k, v := range more {
		in[k] = v
	}
	a := s.Query(t, `mutation($in: ImportDataInput!) { importData(input: $in) { accepted reading change { revision } problems { code severity place } } }`, map[string]any{"in": in})
	if len(a.Errors) > 0 {
		return imported{}, a.Errors[0].Extensions.Code + " " + a.Errors[0].Message
	}
	var data struct{ ImportData imported }
	if err := json.Unmarshal(a.Data, &data); err != nil {
		t.Fatal(err)
	}
	if data.ImportData.Change != nil {
		s.revision = data.ImportData.Change.Revision
	}
	return data.ImportData, ""
}

// TestImportsOfOtherFormats imports catalogs and claims in every format, tried first, and what nobody can use.
func TestImportsOfOtherFormats(t *testing.T) {
	s := &importing{servertest.NewEditableOf(t, slices.DeleteFunc(servertest.Datasets(t), func(d *graph.Dataset) bool { return d.Name != "iso-27001-2022" && d.Name != "iso-27001-2013" })), 1}
	done := func(format, file string, more map[string]any) imported {
		t.Helper()
		tried := map[string]any{"dryRun": true}
		for k, v := range more {
			tried[k] = v
		}
		if p, fault := s.data(t, format, file, tried); fault != "" || !p.Accepted || p.Change != nil {
			t.Fatalf("tried %s: %s %+v", file, fault, p)
		}
		p, fault := s.data(t, format, file, more)
		if fault != "" || !p.Accepted || p.Change == nil {
			t.Fatalf("%s: %s %+v", file, fault, p)
		}
		return p
	}
	refused := func(want, format, file string, more map[string]any) {
		t.Helper()
		p, fault := s.data(t, format, file, more)
		if p.Accepted || !strings.Contains(fault+p.codes(), want) {
			t.Errorf("%s: %s %+v, want it refused with %s", file, fault, p, want)
		}
	}
	done("OSCAL", "good-catalog.json", map[string]any{"from": "example", "licence": "CC0-1.0"})
	refused("E011", "OSCAL", "good-catalog.json", map[string]any{"from": "example"}) // there already
	done("OSCAL", "good-catalog.xml", map[string]any{"from": "example-xml"})
	refused("E001", "OSCAL", "bad-bomb.xml", nil)

	sides := map[string]any{"from": "example", "to": "iso-27001-2022", "licence": "CC0-1.0"}
	with := func(more map[string]any) map[string]any {
		all := map[string]any{}
		for _, m := range []map[string]any{sides, more} {
			for k, v := range m {
				all[k] = v
			}
		}
		return all
	}
	refused("BAD_INPUT direction:", "STRM", "good-strm.csv", sides)
	refused("BAD_INPUT from, to:", "STRM", "good-strm.csv", map[string]any{"direction": "FOCAL_TO_REFERENCE"})
	forward := map[string]any{"direction": "FOCAL_TO_REFERENCE"}
	if p, fault := s.data(t, "STRM", "good-strm.csv", with(forward)); fault != "" || p.Accepted || p.Change != nil || p.Reading == nil || !strings.Contains(*p.Reading, "example/ac-1 is a subset-of iso-27001-2022/A.5.18") {
		t.Errorf("without a confirmation: %s %+v", fault, p)
	}
	if p, _ := s.data(t, "STRM", "good-strm.csv", with(map[string]any{"direction": "REFERENCE_TO_FOCAL"})); p.Reading == nil || !strings.Contains(*p.Reading, "example/ac-1 is a superset-of iso-27001-2022/A.5.18") {
		t.Errorf("the other way round: %+v", p)
	}
	forward["confirmed"] = true
	done("STRM", "good-strm.csv", with(forward))
	refused("E005", "STRM", "bad-strm.csv", with(map[string]any{"direction": "FOCAL_TO_REFERENCE", "confirmed": true}))
	done("SSSOM", "good-set.tsv", map[string]any{"licence": "CC0-1.0"})
	refused("E005", "SSSOM", "bad-set.tsv", nil)
	refused("X001", "CISO", "good-ciso.yaml", nil) // its claims relate two requirements of one standard
	done("CISO", "good-ciso-framework.yaml", nil)
	done("CSV", "good-table.csv", map[string]any{"from": "good-table", "licence": "CC0-1.0"})
	refused("X001", "CSV", "good-claims.csv", map[string]any{"from": "good-table", "to": "iso-27001-2022", "licence": "CC0-1.0"}) // 1.1 is within two requirements of one standard
	done("CSV", "good-claims-one.csv", map[string]any{"from": "good-table", "to": "iso-27001-2022", "licence": "CC0-1.0"})
	refused("BAD_INPUT nothing was found", "CISO", "good-claims.csv", map[string]any{"leaveOut": true})
	left := with(map[string]any{"direction": "FOCAL_TO_REFERENCE", "confirmed": true, "leaveOut": true, "dryRun": true})
	if p, fault := s.data(t, "STRM", "bad-strm.csv", left); fault != "" || !p.Accepted || !strings.Contains(p.codes(), "E002 E005 E007 E008 E009") {
		t.Errorf("leaving out: %s %+v", fault, p)
	}

	var answer struct {
		Mappings struct {
			Edges []struct {
				Node struct {
					Crosswalk struct{ Name string }
					Source    struct{ Kind string }
					Review    struct{ State string }
				}
			}
		}
		ChangeLog struct{ TotalCount int }
	}
	s.Get(t, `{ mappings(from: "example", to: "iso-27001-2022") { edges { node { crosswalk { name } source { kind } review { state } } } } changeLog { totalCount } }`, &answer)
	if len(answer.Mappings.Edges) < 3 || answer.ChangeLog.TotalCount != s.revision-1 {
		t.Errorf("%+v at revision %d", answer, s.revision)
	}
	for _, e := range answer.Mappings.Edges {
		if e.Node.Source.Kind != "PUBLISHED" || e.Node.Review.State != "DRAFT" {
			t.Errorf("%+v", e.Node)
		}
	}
}
