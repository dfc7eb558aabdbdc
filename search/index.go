package search

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	api "github.com/blevesearch/bleve_index_api"
	"golang.org/x/sync/errgroup"

	"github.com/clausegraph/clausegraph/graph"
)

// Overlay is texts of the user's own by the ref of the requirement or point that they are about.
type Overlay map[string][]graph.Text

// Text returns the texts about a requirement or point, one below the other, in the language where there is one in it.
func (o Overlay) Text(r *graph.Requirement, l graph.Language) string {
	texts := make([]string, len(o[r.Ref]))
	for i, t := range o[r.Ref] {
		texts[i] = t.In(l)
	}
	return strings.Join(texts, "\n")
}

// Option says what else an index has.
type Option func(*Index)

// WithOverlay adds texts of the user's own. Those about refs that the snapshot does not have are left out.
func WithOverlay(texts Overlay) Option {
	return func(x *Index) { x.overlay = texts }
}

// Index finds requirements of one snapshot. It is safe for any number of readers, and holds memory until it is closed.
type Index struct {
	snapshot *graph.Snapshot
	overlay  Overlay
	weights  weights
	ready    chan struct{} // closed once the rest is there, or err
	cancel   context.CancelFunc
	err      error

	beyond     [][]graph.Text // by Requirement.Index: what claims say that it asks beyond others
	ids        *ids
	docs       []*graph.Requirement // every node but points, in order of the snapshot
	at         []int32              // by Requirement.Index: its place in docs, or -1
	concepts   *concepts
	everyday   *everyday
	laws       laws
	lexicon    *lexicon
	completer  *completer
	values     *values
	near       [][]neighbour
	twins      [][]int32
	weightNear []float32 // by document: the closeness of all its neighbours
	titles     []title
	family     family
	standing   []float64 // by document: the weight of its edition

	text    *texts
	reader  api.IndexReader
	place   []int32      // by number in Bleve: the place in docs
	lengths [2][]int     // by language and document: the weight of its text
	norms   [2][]float32 // and what that makes of a count
	scratch sync.Pool    // of boards
	spreads sync.Pool    // of spreadings

	earlier *Index       // to take over from, until the index is there
	using   sync.RWMutex // held for reading by searches
	closed  bool
	holders atomic.Int32 // its owner, and those that take over from it
}

// Build indexes every requirement and group of the snapshot, in memory, and returns the index once it is there. It
// fails when the context ends.
func Build(ctx context.Context, s *graph.Snapshot, options ...Option) (*Index, error) {
	x := Start(ctx, s, options...)
	if err := x.Wait(ctx); err != nil {
		_ = x.Close()
		return nil, err
	}
	return x, nil
}

// Start begins to index and returns at once. Searches wait until the index is there. The context bounds the work of
// indexing; the index keeps it, with all that it has, until it goes itself.
func Start(ctx context.Context, s *graph.Snapshot, options ...Option) *Index {
	x := &Index{snapshot: s, weights: shipped, ready: make(chan struct{})}
	x.holders.Store(1)
	for _, o := range options {
		o(x)
	}
	ctx, x.cancel = context.WithCancel(ctx)
	go func() {
		defer close(x.ready)
		defer x.letGo()
		if err := x.build(ctx); err != nil {
			x.err = fmt.Errorf("build search index: %w", err)
		}
	}()
	return x
}

// Wait returns when the index is there. It fails where the index could not be built, and with the error of the context
// when that ends first.
func (x *Index) Wait(ctx context.Context) error {
	select {
	case <-x.ready:
		return x.err
	default:
	}
	select {
	case <-x.ready:
		return x.err
	case <-ctx.Done():
		return fmt.Errorf("wait for the search index: %w", ctx.Err())
	}
}

// Ready reports whether a search would not have to wait.
func (x *Index) Ready() bool {
	select {
	case <-x.ready:
		return true
	default:
		return false
	}
}

// use waits for the index and keeps it open until release is called.
func (x *Index) use(ctx context.Context) (release func(), err error) {
	if err := x.Wait(ctx); err != nil {
		return nil, err
	}
	x.using.RLock()
	if x.closed {
		x.using.RUnlock()
		return nil, errors.New("the search index is closed")
	}
	return x.using.RUnlock, nil
}

