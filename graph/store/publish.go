package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/clausegraph/clausegraph/graph"
)

// Publish makes the given datasets, and no others, the active ones, and returns the new revision. It is atomic: until
// the new revision is complete, readers see the one before. A dataset whose content is already stored is not stored
// again. If nothing changed, it returns the current revision and leaves its author and time as they are.
//
// It refuses, naming every fault, what graph.Build refuses, and two datasets of one name. Calls wait for each other.
// It looks at ctx until the revision is published; the error it returns after that concerns only the removal of data
// that no kept revision needs, and comes with the revision.
func (s *Store) Publish(ctx context.Context, author string, datasets []*graph.Dataset) (graph.Revision, error) {
	return s.publish(ctx, Entry{Author: author}, datasets, nil)
}

// ErrMoved is of a change that was made for a revision which is not the current one any more.
var ErrMoved = errors.New("the data has moved on")

// PublishAfter publishes as Publish does, if the current revision has the number given as expected; otherwise the error is
// an ErrMoved. The entry is written into the log of changes in the same instant; its number, time and revision are set here.
// An entry whose key is in the log already publishes nothing: the entry of the log is returned, and repeated is true.
func (s *Store) PublishAfter(ctx context.Context, expected int, e Entry, datasets []*graph.Dataset) (written Entry, repeated bool, err error) {
	var known Entry
	rev, err := s.publish(ctx, e, datasets, func(v view, head revision) error {
		log, err := v.log()
		if err != nil {
			return err
		}
		for _, past := range log {
			if e.Key != "" && past.Key == e.Key {
				known = past
				return errRepeated
			}
		}
		if head.Number != expected {
			return fmt.Errorf("%w: it is at revision %d, and the change was made for %d", ErrMoved, head.Number, expected)
		}
		return nil
	})
	switch {
	case errors.Is(err, errRepeated):
		return known, true, nil
	case rev.Number == 0:
		return Entry{}, false, err
	}
	e.Revision, e.Time = rev.Number, rev.Time
	return e, false, err
}

var errRepeated = errors.New("this was done before")

// publish is Publish with a check of the current revision, under the lock of the writer. With a check the entry is logged.
func (s *Store) publish(ctx context.Context, e Entry, datasets []*graph.Dataset, check func(view, revision) error) (graph.Revision, error) {
	s.publishing.Lock()
	defer s.publishing.Unlock()
	release, err := s.exclusive(ctx)
	if err != nil {
		return graph.Revision{}, fmt.Errorf("publish: %w", err)
	}
	defer func() { _ = release() }() // the lock ends with its connection, whatever comes of it
	var past []revision
	err = s.read(ctx, func(v view) (err error) {
		if past, err = v.history(); err != nil || check == nil {
			return err
		}
		var head revision
		if len(past) > 0 {
			head = past[len(past)-1]
		}
		return check(v, head)
	})
	if err != nil {
		return graph.Revision{}, err
	}
	next := revision{format: Format, Revision: graph.Revision{
		Number: 1,
		Author: e.Author,
		Time:   s.now().UTC().Truncate(time.Second), // Cayley compares times to the second
	}}
	contents, err := contentsOf(datasets, s.releases())
	if err != nil {
		return graph.Revision{}, err
	}
	next.releases = convert(contents, content.id)
	next.Hash = revisionHash(contents)
	if len(past) > 0 {
		head := past[len(past)-1]
		if head.Hash == next.Hash {
			return head.Revision, nil
		}
		next.Number = head.Number + 1
	}
	if _, err := graph.Build(next.Revision, datasets); err != nil {
		return graph.Revision{}, fmt.Errorf("the datasets do not fit together: %w", err)
	}
	if err := s.write(ctx, past, contents); err != nil {
		return graph.Revision{}, err
	}
	quads := next.quads()
	if check != nil {
		e.Revision, e.Time = next.Number, next.Time
		quads = append(quads, e.quads()...)
	}
	if err := s.commit(ctx, quads); err != nil {
		done, unknown := s.isHead(ctx, next)
		if unknown != nil {
			return graph.Revision{}, fmt.Errorf("publish revision %d: %w; whether it was published is not known: %w", next.Number, err, unknown)
		}
		if !done {
			return graph.Revision{}, fmt.Errorf("publish revision %d: %w", next.Number, err)
		}
	}
	if err := s.prune(context.WithoutCancel(ctx), append(past, next)); err != nil {
		return next.Revision, fmt.Errorf("revision %d is published, but older data was not removed: %w", next.Number, err)
	}
	return next.Revision, nil
}

