package server

import (
	"runtime"
	"time"
)

// Limits bound what one client can make the server do. They are far above what the largest honest operation needs. A
// zero field means its default.
type Limits struct {
	Body       int64         // bytes of a request body: 256 kB
	URL        int           // bytes of the query part of a URL: 16 kB
	Document   int           // bytes of a document: 32 kB
	Tokens     int           // lexical tokens of a document: 4,000
	Depth      int           // nested fields: 16
	Fields     int           // selected fields once fragments are expanded: 500
	Aliases    int           // 60
	Directives int           // 50
	Fragments  int           // 50
	Operations int           // operations of a document: 20
	Cost       int           // of an operation, as package schema counts it: 200,000, or about 200 ms
	Errors     int           // errors of one answer: 20
	Time       time.Duration // to answer an operation: 5 s
	Concurrent int           // operations that are answered at the same time: 8 for each core, and at least 16
	Wait       time.Duration // for the turn of an operation, before it is refused: 500 ms
}

func (l Limits) withDefaults() Limits {
	set(&l.Body, 256<<10)
	set(&l.URL, 16<<10)
	set(&l.Document, 32<<10)
	set(&l.Tokens, 4000)
	set(&l.Depth, 16)
	set(&l.Fields, 500)
	set(&l.Aliases, 60)
	set(&l.Directives, 50)
	set(&l.Fragments, 50)
	set(&l.Operations, 20)
	set(&l.Cost, 200_000)
	set(&l.Errors, 20)
	set(&l.Time, 5*time.Second)
	set(&l.Concurrent, max(16, 8*runtime.GOMAXPROCS(0)))
	set(&l.Wait, 500*time.Millisecond)
	return l
}

func set[T comparable](field *T, standard T) {
	var zero T
	if *field == zero {
		*field = standard
	}
}
