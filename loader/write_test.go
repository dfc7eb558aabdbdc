package loader

import (
	"bytes"
	"context"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/race"
)

// TestWriteIsTheConverseOfLoad writes all data (some, under the race detector) and loads it again: it is the same data, and its files are in canonical
// form.
func TestWriteIsTheConverseOfLoad(t *testing.T) {
	from := Embedded()
	if race.Enabled {
		from.Only = []string{"catalogs/iso-27001-2013.yaml", "catalogs/iso-27001-2022.yaml", "crosswalks/iso-27001-2013--iso-27001-2022.yaml"}
	}
	given, err := Load(context.Background(), from)
	if err != nil || !given.OK() {
		t.Fatal(err, given.Diagnostics)
	}
	files := fstest.MapFS{}
	for _, d := range given.Datasets {
		text, err := Write(d)
		if err != nil {
			t.Fatal(err)
		}
		formatted, err := Format(text)
		if err != nil || !bytes.Equal(text, formatted) {
			t.Errorf("%s is not in canonical form, error %v\n%s", d.Name, err, cmp.Diff(string(formatted), string(text)))
		}
		files[FileName(d)] = &fstest.MapFile{Data: text}
	}
	again, err := Load(context.Background(), Source{FS: files, Root: "written"})
	if err != nil {
		t.Fatal(err)
	}
	hashes := func(r *Result) map[string]string {
		all := map[string]string{}
		for _, d := range r.Datasets {
			all[d.Name] = d.Hash()
		}
		return all
	}
	if d := cmp.Diff(hashes(given), hashes(again)); d != "" {
		t.Errorf("(-given +written)\n%s", d)
	}
	if len(again.Diagnostics) != len(given.Diagnostics) {
		t.Errorf("%d problems became %d: %v", len(given.Diagnostics), len(again.Diagnostics), again.Diagnostics)
	}
	if _, err := Write(&graph.Dataset{Name: "nothing"}); err == nil {
		t.Error("an empty dataset was written")
	}
}
