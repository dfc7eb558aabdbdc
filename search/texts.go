package search

import (
	"errors"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/clausegraph/clausegraph/graph"
)

// The bounds of what one index takes over from another. Each time adds a segment, and every search reads all of them.
const (
	mostTimes = 32
	mostShare = 0.25 // of the documents that differ
)

// texts is the documents in Bleve, which an index shares with the one that came after it. Each reads the state that it was
// opened at; only the last one may be followed by another.
type texts struct {
	bleve.Index

	mu     sync.Mutex
	shared int    // indexes that use it
	last   *Index // whose documents it holds; nil once that is not known
	times  int    // that it was changed
}

func newTexts(x *Index) (*texts, error) {
	t := &texts{shared: 1, last: x}
	var err error
	t.Index, err = bleve.NewUsing("", bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	return t, err
}

// drop closes it when nobody uses it any more.
func (t *texts) drop() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.shared--; t.shared > 0 {
		return nil
	}
	return t.Close()
}

// After lets the index take over what another one, of an earlier revision, has of the documents that are still the same. It
// finds what it would find without.
func After(earlier *Index) Option {
	return func(x *Index) {
		if earlier != nil && earlier.hold() {
			x.earlier = earlier
		}
	}
}

// hold keeps what the index has until drop is called, even if it is closed. It is false of an index that is closed.
func (x *Index) hold() bool {
	x.using.RLock()
	defer x.using.RUnlock()
	if x.closed {
		return false
	}
	x.holders.Add(1)
	return true
}

// drop frees what the index has, when its owner and those who hold it have all let it go.
func (x *Index) drop() error {
	if x.holders.Add(-1) > 0 {
		return nil
	}
	x.cancel()
	<-x.ready
	var errs []error
	if x.reader != nil {
		errs = append(errs, x.reader.Close())
	}
	if x.text != nil {
		errs = append(errs, x.text.drop())
	}
	return errors.Join(errs...)
}

// follow takes over the texts of an earlier index and changes what is different. It reports whether it did: if not, the texts have
// to be laid out anew.
func (x *Index) follow(y *Index) (bool, error) {
	if y == nil || y.err != nil || !x.concepts.same(y.concepts) {
		return false, nil
	}
	lengths := [2][]int{make([]int, len(x.docs)), make([]int, len(x.docs))}
	var changed []int32
	kept := make([]bool, len(y.docs))
	byRef := make(map[string]int32, len(y.docs))
	for i, r := range y.docs {
		byRef[r.Ref] = int32(i)
	}
	for i, r := range x.docs {
		was, ok := byRef[r.Ref]
		if !ok || !sameTexts(x, r, y, y.docs[was]) {
			changed = append(changed, int32(i))
			kept[was] = kept[was] || ok
			continue
		}
		kept[was] = true
		lengths[0][i], lengths[1][i] = y.lengths[0][was], y.lengths[1][was]
	}
	if float64(len(changed)) > mostShare*float64(len(x.docs)) {
		return false, nil
	}
	t := y.text
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.last != y || t.times >= mostTimes {
		return false, nil
	}
	x.text, t.last = t, nil
	t.shared++
	b := t.NewBatch()
	for _, i := range changed {
		doc, length := x.document(x.docs[i], stem)
		if err := b.IndexAdvanced(doc); err != nil {
			return false, err
		}
		lengths[0][i], lengths[1][i] = length[0], length[1]
	}
	for i, r := range y.docs {
		if !kept[i] {
			b.Delete(r.Ref)
		}
	}
	if b.Size() > 0 {
		if err := t.Batch(b); err != nil {
			return false, err
		}
		t.times++
	}
	x.measure(lengths)
	if err := x.open(); err != nil {
		return false, err
	}
	t.last = x
	return true, nil
}

// sameTexts reports whether all that document looks at is the same of two requirements, where the glossary is.
func sameTexts(x *Index, r *graph.Requirement, y *Index, s *graph.Requirement) bool {
	if r.Title != s.Title || !slices.Equal(r.Laws, s.Laws) || len(r.Points()) != len(s.Points()) {
		return false
	}
	a, b := r.Parent(), s.Parent()
	for ; a != nil && b != nil; a, b = a.Parent(), b.Parent() {
		if a.Title != b.Title {
			return false
		}
	}
	if a != nil || b != nil {
		return false
	}
	same := func(r, s *graph.Requirement) bool {
		return r.Gist == s.Gist && slices.Equal(x.overlay[r.Ref], y.overlay[s.Ref]) && slices.Equal(x.beyond[r.Index()], y.beyond[s.Index()])
	}
	for i, p := range r.Points() {
		if !same(p, s.Points()[i]) {
			return false
		}
	}
	return same(r, s)
}

// same reports whether two glossaries find the same in every text.
func (c *concepts) same(d *concepts) bool {
	return slices.EqualFunc(c.terms, d.terms, func(a, b concept) bool {
		return a.id == b.id && slices.Equal(a.forms, b.forms)
	})
}
