package race

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatIsSampledRunsAgain finds a package whose tests try a part of their cases under the race detector, and that
// `make race` does not run a second time.
func TestWhatIsSampledRunsAgain(t *testing.T) {
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	_, recipe, _ := strings.Cut(string(makefile), "\nrace:\n")
	recipe, _, _ = strings.Cut(recipe, "\n\n")
	again := map[string]bool{}
	for line := range strings.Lines(recipe) {
		for _, word := range strings.Fields(line) {
			if dir, ok := strings.CutPrefix(word, "./"); ok && !strings.Contains(line, "-race") {
				again[filepath.FromSlash(dir)] = true
			}
		}
	}
	sampled := 0
	err = filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "node_modules" {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(src), `"github.com/clausegraph/clausegraph/internal/race"`) {
			return err
		}
		sampled++
		if dir, err := filepath.Rel("../..", filepath.Dir(path)); err != nil || dir != filepath.Join("internal", "race") && !again[dir] {
			t.Errorf("%s samples under the race detector, and the target race of the Makefile does not run it again; error %v", path, err)
		}
		return nil
	})
	if err != nil || sampled < 4 {
		t.Errorf("%d files, error %v", sampled, err)
	}
}
