package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
)

// Entry is one change in the log of changes, which is only ever added to.
type Entry struct {
	Revision int       `json:"revision"` // that the change made
	Time     time.Time `json:"time"`
	Author   string    `json:"author"`            // who made it
	Action   string    `json:"action"`            // what was done, such as "put-mapping"
	Subject  string    `json:"subject,omitempty"` // to what: the id of a claim, the name of a dataset, the number of a revision
	Detail   string    `json:"detail,omitempty"`  // all that was asked for, in JSON
	Key      string    `json:"key,omitempty"`     // of the client, that makes a repeated request the same one
}

// Log returns all entries, the first one first.
func (s *Store) Log(ctx context.Context) ([]Entry, error) {
	var log []Entry
	err := s.read(ctx, func(v view) (err error) {
		log, err = v.log()
		return err
	})
	return log, err
}

// Datasets returns the current revision with its datasets, to be published again with changes. They must not be changed
// themselves.
func (s *Store) Datasets(ctx context.Context) (graph.Revision, []*graph.Dataset, error) {
	return s.datasets(ctx, 0)
}

// DatasetsAt returns the datasets of an earlier revision, as SnapshotAt does.
func (s *Store) DatasetsAt(ctx context.Context, number int) ([]*graph.Dataset, error) {
	if number < 1 {
		return nil, fmt.Errorf("revision %d: %w; the first one is 1", number, ErrNoRevision)
	}
	_, list, err := s.datasets(ctx, number)
	return list, err
}

func (e Entry) iri() quad.IRI { return entries.iri(strconv.Itoa(e.Revision)) }

func (e Entry) quads() []quad.Quad {
	enc := encoder{label: changes, seen: map[quad.Quad]bool{}}
	entryShape(written{&enc, e.iri()}, &e)
	enc.state(e.iri(), created, quad.Time(e.Time))
	return enc.quads
}

func (v view) log() ([]Entry, error) {
	quads, err := v.with(quad.Label, changes)
	if err != nil {
		return nil, err
	}
	d := newDecoder(quads)
	log := make([]Entry, 0, len(d.nodes))
	for subject := range d.nodes {
		e, r := Entry{}, read{d, subject}
		entryShape(r, &e)
		at, ok := only[quad.Time](r, created)
		if e.iri() != subject || !ok {
			r.fail(fmt.Errorf("%s lacks its revision or its time", subject))
		}
		e.Time = time.Time(at).UTC()
		log = append(log, e)
	}
	if d.err != nil {
		return nil, fmt.Errorf("read the log of changes: %w: %w", errDamaged, d.err)
	}
	slices.SortFunc(log, func(a, b Entry) int { return cmp.Compare(a.Revision, b.Revision) })
	return log, nil
}

func entryShape(r record, e *Entry) {
	r.integer(revisionNo, &e.Revision)
	r.token(creator, &e.Author)
	r.token(action, &e.Action)
	r.token(onWhat, &e.Subject)
	r.token(detail, &e.Detail)
	r.token(requestKey, &e.Key)
}
