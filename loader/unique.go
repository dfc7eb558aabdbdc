package loader

import (
	"path"
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

// named is a file of data with the name that only one file may have.
type named interface {
	key() string
	in() *file
	twice(first Position, r *report)
}

func (c *catalog) key() string  { return c.standard.Ref }
func (c *catalog) in() *file    { return c.file }
func (c *crosswalk) in() *file  { return c.file }
func (s *scheme) key() string   { return s.Ref }
func (s *scheme) in() *file     { return s.file }
func (g *glossary) key() string { return g.Ref }
func (g *glossary) in() *file   { return g.file }
func (c *catalog) twice(first Position, r *report) {
	r.add(c.root.get("standard").at(), "C001", "keep one of them, or give this edition a ref of its own",
		"the standard %s is already in %s", c.standard.Ref, first.File)
}

// key is the same for both orders of the standards: a crosswalk is read both ways.
func (c *crosswalk) key() string { return crosswalkKey(c.Crosswalk) }

func crosswalkKey(c *graph.Crosswalk) string {
	if c.From == "" || c.To == "" {
		return ""
	}
	word := strings.TrimPrefix(c.Name, c.From+"--"+c.To)
	return min(c.From, c.To) + "--" + max(c.From, c.To) + word
}

func (c *crosswalk) twice(first Position, r *report) {
	r.add(c.root.get("from").at(), "M025", "put all claims into one file, or name this one "+c.Name+".<word>.yaml",
		"the crosswalk between %s and %s is already in %s", c.From, c.To, first.File)
}

func (s *scheme) twice(first Position, r *report) {
	r.add(s.root.get("scheme").at(), "S001", "put everything into one file, or give this scheme a ref of its own",
		"the scheme %s is already in %s", s.Ref, first.File)
}

func (g *glossary) twice(first Position, r *report) {
	r.add(g.root.get("glossary").at(), "G001", "put all terms into one file, or give this glossary a ref of its own",
		"the glossary %s is already in %s", g.Ref, first.File)
}

// unique returns the files without those whose name is taken, which it reports. A file of a source that Replaces takes
// the place of one of an earlier source.
func unique[T named](files []T, sources []Source, r *report) []T {
	var kept []T
	at := map[string]int{}
	for _, f := range files {
		i, taken := at[f.key()]
		switch {
		case !taken || f.key() == "": // a missing name is reported by the schema
			at[f.key()] = len(kept)
			kept = append(kept, f)
		case f.in().source > kept[i].in().source && sources[f.in().source].Replaces:
			kept[i] = f
		default:
			f.twice(kept[i].in().root.at(), r)
		}
	}
	return kept
}

// checkFile reports what is wrong with a file as a whole.
func checkFile(f *file, name string, r *report) {
	folder := folders[path.Dir(name)]
	switch {
	case f.kind == 0:
		r.add(f.root.at(), "F007", howToStart, holdsNothing)
	case folder != 0 && f.kind != folder:
		r.add(f.root.at(), "F012", "move the file", "this is not what the folder %s is for", path.Dir(name))
	}
	want, at := "", f.root.get("standard").at()
	switch f.kind {
	case catalogFile:
		want = f.root.get("standard").text()
	case schemeFile:
		want, at = f.root.get("scheme").text(), f.root.get("scheme").at()
	case crosswalkFile:
		at = f.root.get("from").at()
		if from, to := f.root.get("from").text(), f.root.get("to").text(); from != "" && to != "" {
			want = crosswalkName(from, to, f.stem)
		}
	}
	if want != "" && want != f.stem {
		r.add(at, "F012", "rename the file to "+want+".yaml, or mend the name here", "the file is named %s, but holds %s", f.stem, quote(want))
	}
}
