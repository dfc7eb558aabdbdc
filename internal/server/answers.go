package server

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"sync"
	"time"

	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/schema"
)

// NoAnswerCache is the Config.AnswerCache of a server that keeps no answers.
const NoAnswerCache = -1

// answers keeps whole answers to queries without errors. Between two loads nothing changes them but the day. An answer is
// found by all that it depends on: the document, the name of the operation, the variables, the day, and what the client
// may do. It belongs to the data and the trusted documents that it was made with; when others are loaded, all answers go
// at once, so that none can outlive its data.
type answers struct {
	most    int // bytes; none are kept below 1
	clock   func() time.Time
	current func() generation

	mu   sync.Mutex
	made generation
	kept *cache[answerKey, *answer]
}

// generation is what answers are made with.
type generation struct {
	data    *schema.Data
	trusted *manifest
}

// answer is what is kept of an operation that ran.
type answer struct {
	data                   []byte
	operation, field, hash string        // as in exchange
	tag                    func() string // names the data
}

func newAnswer(data []byte, x *exchange) *answer {
	return &answer{data, x.operation, x.field, x.hash, sync.OnceValue(func() string { return tagOf(data) })}
}

func tagOf(data []byte) string {
	sum := sha256.Sum256(data)
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}

func newAnswers(c Config) *answers {
	return &answers{most: c.AnswerCache, clock: c.Clock, current: func() generation {
		g := generation{data: c.Data.Load()}
		if c.Trusted != nil {
			g.trusted = c.Trusted.current.Load()
		}
		return g
	}}
}

// answerOverhead is about what an entry takes beside its data.
const answerOverhead = 500

// of returns the cache of a generation; nil where that is not the current one, or none are kept.
func (a *answers) of(g generation) *cache[answerKey, *answer] {
	if a.most < 1 {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if g != a.current() {
		return nil
	}
	if a.kept == nil || a.made != g {
		a.made = g
		a.kept = newCache(a.most, func(_ answerKey, v *answer) int { return cap(v.data) + answerOverhead })
	}
	return a.kept
}

// forget lets all answers go, and the data that they were made with: until somebody asks, nothing else would.
func (a *answers) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.made, a.kept = generation{}, nil
}

// answerKey is what an answer depends on, but for the data and the trusted documents.
type answerKey struct {
	question question
	scope    auth.Scope
	day      int64 // in UTC, counted from 1970
}

// asked is a request as far as its answer depends on it.
type asked struct {
	generation

	key answerKey
}

// asked returns what is asked by a question, of data.
func (a *answers) asked(data *schema.Data, q question, scope auth.Scope) asked {
	if a.most < 1 {
		return asked{}
	}
	g := a.current()
	g.data = data
	return asked{g, answerKey{q, scope, a.day()}}
}

func (a *answers) day() int64 { return a.clock().Unix() / int64((24 * time.Hour).Seconds()) }

// get returns the answer that is kept; nil where there is none.
func (a *answers) get(ctx context.Context, q asked) *answer {
	if c := a.of(q.generation); c != nil {
		found, _ := c.Get(ctx, q.key)
		return found
	}
	return nil
}

// add keeps an answer, unless other data, other documents or another day came while it was made.
func (a *answers) add(ctx context.Context, q asked, made *answer) {
	if c := a.of(q.generation); c != nil && q.key.day == a.day() {
		c.Add(ctx, q.key, made)
	}
}
