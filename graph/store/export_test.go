package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func export(t fataler, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestExportIsTheWayOut reads an export into an empty store: it is the same revision.
func TestExportIsTheWayOut(t *testing.T) { onEach(t, testExportIsTheWayOut) }

func testExportIsTheWayOut(t *testing.T, on place) {
	on.check(t, func(t *rapid.T) {
		s, copied := on.open(t), on.open(t)
		publish(t, s, sets.Draw(t, "earlier"))
		publish(t, s, sets.Draw(t, "datasets"))
		out := export(t, s)
		in := nquads.NewReader(strings.NewReader(out), false)
		var quads []quad.Quad
		for {
			q, err := in.ReadQuad()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			quads = append(quads, q)
		}
		if err := copied.add(context.Background(), quads); err != nil {
			t.Fatal(err)
		}
		if d := diff(snapshot(t, s), snapshot(t, copied)); d != "" {
			t.Fatalf("(-exported +imported)\n%s", d)
		}
		if d := cmp.Diff(out, export(t, copied)); d != "" {
			t.Fatalf("(-first +second export)\n%s", d)
		}
	})
}

func TestExportIsStandard(t *testing.T) { onEach(t, testExportIsStandard) }

func testExportIsStandard(t *testing.T, on place) {
	s := on.open(t)
	if out := export(t, s); out != "" {
		t.Errorf("an empty store exports %q", out)
	}
	publish(t, s, small("before"))
	publish(t, s, small("say \"why\"\n"))
	out := export(t, s)
	for _, line := range []string{
		`<urn:clausegraph:requirement:a/1> <urn:clausegraph:term:assessable> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> <urn:clausegraph:release:a:`,
		`<urn:clausegraph:term:strength> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:clausegraph:release:a--b:`,
		`<urn:clausegraph:term:why> "say \"why\"\n"@en <urn:clausegraph:release:a--b:`,
		`<urn:clausegraph:requirement:a/2> <http://purl.org/dc/terms/title> "둘"@ko <urn:clausegraph:release:a:`,
		`<urn:clausegraph:revision:2> <urn:clausegraph:term:number> "2"^^`,
	} {
		if !strings.Contains(out, line) {
			t.Errorf("the export lacks %s\n%s", line, out)
		}
	}
	if strings.Contains(out, "before") || strings.Contains(out, "<revision:1> <term:number>") {
		t.Errorf("the export has what is no longer active:\n%s", out)
	}
}

func TestDescribe(t *testing.T) { onEach(t, testDescribe) }

func testDescribe(t *testing.T, on place) {
	s := on.open(t)
	publish(t, s, small("before"))
	publish(t, s, small("now"))
	contents, err := contentsOf(small("now"))
	if err != nil {
		t.Fatal(err)
	}
	a, ab := contents[1].id(), contents[0].id()
	claim := "mapping:" + small("")[2].Mappings[0].ID
	got, err := s.Describe(context.Background(), "a/2")
	want := []Statement{
		{Subject: "requirement:a/2", Predicate: "identifier", Object: "2", Release: a},
		{Subject: "requirement:a/2", Predicate: "in", Object: "standard:a", Link: true, Release: a},
		{Subject: "requirement:a/2", Predicate: "kind", Object: "group", Release: a},
		{Subject: "requirement:a/2", Predicate: "order", Object: "1", Release: a},
		{Subject: "requirement:a/2", Predicate: "title", Object: "Two", Language: "en", Release: a},
		{Subject: "requirement:a/2", Predicate: "title", Object: "둘", Language: "ko", Release: a},
		{Subject: claim, Predicate: "source", Object: "requirement:a/2", Link: true, Release: ab},
		{Subject: "requirement:a/1", Predicate: "in", Object: "requirement:a/2", Link: true, Release: a},
	}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("error %v (-want +got)\n%s", err, d)
	}
	for ref, predicate := range map[string]string{strings.TrimPrefix(claim, "mapping:"): "why", "a": "title", "a--b": "from"} {
		found := false
		got, err := s.Describe(context.Background(), ref)
		for _, statement := range got {
			found = found || statement.Predicate == predicate
		}
		if !found || err != nil {
			t.Errorf("error %v; %s lacks its %s: %v", err, ref, predicate, got)
		}
	}
	if got, err := s.Describe(context.Background(), "nobody/knows"); len(got) != 0 || err != nil {
		t.Errorf("of an unknown ref: %v, %v", got, err)
	}
}
