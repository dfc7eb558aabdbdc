package server

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

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
	kept *cache[*answer]
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

// answerOverhead is about what an entry takes beside its key and its data.
const answerOverhead = 400

// of returns the cache of a generation; nil where that is not the current one, or none are kept.
func (a *answers) of(g generation) *cache[*answer] {
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
		a.kept = newCache(a.most, func(key string, v *answer) int { return len(key) + cap(v.data) + answerOverhead })
	}
	return a.kept
}

// forget lets all answers go, and the data that they were made with: until somebody asks, nothing else would.
func (a *answers) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.made, a.kept = generation{}, nil
}

// asked is a request as far as its answer depends on it.
type asked struct {
	generation

	day string // in UTC
	key string // "" where no answers are kept
}

// asked returns what a request asks for, of data. Documents are named by their SHA-256 hash, as clients name them that
// have sent them before.
func (a *answers) asked(ctx context.Context, data *schema.Data, p *graphql.RawParams) asked {
	if a.most < 1 {
		return asked{}
	}
	q := asked{generation: a.current(), day: a.day()}
	q.data = data
	document := documentID(p)
	switch {
	case p.Query != "":
		sum := sha256.Sum256([]byte(p.Query))
		document = hex.EncodeToString(sum[:])
	case q.trusted != nil:
		document = "id " + document // which the manifest gives
	}
	b := fmt.Appendf(make([]byte, 0, 256), "%q %q %s %d ", document, p.OperationName, q.day, exchangeOf(ctx).who.Scope)
	if len(p.Variables) > 0 {
		variables, _ := json.Marshal(p.Variables) // in order of their names; they were JSON before
		b = append(b, variables...)
	}
	sum := sha256.Sum256(b)
	q.key = string(sum[:])
	return q
}

func (a *answers) day() string { return a.clock().UTC().Format(time.DateOnly) }

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
	if c := a.of(q.generation); c != nil && q.day == a.day() {
		c.Add(ctx, q.key, made)
	}
}
