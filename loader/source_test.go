package loader

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A directory may hold the two folders, or files directly; a single file may be given; and a file may refer to others.
func TestOpen(t *testing.T) {
	tree, flat := t.TempDir(), t.TempDir()
	for name, f := range example(t, "F009-good") {
		for _, target := range []string{filepath.Join(tree, name), filepath.Join(flat, filepath.Base(name))} {
			if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(target, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	// Beside the folders there may be other files, such as one of terms that is not called glossary.yaml.
	if err := os.WriteFile(filepath.Join(tree, "terms.yaml"), []byte("terms: []\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	open := func(names ...string) *Result {
		var sources []Source
		for _, name := range names {
			s, err := Open(name)
			if err != nil {
				t.Fatal(err)
			}
			sources = append(sources, s)
		}
		return load(t, sources...)
	}
	want := open(tree)
	if len(want.Datasets) != 3 || len(want.Diagnostics) > 0 {
		t.Errorf("a tree: %d datasets, %v", len(want.Datasets), want.Diagnostics)
	}
	for name, got := range map[string]*Result{
		"flat":         open(flat),
		"single files": open(filepath.Join(flat, "kr-2023.yaml"), filepath.Join(flat, "acme-2022--kr-2023.yaml"), filepath.Join(flat, "acme-2022.yaml")),
	} {
		if len(got.Diagnostics) > 0 {
			t.Errorf("%s: %v", name, got.Diagnostics)
		}
		for i, d := range got.Datasets {
			if d.Hash() != want.Datasets[i].Hash() {
				t.Errorf("%s: %s differs", name, d.Name)
			}
		}
	}
	if at, _ := open(filepath.Join(flat, "kr-2023.yaml")).Place("kr-2023"); at.File != filepath.ToSlash(filepath.Join(flat, "kr-2023.yaml")) {
		t.Errorf("a single file is shown as %s", at.File)
	}
	if _, err := Open(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no catalogs") {
		t.Errorf("an empty directory: %v", err)
	}
	if _, err := Open(filepath.Join(flat, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing directory: %v", err)
	}
}

// A second file of the same standard is a problem, unless it comes to replace the first.
func TestReplaces(t *testing.T) {
	first := Source{FS: example(t, "F009-good"), Root: "first"}
	edited := example(t, "F011-good")
	second := Source{FS: edited, Root: "second"}
	if d := load(t, first, second).Diagnostics; len(d) != 1 || d[0].Code != "C001" || d[0].File != "second/catalogs/acme-2022.yaml" {
		t.Errorf("a second file: %v", d)
	}
	second.Replaces = true
	result := load(t, first, second)
	if len(result.Diagnostics) > 0 {
		t.Errorf("a file that replaces: %v", result.Diagnostics)
	}
	if at, _ := result.Place("acme-2022/2.10"); at.File != "second/catalogs/acme-2022.yaml" {
		t.Errorf("the requirement of the replacing file is at %v", at)
	}
}
