package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
)

// Format is the version of the vocabulary that this program writes, and the greatest that it reads. It is stated with each
// revision; one without it is of the first format. What an older program would lose or misread needs a new number, what it
// may leave out does not.
const Format = 1

// ErrNewer is of a store that a newer program has written to.
var ErrNewer = errors.New("the store was written by a newer clausegraph")

// keep is how many revisions can be returned to.
const keep = 8

// revision is a state of the data, and the releases that make it up, sorted.
type revision struct {
	graph.Revision
	releases []string
	format   int // 0 where it is not stated
}

func (r revision) iri() quad.IRI { return revisions.iri(strconv.Itoa(r.Number)) }

// history returns the revisions that are kept, the head last.
func (v view) history() ([]revision, error) {
	quads, err := v.with(quad.Label, history)
	if err != nil {
		return nil, err
	}
	d := newDecoder(quads)
	kept := make([]revision, 0, len(d.nodes))
	for subject := range d.nodes {
		kept = append(kept, d.revision(subject))
	}
	switch {
	case errors.Is(d.err, ErrNewer):
		return nil, fmt.Errorf("read the history: %w", d.err)
	case d.err != nil:
		return nil, fmt.Errorf("read the history: %w: %w", errDamaged, d.err)
	}
	slices.SortFunc(kept, func(a, b revision) int { return cmp.Compare(a.Number, b.Number) })
	return kept, nil
}

// revision returns the revision of the number; the head, or in a new store the zero revision, where the number is 0.
func (v view) revision(number int) (revision, error) {
	kept, err := v.history()
	if err != nil || number == 0 && len(kept) == 0 {
		return revision{}, err
	}
	if number == 0 {
		return kept[len(kept)-1], nil
	}
	i := slices.IndexFunc(kept, func(r revision) bool { return r.Number == number })
	switch {
	case i >= 0:
		return kept[i], nil
	case len(kept) == 0:
		return revision{}, fmt.Errorf("revision %d: %w; nothing was published yet", number, ErrNoRevision)
	}
	return revision{}, fmt.Errorf("revision %d: %w; it has %d to %d",
		number, ErrNoRevision, kept[0].Number, kept[len(kept)-1].Number)
}

// head returns the current revision; of a new store the zero revision. Of the others it reads nothing, where it is told the number
// of one that is still kept: revisions are numbered one after the other.
func (v view) head(near int) (revision, error) {
	var head revision
	for number := near; number > 0; number++ {
		next, found, err := v.numbered(number)
		switch {
		case err != nil:
			return revision{}, err
		case found:
			head = next
		case head.Number > 0:
			return head, nil
		default:
			return v.revision(0)
		}
	}
	return v.revision(0)
}

// numbered returns the revision of a number, if there is one.
func (v view) numbered(number int) (rev revision, found bool, err error) {
	subject := revision{Revision: graph.Revision{Number: number}}.iri()
	quads, err := v.with(quad.Subject, subject)
	if err != nil {
		return revision{}, false, err
	}
	quads = slices.DeleteFunc(quads, func(q quad.Quad) bool { return q.Label != history })
	if len(quads) == 0 {
		return revision{}, false, nil
	}
	d := newDecoder(quads)
	if rev = d.revision(subject); d.err != nil {
		return revision{}, false, fmt.Errorf("read revision %d: %w", number, d.err)
	}
	return rev, true, nil
}

func (d *decoder) revision(subject quad.IRI) revision {
	rev, r := revision{}, read{d, subject}
	if r.integer(formatNo, &rev.format); rev.format > Format {
		r.fail(fmt.Errorf("%w: %s is in format %d, and this one reads up to %d; use the newer one, or the copy of the store from before", ErrNewer, subject, rev.format, Format))
		return rev
	}
	revisionShape(r, &rev.Revision)
	at, ok := only[quad.Time](r, created)
	if rev.iri() != subject || !ok {
		r.fail(fmt.Errorf("%s lacks its number or its time", subject))
	}
	rev.Time = time.Time(at).UTC()
	for _, v := range r.values(active) {
		iri, _ := as[quad.IRI](r, active, v)
		rev.releases = append(rev.releases, r.id(releases, iri))
	}
	slices.Sort(rev.releases)
	return rev
}

// quads returns all that the history says of the revision.
func (r revision) quads() []quad.Quad {
	e := encoder{label: history, seen: map[quad.Quad]bool{}}
	w := written{&e, r.iri()}
	w.integer(formatNo, &r.format)
	revisionShape(w, &r.Revision)
	e.state(r.iri(), created, quad.Time(r.Time))
	if r.Number > 1 {
		e.state(r.iri(), previous, revisions.iri(strconv.Itoa(r.Number-1)))
	}
	for _, id := range r.releases {
		e.state(r.iri(), active, releases.iri(id))
	}
	return e.quads
}

func revisionShape(r record, rev *graph.Revision) {
	r.integer(revisionNo, &rev.Number)
	r.token(digest, &rev.Hash)
	r.token(creator, &rev.Author)
}
