// Package loader reads catalogs, crosswalks, schemes, glossaries and inventories from files, checks them, and writes their canonical
// form.
package loader

import (
	"context"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/clausegraph/clausegraph/graph"
)

// Result is what a load found.
type Result struct {
	// Datasets are the catalogs, crosswalks, schemes and glossaries in order of name. graph.Build accepts them if no Diagnostic is an Error.
	Datasets []*graph.Dataset

	// Diagnostics are all problems of all files, in order of place.
	Diagnostics []Diagnostic

	places    map[string]Position
	unread    map[string]*graph.Dataset // whose places are looked up when they are asked for, by name
	standards *index
}

// OK reports whether the data can be used: no diagnostic is an Error.
func (r *Result) OK() bool {
	return !slices.ContainsFunc(r.Diagnostics, func(d Diagnostic) bool { return d.Severity == Error })
}

// Place returns where something was read: a standard, requirement or point by its ref, a crosswalk by its name, a
// claim by its id, a scheme by its graph.SchemeName, a glossary by its graph.GlossaryName.
func (r *Result) Place(id string) (Position, bool) {
	name, _, _ := strings.Cut(id, "/")
	for _, name := range []string{id, name} {
		if d := r.unread[name]; d != nil {
			delete(r.unread, name)
			r.readAgain(d)
		}
	}
	p, ok := r.places[id]
	return p, ok
}

// Load reads all catalogs, crosswalks, schemes and glossaries of the sources as one body of data: claims of one source
// may speak of the standards of another. An inventory among the files is checked, and is no part of the data. Problems
// of the data are diagnostics of the result; the error is that of a file system, or of the context.
func Load(ctx context.Context, sources ...Source) (*Result, error) {
	var r report
	files, err := readAll(ctx, sources, &r)
	if err != nil {
		return nil, err
	}
	result := &Result{places: map[string]Position{}}
	catalogs := unique(decoded(files, catalogFile, decodeCatalog), sources, &r)
	standards := newIndex(catalogs)
	for _, c := range catalogs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		checkCatalog(c, standards, &r)
		result.addCatalog(c)
	}
	if err := result.follow(ctx, files, sources, standards, &r); err != nil {
		return nil, err
	}
	glossaries := unique(decoded(files, glossaryFile, decodeGlossary), sources, &r)
	checkGlossaries(glossaries, &r)
	for _, g := range glossaries {
		result.addGlossary(g)
	}
	for _, f := range files {
		if f.kind == inventoryFile {
			checkInventory(f, standards, &r)
		}
	}
	result.finish(standards, &r)
	return result, nil
}

// follow adds the files whose rules look at themselves and the standards, and at no other file but for its name: crosswalks and
// schemes.
func (r *Result) follow(ctx context.Context, files []*file, sources []Source, standards *index, found *report) error {
	crosswalks := decoded(files, crosswalkFile, func(f *file) *crosswalk { return decodeCrosswalk(f, standards) })
	for _, c := range unique(crosswalks, sources, found) {
		if err := ctx.Err(); err != nil {
			return err
		}
		checkCrosswalk(c, standards, found)
		r.addCrosswalk(c)
	}
	for _, s := range unique(decoded(files, schemeFile, decodeScheme), sources, found) {
		checkScheme(s, standards, found)
		r.addScheme(s)
	}
	return nil
}

// finish puts everything in order.
func (r *Result) finish(standards *index, found *report) {
	slices.SortFunc(r.Datasets, func(a, b *graph.Dataset) int { return strings.Compare(a.Name, b.Name) })
	r.Diagnostics, r.standards = found.sorted(), standards
}

// decoded returns what the files of a kind hold.
func decoded[T any](files []*file, kind content, decode func(*file) T) []T {
	var list []T
	for _, f := range files {
		if f.kind == kind {
			list = append(list, decode(f))
		}
	}
	return list
}

// readAll returns the files of all sources that could be parsed.
func readAll(ctx context.Context, sources []Source, r *report) ([]*file, error) {
	type job struct {
		source int
		name   string
		file   *file
		report report
	}
	var jobs []*job
	for i, s := range sources {
		names, err := s.files()
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			jobs = append(jobs, &job{source: i, name: name})
		}
	}
	// Parsing is most of the work of a start, and every file is parsed by itself.
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, j := range jobs {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			f, err := read(sources[j.source], j.name, &j.report)
			if err != nil || f == nil {
				return err
			}
			f.source = j.source
			checkFile(f, j.name, &j.report)
			validate(f, &j.report)
			j.file = f
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	var files []*file
	for _, j := range jobs {
		r.diagnostics = append(r.diagnostics, j.report.diagnostics...)
		if j.file != nil {
			files = append(files, j.file)
		}
	}
	return files, nil
}

func (r *Result) addCatalog(c *catalog) {
	d := c.dataset()
	r.Datasets = append(r.Datasets, d)
	r.places[d.Name] = c.root.get("standard").at()
	for _, it := range c.items {
		r.places[it.Ref] = it.node.at()
		for _, p := range it.points {
			r.places[p.Ref] = p.node.at()
		}
	}
}

func (r *Result) addCrosswalk(c *crosswalk) {
	d := c.dataset()
	r.Datasets = append(r.Datasets, d)
	r.places[d.Name] = c.root.get("from").at()
	for _, cl := range c.claims {
		r.places[cl.ID] = cl.node.at()
	}
}

func (r *Result) addScheme(s *scheme) {
	d := &graph.Dataset{Name: graph.SchemeName(s.Ref), Scheme: s.Scheme}
	r.Datasets = append(r.Datasets, d)
	r.places[d.Name] = s.root.get("scheme").at()
}

func (r *Result) addGlossary(g *glossary) {
	d := &graph.Dataset{Name: graph.GlossaryName(g.Ref), Glossary: g.Glossary}
	r.Datasets = append(r.Datasets, d)
	r.places[d.Name] = g.root.get("glossary").at()
}
