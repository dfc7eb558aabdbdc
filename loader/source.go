package loader

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/clausegraph/clausegraph/mappings"
)

// Source is a file system with data. Where it has a folder "catalogs", "crosswalks" or "schemes", the YAML files in these
// are read, and a file glossary.yaml beside them, and nothing else; otherwise the YAML files at its top, each recognised by its content.
type Source struct {
	FS   fs.FS
	Root string // put before file names in diagnostics, such as the directory given on the command line

	// Only, if not empty, names the files to read instead.
	Only []string

	// Replaces lets a file take the place of the one of an earlier source that has the same standard, crosswalk, scheme or glossary, as
	// an editor wants who checks a changed file against the data it comes from. Otherwise that is a problem.
	Replaces bool
}

// Embedded returns the data that is built into the program.
func Embedded() Source { return Source{FS: mappings.FS, Root: "mappings"} }

// Open returns the data of a directory, or of a single file. It fails where there is neither, and where a directory
// holds no YAML file that could be data.
func Open(name string) (Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return Source{}, err
	}
	if !info.IsDir() {
		dir, base := filepath.Split(name)
		return Source{FS: os.DirFS(filepath.Clean(dir + ".")), Root: filepath.ToSlash(filepath.Clean(dir + ".")), Only: []string{base}}, nil
	}
	s := Source{FS: os.DirFS(name), Root: filepath.ToSlash(name)}
	files, err := s.files()
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: no catalogs, crosswalks, schemes or glossary here; expected catalogs/*.yaml, crosswalks/*.yaml, schemes/*.yaml, glossary.yaml or *.yaml", name)
	}
	return s, err
}

// folders are the folders of data in a source, and the kind that their files must be of.
var folders = map[string]content{"catalogs": catalogFile, "crosswalks": crosswalkFile, "schemes": schemeFile}

// glossaryName is the name of the glossary beside the folders of a source.
const glossaryName = "glossary.yaml"

// files returns the names of the files to read, sorted.
func (s Source) files() ([]string, error) {
	if len(s.Only) > 0 {
		return s.Only, nil
	}
	var names []string
	tree := false
	for folder := range folders {
		if info, err := fs.Stat(s.FS, folder); err == nil && info.IsDir() {
			found, err := yamlFiles(s.FS, folder)
			if err != nil {
				return nil, err
			}
			tree, names = true, append(names, found...)
		}
	}
	if info, err := fs.Stat(s.FS, glossaryName); tree && err == nil && !info.IsDir() {
		names = append(names, glossaryName)
	}
	if !tree {
		var err error
		if names, err = yamlFiles(s.FS, "."); err != nil {
			return nil, err
		}
	}
	slices.Sort(names)
	return names, nil
}

// yamlFiles returns the YAML files directly in the folder.
func yamlFiles(fsys fs.FS, folder string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		ext := path.Ext(entry.Name())
		if !entry.IsDir() && entry.Name()[0] != '.' && (ext == ".yaml" || ext == ".yml") {
			names = append(names, path.Join(folder, entry.Name()))
		}
	}
	return names, nil
}

// display returns the name of a file as diagnostics show it.
func (s Source) display(name string) string { return path.Join(s.Root, name) }
