package loader

import (
	"context"
	"slices"
	"sync/atomic"

	"github.com/clausegraph/clausegraph/graph"
)

// Checker holds bodies of data against all rules, one after the other, where each differs little from the one before. It
// finds what Load finds in them, but looks again only at what a difference can touch: at everything where catalogs or
// glossaries are others, otherwise at the crosswalks and schemes that are. The zero Checker is ready, and safe for
// concurrent use.
type Checker struct{ last atomic.Pointer[sound] }

// sound is what was found in data without an error.
//
// The rules of a crosswalk or a scheme look at it and at the catalogs, and at no other file but for its name. So what was
// found in one is true for as long as the catalogs are the same, whatever else comes and goes.
type sound struct {
	standards *index
	fixed     map[*graph.Dataset]finding // catalogs and glossaries: all that there are
	loose     map[*graph.Dataset]finding // crosswalks and schemes that were seen beside them
}

// finding is the warnings about one dataset.
type finding struct {
	hash     string
	warnings []Diagnostic
}

func newSound(standards *index) *sound {
	return &sound{standards, map[*graph.Dataset]finding{}, map[*graph.Dataset]finding{}}
}

// Check returns what Load would of the datasets, if each of them stood in a file in its canonical form below "data", and of
// further files. Datasets that are among the base, by identity, are returned as they are; the others as they are read from
// their files.
func (c *Checker) Check(ctx context.Context, base, datasets []*graph.Dataset, more ...Source) (*Result, error) {
	kept := map[*graph.Dataset]bool{}
	for _, d := range base {
		kept[d] = true
	}
	confusing, err := confusable(datasets, more)
	if err != nil {
		return nil, err
	}
	last := c.last.Load()
	if last != nil && !confusing {
		result, next, err := last.check(ctx, kept, datasets, more)
		if next != nil {
			c.last.Store(next)
		}
		if result != nil || err != nil {
			return result, err
		}
	}
	sources, err := written(datasets)
	if err != nil {
		return nil, err
	}
	result, err := Load(ctx, append(sources, more...)...)
	if err != nil || !result.OK() || confusing {
		return result, err
	}
	result.keep(kept, datasets)
	next := newSound(result.standards)
	if next.note(result, datasets) {
		c.last.Store(next)
	}
	return result, nil
}

// confusable reports whether a further file is called like that of a dataset, so that what is found in the one could be taken
// for what is found in the other, or takes the place of another.
func confusable(datasets []*graph.Dataset, more []Source) (bool, error) {
	if len(more) == 0 {
		return false, nil
	}
	taken := map[string]bool{}
	for _, d := range datasets {
		taken[Source{Root: writtenRoot}.display(FileName(d))] = true
	}
	for _, s := range more {
		names, err := s.files()
		if err != nil {
			return false, err
		}
		if s.Replaces || slices.ContainsFunc(names, func(name string) bool { return taken[s.display(name)] }) {
			return true, nil
		}
	}
	return false, nil
}

// keep puts the datasets that are kept in the place of those that were read from their files.
func (r *Result) keep(kept map[*graph.Dataset]bool, given []*graph.Dataset) {
	for _, d := range given {
		if i := slices.IndexFunc(r.Datasets, func(of *graph.Dataset) bool { return of.Name == d.Name }); kept[d] && i >= 0 {
			r.Datasets[i] = d
		}
	}
}

// isLoose reports whether no rule of another dataset looks at this one.
func isLoose(d *graph.Dataset) bool { return d.Crosswalk != nil || d.Scheme != nil }

func (s *sound) of(d *graph.Dataset) map[*graph.Dataset]finding {
	if isLoose(d) {
		return s.loose
	}
	return s.fixed
}

// note remembers what was found in those of the given datasets that it does not know, and reports whether all catalogs and
// glossaries of the result are among them. It must have been found in the canonical form, and so not where that of the given dataset
// reads as another one, nor in a further file.
func (s *sound) note(r *Result, given []*graph.Dataset) (complete bool) {
	hashes := map[string]string{}
	for _, d := range given {
		hashes[d.Name] = d.Hash()
	}
	complete = true
	for _, d := range r.Datasets {
		if _, known := s.of(d)[d]; known {
			continue
		}
		f := finding{hash: d.Hash()}
		if f.hash != hashes[d.Name] {
			complete = complete && isLoose(d)
			continue
		}
		place := r.places[d.Name]
		for _, found := range r.Diagnostics {
			if found.File == place.File {
				f.warnings = append(f.warnings, found)
			}
		}
		s.of(d)[d] = f
	}
	return complete
}

// find returns what was found in a dataset, or in another one of the same content.
func (s *sound) find(d *graph.Dataset) (finding, bool) {
	all := s.of(d)
	if f, ok := all[d]; ok {
		return f, true
	}
	hash := d.Hash()
	for _, f := range all {
		if f.hash == hash {
			return f, true
		}
	}
	return finding{}, false
}

// check is Check of data with the same catalogs and glossaries; of other data it returns nothing. Next is what to remember,
// where the data is sound.
func (s *sound) check(ctx context.Context, kept map[*graph.Dataset]bool, datasets []*graph.Dataset, more []Source) (result *Result, next *sound, err error) {
	next = newSound(s.standards)
	result = &Result{places: map[string]Position{}, unread: map[string]*graph.Dataset{}}
	var found report
	var changed []*graph.Dataset
	named := map[string]int{}
	for _, d := range datasets {
		f, known := s.find(d)
		switch {
		case known:
			next.of(d)[d] = f
			found.diagnostics = append(found.diagnostics, f.warnings...)
			result.Datasets = append(result.Datasets, d)
			result.unread[d.Name] = d
			named[nameOf(d)]++
		case isLoose(d):
			changed = append(changed, d)
		default:
			return nil, nil, nil
		}
	}
	if len(next.fixed) != len(s.fixed) {
		return nil, nil, nil
	}
	sources, err := written(changed)
	if err != nil {
		return nil, nil, err
	}
	sources = append(sources, more...)
	files, err := readAll(ctx, sources, &found)
	if err != nil {
		return nil, nil, err
	}
	if slices.ContainsFunc(files, func(f *file) bool { return f.kind != crosswalkFile && f.kind != schemeFile && f.kind != 0 }) {
		return nil, nil, nil
	}
	before := len(result.Datasets)
	if err := result.follow(ctx, files, sources, &index{s.standards.Snapshot, maxGuesses}, &found); err != nil {
		return nil, nil, err
	}
	for _, d := range result.Datasets[before:] {
		named[nameOf(d)]++
	}
	for _, n := range named {
		if n > 1 { // which of the two is told so depends on the order of all
			return nil, nil, nil
		}
	}
	result.finish(s.standards, &found)
	if !result.OK() {
		return result, nil, nil
	}
	result.keep(kept, changed)
	next.note(result, changed)
	for d, f := range s.loose { // a change that is only tried comes back to these
		if kept[d] {
			next.loose[d] = f
		}
	}
	return result, next, nil
}

// nameOf is what no two files may share.
func nameOf(d *graph.Dataset) string {
	if d.Crosswalk != nil {
		return crosswalkKey(d.Crosswalk)
	}
	return d.Name
}
