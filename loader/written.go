package loader

import (
	"golang.org/x/tools/txtar"

	"github.com/clausegraph/clausegraph/graph"
)

// writtenRoot is where diagnostics place the files that datasets would stand in.
const writtenRoot = "data"

// written returns datasets as files.
func written(datasets []*graph.Dataset) ([]Source, error) {
	archives := []*txtar.Archive{{}} // a directory of data has one glossary
	glossaries := 0
	for _, d := range datasets {
		text, err := Write(d)
		if err != nil {
			return nil, err
		}
		into := archives[0]
		if d.Glossary != nil {
			if glossaries++; glossaries > 1 {
				into = &txtar.Archive{}
				archives = append(archives, into)
			}
		}
		into.Files = append(into.Files, txtar.File{Name: FileName(d), Data: text})
	}
	var sources []Source
	for i, archive := range archives {
		files, err := txtar.FS(archive)
		if err != nil {
			return nil, err
		}
		source := Source{FS: files, Root: writtenRoot}
		if i > 0 {
			source.Only = []string{archive.Files[0].Name}
		}
		sources = append(sources, source)
	}
	return sources, nil
}

// readAgain looks up the places in a dataset that was not read this time.
func (r *Result) readAgain(d *graph.Dataset) {
	sources, err := written([]*graph.Dataset{d})
	if err != nil {
		return
	}
	var ignored report
	f, err := read(sources[0], FileName(d), &ignored)
	if err != nil || f == nil {
		return
	}
	places := &Result{places: r.places}
	switch f.kind {
	case catalogFile:
		places.addCatalog(decodeCatalog(f))
	case crosswalkFile:
		places.addCrosswalk(decodeCrosswalk(f, r.standards))
	case schemeFile:
		places.addScheme(decodeScheme(f))
	case glossaryFile:
		places.addGlossary(decodeGlossary(f))
	}
}
