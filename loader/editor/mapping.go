package editor

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/clausegraph/clausegraph/graph"
)

// The actions of the log.
const (
	ActionPut      = "put-mapping"
	ActionWithdraw = "withdraw-mapping"
	ActionReview   = "review-mapping"
	ActionUndo     = "undo"
	ActionImport   = "import"
)

// PutMapping adds a claim to a crosswalk, or replaces the one that the same source makes about the same ends: it keeps
// its id. The claim comes in as a draft, whatever its review says. A crosswalk that is not there is made, with the author
// of the request as its author.
func (e *Editor) PutMapping(ctx context.Context, r Request, m graph.Mapping) (Outcome, error) {
	m.Review = graph.Review{State: graph.Draft}
	m.ID = graph.MappingID(m.Crosswalk, m.Source.Key, m.From, m.To)
	return e.do(ctx, r, change{ActionPut, m.ID, m, func(datasets []*graph.Dataset) ([]*graph.Dataset, error) {
		datasets = slices.Clone(datasets)
		at := slices.IndexFunc(datasets, func(d *graph.Dataset) bool { return d.Name == m.Crosswalk && d.Crosswalk != nil })
		if at < 0 {
			from, to, err := endsOf(m.Crosswalk)
			if err != nil {
				return nil, err
			}
			at = len(datasets)
			datasets = append(datasets, &graph.Dataset{Name: m.Crosswalk, Crosswalk: &graph.Crosswalk{Name: m.Crosswalk, From: from, To: to, Author: r.Author}})
		}
		d := copied(datasets[at])
		known := slices.IndexFunc(d.Crosswalk.Sources, func(s graph.Source) bool { return s.Key == m.Source.Key })
		switch {
		case known < 0:
			d.Crosswalk.Sources = append(d.Crosswalk.Sources, m.Source)
		case m.Source.Kind == "": // the client names a source that is known
			m.Source = d.Crosswalk.Sources[known]
		case d.Crosswalk.Sources[known] != m.Source:
			return nil, &ForbiddenError{fmt.Sprintf("the source %q of %s is %q; give another one a key of its own", m.Source.Key, m.Crosswalk, d.Crosswalk.Sources[known].Title)}
		}
		if i := slices.IndexFunc(d.Mappings, func(old *graph.Mapping) bool { return old.ID == m.ID }); i >= 0 {
			d.Mappings[i] = &m
		} else {
			d.Mappings = append(d.Mappings, &m)
		}
		datasets[at] = d
		return datasets, nil
	}, nil})
}

// endsOf returns the standards of the crosswalk of a name, "<from>--<to>" or "<from>--<to>.<word>".
func endsOf(crosswalk string) (from, to string, err error) {
	from, to, ok := strings.Cut(crosswalk, "--")
	to, _, _ = strings.Cut(to, ".")
	if !ok || from == "" || to == "" {
		return "", "", &NotFoundError{fmt.Sprintf("the crosswalk %q (a name is FROM--TO, or FROM--TO.WORD for claims of one's own)", crosswalk)}
	}
	return from, to, nil
}

// copied returns a dataset of claims whose lists may be changed.
func copied(d *graph.Dataset) *graph.Dataset {
	c := *d
	crosswalk := *d.Crosswalk
	crosswalk.Sources = slices.Clone(crosswalk.Sources)
	c.Crosswalk, c.Mappings = &crosswalk, slices.Clone(d.Mappings)
	return &c
}

// WithdrawMapping removes a claim. A crosswalk without claims stays: that pairs were looked at does not change.
func (e *Editor) WithdrawMapping(ctx context.Context, r Request, id string) (Outcome, error) {
	return e.do(ctx, r, change{ActionWithdraw, id, id, func(datasets []*graph.Dataset) ([]*graph.Dataset, error) {
		return withMapping(datasets, id, func(d *graph.Dataset, i int) error {
			d.Mappings = slices.Delete(d.Mappings, i, i+1)
			return nil
		})
	}, nil})
}

// ReviewMapping records that the author of the request has read a claim and holds it to be right. The author of a claim
// cannot review it: who put it there last, or the author of its crosswalk where it came in a file.
func (e *Editor) ReviewMapping(ctx context.Context, r Request, id string) (Outcome, error) {
	log, err := e.store.Log(ctx)
	if err != nil {
		return Outcome{}, err
	}
	return e.do(ctx, r, change{ActionReview, id, id, func(datasets []*graph.Dataset) ([]*graph.Dataset, error) {
		return withMapping(datasets, id, func(d *graph.Dataset, i int) error {
			author := d.Crosswalk.Author
			for _, past := range log {
				if past.Action == ActionPut && past.Subject == id {
					author = past.Author
				}
			}
			if author == r.Author {
				return &ForbiddenError{"the author of a claim does not review it; let somebody else do so"}
			}
			m := *d.Mappings[i]
			m.Review = graph.Review{State: graph.Reviewed, By: r.Author, On: graph.Date(time.Now().UTC().Format(time.DateOnly))}
			d.Mappings[i] = &m
			return nil
		})
	}, nil})
}

// withMapping returns the datasets with one changed: the one with the claim of an id, by edit, which is given a copy and
// the place of the claim in it.
func withMapping(datasets []*graph.Dataset, id string, edit func(*graph.Dataset, int) error) ([]*graph.Dataset, error) {
	for at, d := range datasets {
		i := slices.IndexFunc(d.Mappings, func(m *graph.Mapping) bool { return m.ID == id })
		if i < 0 {
			continue
		}
		d = copied(d)
		if err := edit(d, i); err != nil {
			return nil, err
		}
		datasets = slices.Clone(datasets)
		datasets[at] = d
		return datasets, nil
	}
	return nil, &NotFoundError{fmt.Sprintf("the claim %q", id)}
}
