package editor

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"golang.org/x/tools/txtar"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
)

// File is a file of data in our format: a catalog, a crosswalk, a scheme or a glossary.
type File struct {
	Name    string // as diagnostics call it
	Content []byte
}

// Import adds what files hold, all of it or nothing: a dataset that is there already is replaced.
func (e *Editor) Import(ctx context.Context, r Request, files []File) (Outcome, error) {
	var names []string
	archive := &txtar.Archive{}
	for _, f := range files {
		names = append(names, f.Name)
		archive.Files = append(archive.Files, txtar.File{Name: f.Name, Data: f.Content})
	}
	fsys, err := txtar.FS(archive)
	if err != nil {
		return Outcome{}, &ForbiddenError{fmt.Sprintf("the names of the files do not do: %v", err)}
	}
	source := loader.Source{FS: fsys, Only: names}
	given, err := loader.Load(ctx, source)
	if err != nil {
		return Outcome{}, err
	}
	replaced := map[string]bool{}
	for _, d := range given.Datasets {
		replaced[d.Name] = true
	}
	if len(replaced) < len(files) { // some could not be read at all
		return Outcome{}, &RefusedError{given.Diagnostics}
	}
	// That claims speak of standards that other files hold shows only beside those.
	return e.do(ctx, r, change{ActionImport, "", names, func(datasets []*graph.Dataset) ([]*graph.Dataset, error) {
		return slices.DeleteFunc(slices.Clone(datasets), func(d *graph.Dataset) bool { return replaced[d.Name] }), nil
	}, []loader.Source{source}})
}

// UndoTo makes the data what it was at an earlier revision, as a new revision.
func (e *Editor) UndoTo(ctx context.Context, r Request, number int) (Outcome, error) {
	past, err := e.store.DatasetsAt(ctx, number)
	if err != nil {
		return Outcome{}, err
	}
	return e.do(ctx, r, change{ActionUndo, strconv.Itoa(number), number, func([]*graph.Dataset) ([]*graph.Dataset, error) {
		return past, nil
	}, nil})
}
