package schema_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// Sentences that stand nowhere else.
const (
	planted   = "Quagga zebras shall never leave this instance."
	plantedKO = "얼룩말은 이 인스턴스를 결코 떠나지 않는다."
)

// withOverlay starts a server that has the sentences about iso-27001-2022/A.5.17.
func withOverlay(t *testing.T, options ...func(*server.Config)) *servertest.Server {
	t.Helper()
	s := servertest.New(t, options...)
	d := servertest.Data(t)
	index, err := overlaid(d.Engine.Snapshot())
	if err != nil {
		t.Fatal(err)
	}
	s.Data.Store(&schema.Data{Engine: d.Engine, Index: index, Overlay: overlay})
	return s
}

var overlay = search.Overlay{"iso-27001-2022/A.5.17": {{EN: planted, KO: plantedKO}}}

// index is the index of the built-in data with the overlay, made once.
var index struct {
	sync.Once

	of  *search.Index
	err error
}

func overlaid(s *graph.Snapshot) (*search.Index, error) {
	index.Do(func() { index.of, index.err = search.Build(context.Background(), s, search.WithOverlay(overlay)) })
	return index.of, index.err
}

// TestOverlay: a text of the user's own is read and found, in both languages; without one the field is null.
func TestOverlay(t *testing.T) {
	const own = `{ requirement(ref: "iso-27001-2022/A.5.17") { en: overlayText ko: overlayText(language: KO) } }`
	s := withOverlay(t)
	if got, want := string(s.Query(t, own, nil).Data), `{"requirement":{"en":"`+planted+`","ko":"`+plantedKO+`"}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	const find = `{ search(query: "quagga", first: 1) { edges { node { ref } highlights { field pieces { text } } } } }`
	if got := string(s.Query(t, find, nil).Data); !strings.Contains(got, "iso-27001-2022/A.5.17") || !strings.Contains(got, "OVERLAY") {
		t.Errorf("it is not found: %s", got)
	}
	if got, want := string(servertest.New(t).Query(t, own, nil).Data), `{"requirement":{"en":null,"ko":null}}`; got != want {
		t.Errorf("without an overlay: %s", got)
	}
}

// TestOverlayStaysWhereItIs asks every root field for every field that can be asked for without arguments, but for those
// that are for texts of the user's own, and looks for the sentences in all answers, in files that answers hold, and in
// the log.
func TestOverlayStaysWhereItIs(t *testing.T) {
	var log bytes.Buffer
	s := withOverlay(t, func(c *server.Config) {
		c.Limits.Fields, c.Limits.Cost, c.Limits.Document, c.Limits.Tokens = 100_000, 1<<30, 8<<20, 1_000_000
		c.Logger = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	asked, err := gqlparser.LoadSchema(&ast.Source{Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	csv := base64.StdEncoding.EncodeToString([]byte("ID,Title,Status,ISO 27001:2022\nA,Passwords,yes,A.5.17\n"))
	const held = `held: ["iso-27001-2022"]`
	questions := map[string][]string{
		"node":           {`(id: "UmVxdWlyZW1lbnQ6aXNvLTI3MDAxLTIwMjIvQS41LjE3")`},
		"nodes":          {`(ids: ["UmVxdWlyZW1lbnQ6aXNvLTI3MDAxLTIwMjIvQS41LjE3"])`},
		"overlap":        {`(standards: ["iso-27001-2022", "isms-p-2023"])`},
		"editionChanges": {`(from: "iso-27001-2013", to: "iso-27001-2022")`},
		"nextStandards":  {`(` + held + `, candidates: ["isms-p-2023"])`},
		"nextSteps":      {`(held: [], target: "isms-p-2023/2.5.4", standards: ["iso-27001-2022"], first: 5)`},
		"whatIf":         {`(` + held + `, remove: ["iso-27001-2022"], target: "isms-p-2023/2.5.4")`},
		"sensitivity":    {`(` + held + `, target: "isms-p-2023/2.5.4")`},
		"explain":        {`(` + held + `, requirement: "isms-p-2023/2.5.4")`, `(held: ["isms-p-2023"], requirement: "iso-27001-2022/A.5.17")`},
		"gapAnalysis":    {`(held: ["isms-p-2023"], target: "iso-27001-2022/A.5")`},
		"inventory":      {`(fileName: "a.csv", content: "` + csv + `")`},
		"mappings":       {`(from: "iso-27001-2022", to: "isms-p-2023")`},
		"requirement":    {`(ref: "iso-27001-2022/A.5.17")`},
		"obligations":    {`(scheme: "isms-p", inputs: [])`},
		"search":         {`(query: "quagga zebras", first: 3)`, `(query: "A.5.17", first: 3)`},
		"suggestions":    {`(query: "qua")`},
		"standard":       {`(ref: "iso-27001-2022")`},
		"glossary":       {`(query: "password")`, ``},
		"deliverable":    deliverables(asked),
		"workspace":      {`(id: "x")`},
	}
	closed := map[string]bool{"changeLog": true, "workspace": true, "workspaces": true} // this server takes no changes, and keeps nothing
	for _, root := range asked.Query.Fields {
		if strings.HasPrefix(root.Name, "__") {
			continue
		}
		list, ok := questions[root.Name]
		if !ok {
			list = []string{""}
		}
		for _, args := range list {
			document := "{ " + root.Name + args + selection(asked, root.Type.Name(), 3) + " }"
			a := s.Query(t, document, nil)
			if len(a.Errors) > 0 && root.Name != "deliverable" && !closed[root.Name] { // some documents are not made of some questions
				t.Errorf("%s%s: %v", root.Name, args, a.Errors)
			}
			if leaks(a.Data) {
				t.Errorf("%s%s gives the text of the user's own away", root.Name, args)
			}
		}
	}
	if leaks(log.Bytes()) {
		t.Error("the log has the text of the user's own")
	}
}

// targets are questions whose documents name the requirement.
var targets = map[string][]string{
	"TRANSITION":          {`held: ["iso-27001-2013"], target: "iso-27001-2022"`},
	"OPERATION_STATEMENT": {`held: ["iso-27001-2022"], target: "isms-p-2023"`},
	"WORKBOOK":            {`held: ["isms-p-2023"], target: "iso-27001-2022/A.5"`},
	"SUMMARY":             {`held: ["isms-p-2023"], target: "iso-27001-2022/A.5"`},
	"AUDIT_TIME":          {`held: ["isms-p-2023"], target: "iso-27001-2022/A.5"`},
	"SOA":                 {`held: ["isms-p-2023"], target: "iso-27001-2022"`},
}

// deliverables returns the arguments of every document about the requirement.
func deliverables(s *ast.Schema) []string {
	var all []string
	for _, kind := range s.Types["DeliverableKind"].EnumValues {
		for _, format := range s.Types["DeliverableFormat"].EnumValues {
			for _, target := range targets[kind.Name] {
				all = append(all, fmt.Sprintf("(kind: %s, format: %s, %s)", kind.Name, format.Name, target))
			}
		}
	}
	return all
}

// selection selects all fields of a type down to a depth that need no arguments and are not for texts of the user's own.
func selection(s *ast.Schema, name string, depth int) string {
	def := s.Types[name]
	switch {
	case def.Kind == ast.Scalar || def.Kind == ast.Enum:
		return ""
	case def.Kind == ast.Interface || def.Kind == ast.Union:
		var b strings.Builder
		b.WriteString(" { __typename")
		if name == "Node" { // the other kinds have fields of the same names and other types
			b.WriteString(" ... on Requirement" + selection(s, "Requirement", depth))
			return b.String() + " }"
		}
		for _, t := range s.PossibleTypes[name] {
			b.WriteString(" ... on " + t.Name + selection(s, t.Name, depth))
		}
		return b.String() + " }"
	}
	fields := ""
	for _, f := range def.Fields {
		if f.Name == "overlayText" || f.Type.Name() == "SearchFragment" {
			continue
		}
		needed := false
		for _, arg := range f.Arguments {
			needed = needed || arg.Type.NonNull && arg.DefaultValue == nil
		}
		switch kind := s.Types[f.Type.Name()].Kind; {
		case needed:
		case kind == ast.Scalar || kind == ast.Enum:
			fields += " " + f.Name
		case depth > 0:
			page := ""
			if f.Arguments.ForName("first") != nil {
				page = "(first: 2)"
			}
			fields += " " + f.Name + page + selection(s, f.Type.Name(), depth-1)
		}
	}
	return " { __typename" + fields + " }"
}

var long = regexp.MustCompile(`[A-Za-z0-9+/]{400,}={0,2}`)

// leaks reports whether bytes have one of the sentences, as they are, escaped, or in a file in base64, packed or not.
func leaks(data []byte) bool {
	for _, sentence := range []string{planted, plantedKO} {
		escaped, _ := json.Marshal(sentence)
		if bytes.Contains(data, []byte(sentence)) || bytes.Contains(data, bytes.Trim(escaped, `"`)) {
			return true
		}
	}
	for _, text := range long.FindAll(data, -1) {
		file, err := base64.StdEncoding.DecodeString(string(text))
		if err != nil {
			continue
		}
		z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			if leaks(file) {
				return true
			}
			continue
		}
		for _, part := range z.File {
			r, err := part.Open()
			if err != nil {
				continue
			}
			content, _ := io.ReadAll(r)
			r.Close()
			if leaks(content) {
				return true
			}
		}
	}
	return false
}