// letGo ends the use of the earlier index.
func (x *Index) letGo() {
	if x.earlier != nil {
		_ = x.earlier.drop()
		x.earlier = nil
	}
}

// Close frees the index once the searches under way are done; later ones fail. It stops building, unless another index takes
// over from this one.
func (x *Index) Close() error {
	x.using.Lock()
	closed := x.closed
	x.closed = true
	x.using.Unlock()
	if closed {
		return nil
	}
	return x.drop()
}

func (x *Index) build(ctx context.Context) error {
	s := x.snapshot
	x.at, x.beyond = make([]int32, len(s.Nodes())), make([][]graph.Text, len(s.Nodes()))
	for i, r := range s.Nodes() {
		x.at[i], x.beyond[i] = -1, remainders(r)
		if !r.IsPoint() {
			x.at[i] = int32(len(x.docs))
			x.docs = append(x.docs, r)
		}
	}
	x.ids = newIDs(s)
	x.concepts, x.laws = newConcepts(s), newLaws(s)
	x.concepts.bridges = newBridges(x)
	x.everyday = newEveryday(x.concepts)
	x.values = newValues(s, x.docs)
	x.standing, x.family = x.weights.standings(x.docs), families(x.docs)
	var g errgroup.Group
	g.Go(func() error { return x.layOut(ctx) })
	g.Go(func() error {
		links := newLinks(x)
		x.near, x.weightNear = x.weights.neighbours(links)
		x.twins = twins(links)
		return nil
	})
	g.Go(func() error { x.titles = newTitles(x.docs); return nil })
	g.Go(func() error { x.lexicon = newLexicon(x); return nil })
	g.Go(func() error { x.completer = newCompleter(x); return nil })
	return g.Wait()
}

// layOut brings the documents into Bleve: those of the earlier index, where there is one, with what is different; else all.
func (x *Index) layOut(ctx context.Context) error {
	if x.earlier != nil && x.earlier.Wait(ctx) == nil {
		if done, err := x.follow(x.earlier); done || err != nil {
			return err
		}
	}
	var err error
	if x.text, err = newTexts(x); err != nil {
		return err
	}
	if err := x.fill(ctx); err != nil {
		return err
	}
	return x.open()
}

// batch is how many documents go into the index at a time, between looks at the context. Each becomes a segment, and
// every search reads all segments: many small ones would slow it down.
const batch = 20_000

// fill indexes the documents, as many batches at a time as there are processors.
func (x *Index) fill(ctx context.Context) error {
	lengths := [2][]int{make([]int, len(x.docs)), make([]int, len(x.docs))}
	g, ctx := errgroup.WithContext(ctx)
	workers := runtime.GOMAXPROCS(0)
	g.SetLimit(workers)
	size := max(1, min(batch, (len(x.docs)+workers-1)/workers))
	for from := 0; from < len(x.docs); from += size {
		g.Go(func() error {
			b, stem := x.text.NewBatch(), cachedStem()
			for i := from; i < min(from+size, len(x.docs)); i++ {
				if err := ctx.Err(); err != nil {
					return err
				}
				doc, length := x.document(x.docs[i], stem)
				if err := b.IndexAdvanced(doc); err != nil {
					return err
				}
				lengths[0][i], lengths[1][i] = length[0], length[1]
			}
			return x.text.Batch(b)
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	x.measure(lengths)
	return nil
}

// measure keeps the lengths of all documents.
func (x *Index) measure(lengths [2][]int) {
	x.lengths = lengths
	for l := range lengths {
		x.norms[l] = x.weights.norms(lengths[l])
	}
}

// open reads which document each number in Bleve stands for.
func (x *Index) open() error {
	advanced, err := x.text.Advanced()
	if err != nil {
		return err
	}
	if x.reader, err = advanced.Reader(); err != nil {
		return err
	}
	all, err := x.reader.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer all.Close()
	x.place = make([]int32, 0, len(x.docs))
	for {
		id, err := all.Next()
		if err != nil || id == nil {
			return err
		}
		ref, err := x.reader.ExternalID(id)
		if err != nil {
			return err
		}
		for n := id.Value(); uint64(len(x.place)) <= n; { // numbers of what is gone stay free
			x.place = append(x.place, -1)
		}
		x.place[id.Value()] = x.at[x.snapshot.Requirement(ref).Index()]
	}
}
