package imports

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFolders wants every folder to say what it is: in the comment of its package, in a README, or in a line of
// docs/architecture.md.
func TestFolders(t *testing.T) {
	const root = "../.."
	architecture, err := os.ReadFile(filepath.Join(root, "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	told := string(architecture) + string(readme)
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		made := slices.Contains([]string{"node_modules", "dist", "out", "bin", "public", "testdata"}, d.Name())
		if path != root && (made || strings.HasPrefix(d.Name(), ".") && d.Name() != ".ci") {
			return filepath.SkipDir
		}
		if files, err := os.ReadDir(path); err != nil || path == root || !holdsFiles(files) {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator))) + "/"
		if _, err := os.Stat(filepath.Join(path, "README.md")); err == nil || strings.Contains(told, "`"+name+"`") || documented(t, path) {
			return nil
		}
		t.Errorf("%s says nowhere what it is: write a package comment, or a line in docs/architecture.md", name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func holdsFiles(entries []os.DirEntry) bool {
	for _, e := range entries {
		if !e.IsDir() {
			return true
		}
	}
	return false
}

// documented reports whether a Go file in the folder has a package comment.
func documented(t *testing.T, folder string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if parsed.Doc != nil {
			return true
		}
	}
	return false
}