// isHead reports whether the revision is published: of a transaction that failed as its connection broke, the outcome
// has to be read.
func (s *Store) isHead(ctx context.Context, rev revision) (done bool, err error) {
	err = s.read(context.WithoutCancel(ctx), func(v view) error {
		head, err := v.revision(0)
		done = head.Revision == rev.Revision
		return err
	})
	return done, err
}

// content is a dataset with its hash, which is dear to compute.
type content struct {
	*graph.Dataset
	hash string
}

// id names the release of the content.
func (c content) id() string { return c.Name + ":" + c.hash[:16] }

// contentsOf returns the datasets in the order of their releases. The hashes of some may be known.
func contentsOf(datasets []*graph.Dataset, known ...map[string]content) ([]content, error) {
	hashed := map[*graph.Dataset]content{}
	for _, contents := range known {
		for _, c := range contents {
			hashed[c.Dataset] = c
		}
	}
	names := map[string]bool{}
	contents := convert(datasets, func(d *graph.Dataset) content {
		if c, ok := hashed[d]; ok {
			return c
		}
		return content{d, d.Hash()}
	})
	for _, c := range contents {
		if names[c.Name] {
			return nil, fmt.Errorf("two datasets have the name %q; give one of them another", c.Name)
		}
		names[c.Name] = true
	}
	slices.SortFunc(contents, func(a, b content) int { return strings.Compare(a.id(), b.id()) })
	return contents, nil
}

// revisionHash depends on the content alone: equal sets of datasets have equal hashes in every store.
func revisionHash(contents []content) string {
	h := sha256.New()
	for _, c := range contents {
		fmt.Fprintf(h, "%q %s\n", c.Name, c.hash)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// write stores the releases that no kept revision has. One that an earlier call left unfinished is not among those of
// any revision: it is completed here, or removed by prune.
func (s *Store) write(ctx context.Context, past []revision, contents []content) error {
	missing := slices.DeleteFunc(slices.Clone(contents), func(c content) bool { return used(past, c.id()) })
	if err := s.addEach(ctx, s.reported(len(missing), encoded(missing))); err != nil {
		return fmt.Errorf("store the releases: %w", err)
	}
	return nil
}

// reported tells Progress of every part, once the next one is asked for.
func (s *Store) reported(all int, parts iter.Seq2[[]quad.Quad, error]) iter.Seq2[[]quad.Quad, error] {
	if s.Progress == nil {
		return parts
	}
	return func(yield func([]quad.Quad, error) bool) {
		done, count := 0, 0
		for quads, err := range parts {
			if !yield(quads, err) {
				return
			}
			done, count = done+1, count+len(quads)
			s.Progress(done, all, count)
		}
	}
}

// encoded returns the quads of each content. The next one is encoded while the one before it is being stored.
func encoded(contents []content) iter.Seq2[[]quad.Quad, error] {
	type release struct {
		quads []quad.Quad
		err   error
	}
	return func(yield func([]quad.Quad, error) bool) {
		next, enough := make(chan release), make(chan struct{})
		var encoding sync.WaitGroup
		encoding.Go(func() {
			defer close(next)
			for _, c := range contents {
				quads, err := encode(c)
				select {
				case next <- release{quads, err}:
				case <-enough:
					return
				}
			}
		})
		defer encoding.Wait() // nothing reads the datasets once Publish has returned
		defer close(enough)
		for r := range next {
			if !yield(r.quads, r.err) {
				return
			}
		}
	}
}

func used(by []revision, id string) bool {
	return slices.ContainsFunc(by, func(r revision) bool {
		_, found := slices.BinarySearch(r.releases, id)
		return found
	})
}
