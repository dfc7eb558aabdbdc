package store

import (
	"bytes"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/graph"
)

func fileOf(t fataler, s *graph.Snapshot) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := s.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSnapshotFileIsTheSnapshot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := build(t, graph.Revision{Number: 3, Hash: "h", Author: "a"}, sets.Draw(t, "datasets"))
		file := fileOf(t, want)
		got, err := graph.ReadSnapshot(file)
		if err != nil {
			t.Fatal(err)
		}
		if d := diff(want, got); d != "" {
			t.Fatalf("(-written +read)\n%s", d)
		}
		for _, m := range want.Mappings() {
			if got.Mapping(m.ID) == nil || got.Mapping(m.ID).ID != m.ID {
				t.Fatalf("%s is not found", m.ID)
			}
		}
		if again := fileOf(t, got); !bytes.Equal(file, again) {
			t.Fatal("the same snapshot gives another file")
		}
	})
}

// TestSnapshotFileIsChecked alters one byte, or cuts the file: no such file is taken for a snapshot.
func TestSnapshotFileIsChecked(t *testing.T) {
	whole := fileOf(t, build(t, graph.Revision{Number: 1}, small("why")))
	refused := func(file []byte, what string, at int) {
		if s, err := graph.ReadSnapshot(file); !errors.Is(err, graph.ErrSnapshotFile) || s != nil {
			t.Fatalf("%s at %d: %v, error %v", what, at, s, err)
		}
	}
	for i := range whole {
		altered := bytes.Clone(whole)
		altered[i] ^= 0x20
		refused(altered, "altered", i)
		refused(bytes.Clone(whole[:i]), "cut", i)
	}
	refused(append(bytes.Clone(whole), 0), "longer", len(whole))
}

// BenchmarkOpenSnapshotFile opens a million claims about a hundred thousand requirements.
func BenchmarkOpenSnapshotFile(b *testing.B) {
	all := generated(100_000, 1_000_000, 0)
	file := fileOf(b, build(b, graph.Revision{Number: 1}, all))
	all = nil
	b.ReportMetric(float64(len(file))/1_000_000, "B/claim")
	b.ResetTimer()
	for b.Loop() {
		if _, err := graph.ReadSnapshot(file); err != nil {
			b.Fatal(err)
		}
	}
}
