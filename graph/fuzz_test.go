package graph_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/fuzz"
	"github.com/clausegraph/clausegraph/relation"
)

// The header of a snapshot file, as its format has it.
const (
	sumAt     = 8
	lengthsAt = 12
	bodyAt    = 60
)

// sealed gives a file the beginning, the last length and the checksum that let it through to the reader.
func sealed(src []byte) []byte {
	file := append(bytes.Clone(src), make([]byte, max(0, bodyAt-len(src)))...)
	copy(file, "cgsnap\x02\x00")
	rest := uint64(len(file) - bodyAt)
	for at := lengthsAt; at < bodyAt-8; at += 8 {
		n := min(binary.LittleEndian.Uint64(file[at:]), rest)
		binary.LittleEndian.PutUint64(file[at:], n)
		rest -= n
	}
	binary.LittleEndian.PutUint64(file[bodyAt-8:], rest)
	binary.LittleEndian.PutUint32(file[sumAt:], crc32.Checksum(file[lengthsAt:], crc32.MakeTable(crc32.Castagnoli)))
	return file
}

// FuzzReadSnapshot: a snapshot file with a good checksum and anything in it is read, or refused as what it is. What is read
// can be walked.
func FuzzReadSnapshot(f *testing.F) {
	var seeds [][]byte
	for _, datasets := range [][]*graph.Dataset{
		nil,
		{catalog("a", "1!"), catalog("b", "2g", "2.1<2g!", "3"), crosswalk("a", "b", claim("a/1", relation.SubsetOf, "b/2.1"), claim("a/*", relation.NoRelationship, "b/3"))},
		{catalog("a", "1g", "1.1<1g", "1.2<1g!"), {Name: "p", Standard: &graph.Standard{Ref: "p", Profile: &graph.Profile{Of: "a", Select: []string{"1g"}}}}},
		{catalog("a", "1"), {Name: "s", Scheme: &graph.Scheme{Ref: "s", Title: graph.Text{EN: "S"}, Standards: []string{"a"}}}},
	} {
		s, err := graph.Build(graph.Revision{Number: 1, Hash: "h"}, datasets)
		if err != nil {
			f.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := s.WriteTo(&b); err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, b.Bytes())
	}
	fuzz.Bytes(f, seeds...)
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := graph.ReadSnapshot(sealed(src))
		if err != nil {
			if !errors.Is(err, graph.ErrSnapshotFile) {
				t.Errorf("%v is no ErrSnapshotFile", err)
			}
			return
		}
		for _, r := range s.Nodes() {
			_, _, _, _, _ = r.Standard().Ref, r.Children(), r.Members(), r.Whole(), len(r.Claims())
		}
		for _, m := range s.Mappings() {
			_, _, _ = m.Sources(), m.Targets(), m.Assurance()
		}
		if _, err := s.WriteTo(io.Discard); err != nil {
			t.Error(err)
		}
	})
}

// FuzzRef: whatever is taken for a ref is cut and joined to the same again, and names something or is told what is near it.
func FuzzRef(f *testing.F) {
	fuzz.Texts(f, "a", "b/2.10", "b/2.1-1", "p/2g", "b/", "/2", "a/1/2", "b/2.10 ", "Ｂ／２.１", "", "b/2.１")
	s, err := graph.Build(graph.Revision{}, []*graph.Dataset{catalog("b", "2g", "2.1<2g!", "2.10<2g!", "3"), catalog("a", "1!")})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, ref string) {
		standard, number := graph.SplitRef(ref)
		if a, b := graph.SplitRef(graph.JoinRef(standard, number)); a != standard || b != number {
			t.Errorf("%q is %q and %q, and joined and cut again %q and %q", ref, standard, number, a, b)
		}
		if r := s.Requirement(ref); r != nil && r.Ref != ref {
			t.Errorf("%q names %s", ref, r.Ref)
		}
		if s.Standard(ref) == nil && s.Requirement(ref) == nil {
			err := s.Unknown(ref)
			if err == nil || utf8.ValidString(ref) && !utf8.ValidString(err.Error()) {
				t.Errorf("%q: %v", ref, err)
			}
		}
	})
}

// FuzzDate: what is taken for a day is one, written in the one way that sorts.
func FuzzDate(f *testing.F) {
	fuzz.Texts(f, "2026-11-22", "2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31", "2026-1-2", "2026-11-22T00:00:00Z", " 2026-11-22", "２０２６-11-22")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := graph.ParseDate(text)
		if err != nil {
			return
		}
		at, err := time.Parse(time.DateOnly, string(d))
		if err != nil || at.Format(time.DateOnly) != text || len(text) != len(time.DateOnly) {
			t.Errorf("%q is taken for the day %q: %v", text, d, err)
		}
	})
}
