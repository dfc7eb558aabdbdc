package editor

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"golang.org/x/tools/txtar"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/loader/foreign"
)

// File is a file of data in our format: a catalog, a crosswalk, a scheme or a glossary.
type File struct {
	Name    string // as diagnostics call it
	Content []byte
}

// Own is the format of this project, beside those of package foreign.
const Own foreign.Format = "clausegraph"

// Foreign says how files in a format of others are read.
type Foreign struct {
	foreign.Options // Known is the data that is changed

	Format    foreign.Format
	Direction foreign.Direction // of STRM
	Confirmed bool              // of STRM: the direction is right
	LeaveOut  bool              // take the rest where records cannot be used
}

// ImportForeign adds what files in a format of others hold. Where records cannot be used it is a RefusedError, unless they are to be
// left out: then their diagnostics are with those of the outcome. Of a STRM table the outcome says how it was read, and nothing is changed
// unless that is confirmed; a dry run needs no confirmation.
func (e *Editor) ImportForeign(ctx context.Context, r Request, files []File, o Foreign) (Outcome, error) {
	switch {
	case o.Format == foreign.STRM && !slices.Contains(foreign.Directions, o.Direction):
		return Outcome{}, &BadRequestError{"direction: a STRM table does not say which element the relationship is read from, and the wrong one turns every subset around"}
	case o.Format == foreign.STRM && (o.From == "" || o.To == ""):
		return Outcome{}, &BadRequestError{"from, to: a STRM table needs the standards of the focal and of the reference document"}
	}
	if past, repeated, err := e.repeated(ctx, r.Key); err != nil || repeated {
		return Outcome{Entry: past, Repeated: repeated}, err
	}
	head, datasets, err := e.store.Datasets(ctx)
	if err != nil {
		return Outcome{}, err
	}
	if o.Known, err = graph.Build(head, datasets); err != nil {
		return Outcome{}, err
	}
	o.Reversed = o.Direction == foreign.ReferenceToFocal
	read, err := foreign.Read(ctx, o.Format, foreignFiles(files), o.Options)
	if err != nil {
		return Outcome{}, err
	}
	if !read.OK() && !o.LeaveOut {
		return Outcome{}, &RefusedError{read.Diagnostics}
	}
	if len(read.Datasets) == 0 {
		return Outcome{}, &BadRequestError{"nothing was found in the files that could be imported"}
	}
	reading := ""
	if m := read.Asymmetric(); o.Format == foreign.STRM && m != nil {
		reading = foreign.Meaning(m)
		r.DryRun = r.DryRun || !o.Confirmed
	}
	read.Publish()
	var ours []File
	for _, d := range read.Datasets {
		text, err := loader.Write(d)
		if err != nil {
			return Outcome{}, err
		}
		ours = append(ours, File{loader.FileName(d), text})
	}
	out, err := e.Import(ctx, r, ours)
	out.Diagnostics, out.Reading = append(read.Diagnostics, out.Diagnostics...), reading
	return out, err
}

func foreignFiles(files []File) []foreign.File {
	list := make([]foreign.File, len(files))
	for i, f := range files {
		list[i] = foreign.File(f)
	}
	return list
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
