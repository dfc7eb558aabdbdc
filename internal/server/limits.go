package server

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
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
	Change     time.Duration // to change data, whether the client stays or not: 15 s
	Concurrent int           // operations that are answered at the same time: 8 for each core, and at least 16
	Wait       time.Duration // for the turn of an operation, before it is refused: 500 ms
	Waiting    int           // operations that wait for their turn, of which one client's are a quarter at most: 1,024

	// Connections are those that one address may have open at a time, of IPv6 the network of 64 bits: 512. Without a value,
	// those of the server's own machine are not counted. Negative is no limit.
	Connections int

	Variables int // values in the variables of an operation, lists and objects counted as well: 100,000
	Nesting   int // of lists and objects in the variables: 32

	// Rate is the cost that each key, or each address without a key, may spend in a second; Burst is what it may save up.
	// A request costs 100 for itself, a byte of a document that is not known yet 1, an operation its Cost. The defaults are
	// 200,000 and 2,000,000 where other machines are served, and no limit where only this one is. A negative Rate is none.
	Rate, Burst int

	Header time.Duration // to send the headers of a request: 3 s
	Read   time.Duration // to send a whole request: 10 s
	Write  time.Duration // to take an answer, from the end of the headers: 20 s
	Idle   time.Duration // between two requests of a connection: 60 s
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
	set(&l.Change, 15*time.Second)
	set(&l.Concurrent, max(16, 8*runtime.GOMAXPROCS(0)))
	set(&l.Wait, 500*time.Millisecond)
	set(&l.Waiting, 1024)
	set(&l.Connections, 512)
	set(&l.Variables, 100_000)
	set(&l.Nesting, 32)
	set(&l.Rate, 200_000)
	set(&l.Burst, 2_000_000)
	set(&l.Header, 3*time.Second)
	set(&l.Read, 10*time.Second)
	set(&l.Write, 20*time.Second)
	set(&l.Idle, 60*time.Second)
	return l
}

func set[T comparable](field *T, standard T) {
	var zero T
	if *field == zero {
		*field = standard
	}
}

// limit is one of Limits, by the name that operators use.
type limit struct {
	name  string
	field func(*Limits) any // pointer to an int, int64 or Duration
}

var limitTable = []limit{
	{"body", func(l *Limits) any { return &l.Body }}, {"url", func(l *Limits) any { return &l.URL }},
	{"document", func(l *Limits) any { return &l.Document }}, {"tokens", func(l *Limits) any { return &l.Tokens }},
	{"depth", func(l *Limits) any { return &l.Depth }}, {"fields", func(l *Limits) any { return &l.Fields }},
	{"aliases", func(l *Limits) any { return &l.Aliases }}, {"directives", func(l *Limits) any { return &l.Directives }},
	{"fragments", func(l *Limits) any { return &l.Fragments }}, {"operations", func(l *Limits) any { return &l.Operations }},
	{"variables", func(l *Limits) any { return &l.Variables }}, {"nesting", func(l *Limits) any { return &l.Nesting }},
	{"cost", func(l *Limits) any { return &l.Cost }}, {"errors", func(l *Limits) any { return &l.Errors }},
	{"time", func(l *Limits) any { return &l.Time }}, {"change", func(l *Limits) any { return &l.Change }},
	{"concurrent", func(l *Limits) any { return &l.Concurrent }},
	{"wait", func(l *Limits) any { return &l.Wait }}, {"waiting", func(l *Limits) any { return &l.Waiting }},
	{"connections", func(l *Limits) any { return &l.Connections }},
	{"rate", func(l *Limits) any { return &l.Rate }}, {"burst", func(l *Limits) any { return &l.Burst }},
	{"header", func(l *Limits) any { return &l.Header }}, {"read", func(l *Limits) any { return &l.Read }},
	{"write", func(l *Limits) any { return &l.Write }}, {"idle", func(l *Limits) any { return &l.Idle }},
}

// LimitNames lists the names that ParseLimits knows.
func LimitNames() []string {
	names := make([]string, len(limitTable))
	for i, l := range limitTable {
		names[i] = l.name
	}
	return names
}

// ParseLimits returns the limits with the values given by name: whole numbers above 0, and times such as 5s. The value of
// rate and connections may be "none". It fails for a name or value that it does not know.
func ParseLimits(values map[string]string) (Limits, error) {
	var l Limits
	for name, text := range values {
		i := slices.IndexFunc(limitTable, func(l limit) bool { return l.name == name })
		if i < 0 {
			return l, fmt.Errorf("there is no limit %q; there are %s", name, strings.Join(LimitNames(), ", "))
		}
		var err error
		switch field := limitTable[i].field(&l).(type) {
		case *time.Duration:
			if *field, err = time.ParseDuration(text); err != nil || *field <= 0 {
				return l, fmt.Errorf("%s=%q is not a time such as 5s or 500ms", name, text)
			}
		case *int:
			if (name == "rate" || name == "connections") && text == "none" {
				*field = -1
				continue
			}
			if *field, err = strconv.Atoi(text); err != nil || *field <= 0 {
				return l, fmt.Errorf("%s=%q is not a whole number above 0", name, text)
			}
		case *int64:
			if *field, err = strconv.ParseInt(text, 10, 64); err != nil || *field <= 0 {
				return l, fmt.Errorf("%s=%q is not a whole number above 0", name, text)
			}
		}
	}
	return l, nil
}
