// Package imports holds a test that keeps the layers of the program apart.
package imports

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/clausegraph/clausegraph/"

// rule says what a folder may import of our packages and of the engines, and why no more.
type rule struct {
	folder string
	ours   []string
	engine []string
	why    string
}

var rules = []rule{
	{"mappings", nil, nil, "the data stands alone: other programs take it without ours"},
	{"relation", nil, nil, "the algebra is pure, so that it can be proved exhaustively"},
	{"graph", []string{"relation"}, nil, "the domain is a leaf that everything can bind to without an engine"},
	{"graph/store", []string{"graph", "relation"}, []string{"cayley"}, "Cayley sits behind one package, so that it can be replaced"},
	{"search", []string{"graph", "relation"}, []string{"bleve"}, "Bleve sits behind one package, so that it can be replaced; counterparts are told by their relations"},
	{"loader", []string{"graph", "graph/store", "search", "relation", "mappings", "internal/oscal", "internal/strm", "internal/sssom", "internal/table", "internal/blockyaml"}, nil, "files become datasets here and nowhere else"},
	{"loader/editor", []string{"coverage", "graph", "graph/store", "loader"}, nil, "a change is refused for what files are, and for what follows from all claims together"},
	{"coverage", []string{"graph", "relation"}, nil, "what follows from the claims depends on nothing but the claims"},
	{"export", []string{"coverage", "graph", "relation", "search", "internal/book", "internal/oscal", "internal/strm", "internal/sssom"}, nil, "reports present answers; they do not make them"},
	{"internal/book", nil, nil, "tables know nothing of what they say"},
	{"internal/oscal", nil, nil, "a wire format is what a file holds; the loader and the reports say what it means"},
	{"internal/strm", []string{"relation"}, nil, "a wire format is what a file holds, and its names of the relations"},
	{"internal/sssom", []string{"relation"}, nil, "a wire format is what a file holds, and its names of the relations"},
	{"internal/auth", nil, nil, "who may do what does not depend on what is done"},
	{"internal/limits", nil, nil, "sharing out a server does not depend on what it serves"},
	{"internal/metrics", []string{"graph"}, nil, "metrics are told what happens; they do not ask"},
	{"internal/version", nil, nil, "a program knows what it is before it knows anything else"},
	{"internal/logging", nil, nil, "holding lines back does not depend on what they tell"},
	{"internal/tracing", nil, nil, "sending spans does not depend on what they tell"},
	{"internal/blockyaml", nil, nil, "a parser knows nothing of what it parses"},
	{"internal/table", nil, nil, "a spreadsheet is cells with addresses; the loader says what they mean"},
	{"internal/growth", []string{"coverage", "graph", "graph/store", "relation", "loader", "internal/pgtest"}, []string{"cayley"}, "a measurement holds the engine against Cayley itself and stores against each other, and nothing builds on it"},
	{"schema", []string{"graph", "relation", "search", "coverage", "export", "loader", "graph/store", "schema/internal"}, []string{"gqlgen"}, "resolvers are thin: one call each"},
	{"internal/mcp", []string{"graph", "relation", "search", "coverage", "export", "loader/inventory", "schema", "internal/version"}, []string{"mcp"}, "tools are thin, as resolvers are; they take the data and the errors of package schema as they are"},
}

// engines are the libraries that only the folders named above may import.
var engines = map[string]string{
	"github.com/cayleygraph/":          "cayley",
	"github.com/hidal-go/":             "cayley",
	"github.com/blevesearch/":          "bleve",
	"github.com/99designs/gqlgen":      "gqlgen",
	"github.com/vektah/gqlparser/v2":   "gqlgen",
	"github.com/modelcontextprotocol/": "mcp",
}

// TestImportsFollowTheLayout reads the imports of every Go file but tests, which may use what they like.
func TestImportsFollowTheLayout(t *testing.T) {
	files := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && (name == "node_modules" || name == "testdata" || strings.HasPrefix(name, ".") && len(name) > 2) {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files++
		check(t, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Fatalf("only %d files were read; is the folder right?", files)
	}
}

func check(t *testing.T, path string) {
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	folder, _ := filepath.Rel("../..", filepath.Dir(path))
	r, ruled := ruleOf(filepath.ToSlash(folder))
	for _, spec := range file.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		if ours, ok := strings.CutPrefix(imported, module); ok && ruled {
			allowed := within(r.folder, ours) && r.folder != "graph" || slices.ContainsFunc(r.ours, func(a string) bool { return ours == a || a != "graph" && within(a, ours) })
			if !allowed {
				t.Errorf("%s imports %s, but %s may import only %v: %s", path, ours, r.folder, r.ours, r.why)
			}
		}
		for prefix, engine := range engines {
			free := folder == "internal/server" || strings.HasPrefix(folder, "internal/server/") // serves what gqlgen executes
			if strings.HasPrefix(imported, prefix) && !slices.Contains(r.engine, engine) && !(free && engine == "gqlgen") {
				t.Errorf("%s imports %s; %s belongs behind another package", path, imported, engine)
			}
		}
	}
}

// ruleOf returns the rule of the innermost folder that has one.
func ruleOf(folder string) (rule, bool) {
	var found rule
	for _, r := range rules {
		if within(r.folder, folder) && len(r.folder) > len(found.folder) {
			found = r
		}
	}
	return found, found.folder != ""
}

func within(parent, folder string) bool {
	return folder == parent || strings.HasPrefix(folder, parent+"/")
}
