//go:build linux

package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"text/tabwriter"
	"time"
)

// soaked is a server with what came of it.
type soaked struct {
	*server

	rounds       []round
	acknowledged int // changes
	changes      int
	faults       int
	edited       chan struct{} // closed once a change was made in the round

	mu                                   sync.Mutex
	times                                []time.Duration // of honest answers
	seen                                 map[string][32]byte
	refused, attacks, reloads, unchanged int
	problems                             int
	first                                []string // of the problems
}

// round is what a round came to.
type round struct {
	use

	answers  int
	p50, p99 time.Duration
}

func newRound(u use, times []time.Duration) round {
	sorted := slices.Sorted(slices.Values(times))
	return round{u, len(sorted), at(sorted, 0.50), at(sorted, 0.99)}
}

func at(sorted []time.Duration, share float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

// told bounds the problems that are kept in words.
const told = 20

func (s *soaked) wrong(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problem(fmt.Sprintf(format, args...))
}

func (s *soaked) problem(text string) {
	if s.problems++; s.problems <= told {
		s.first = append(s.first, s.name+": "+text)
	}
}

func (s *soaked) count(n *int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	*n++
}

// results are those of all servers.
type results struct{ soaked []*soaked }

func (r *results) stop() error {
	var problems []error
	for _, s := range r.soaked {
		problems = append(problems, s.stop())
	}
	return errors.Join(problems...)
}

// warm forgets the round that filled caches and pools.
func (r *results) warm() {
	for _, s := range r.soaked {
		s.rounds, s.times = nil, nil
	}
}

func (r *results) line() string {
	text := ""
	for _, s := range r.soaked {
		if len(s.rounds) > 0 {
			last := s.rounds[len(s.rounds)-1]
			text += fmt.Sprintf("  %s: %d answers, p99 %v, %.0f goroutines, %.0f files, heap %.1f MB, %d changes, %d problems", s.name, last.answers, last.p99.Round(time.Millisecond), last.goroutines, last.files, last.heap/1e6, s.acknowledged, s.problems)
		}
	}
	return text
}

// A figure may grow from the first third of the rounds to the last by a part of itself and by so much: what a cache or a
// pool of connections takes between two rounds. Of the heap and of goroutines it is less than what one generation of the data
// takes, 25 to 36 MB and one goroutine of its index, times the rounds of a short soak: a round makes three or more.
const (
	looseGoroutines = 5
	looseFiles      = 10
	looseHeap       = 20e6
	looseShare      = 0.05
)

// figure is a number of a round.
type figure struct {
	name  string
	of    func(round) float64
	loose float64 // how much it may grow beside its share; below 0: it is told, not judged
	unit  string
}

var figures = []figure{
	{"goroutines", func(r round) float64 { return r.goroutines }, looseGoroutines, ""},
	{"open files", func(r round) float64 { return r.files }, looseFiles, ""},
	{"heap after collection", func(r round) float64 { return r.heap / 1e6 }, looseHeap / 1e6, " MB"},
	{"resident memory", func(r round) float64 { return r.resident / 1e6 }, -1, " MB"},
	{"answers in a round", func(r round) float64 { return float64(r.answers) }, -1, ""},
	{"median answer", func(r round) float64 { return float64(r.p50.Microseconds()) / 1e3 }, -1, " ms"},
	{"p99 answer", func(r round) float64 { return float64(r.p99.Microseconds()) / 1e3 }, -1, " ms"},
}

// thirds returns the median of the first third of the rounds, and of the last.
func (s *soaked) thirds(f figure) (first, last float64) {
	n := len(s.rounds) / 3
	middle := func(of []round) float64 {
		var values []float64
		for _, r := range of {
			values = append(values, f.of(r))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	if n == 0 {
		return 0, 0
	}
	return middle(s.rounds[:n]), middle(s.rounds[len(s.rounds)-n:])
}

// judge returns what must not be.
func (r *results) judge() error {
	var problems []error
	for _, s := range r.soaked {
		for _, text := range s.first {
			problems = append(problems, errors.New(text))
		}
		if more := s.problems - len(s.first); more > 0 {
			problems = append(problems, fmt.Errorf("%s: and %d more", s.name, more))
		}
		for _, f := range s.log.faults {
			problems = append(problems, fmt.Errorf("%s: the log: %s", s.name, f))
		}
		if len(s.rounds) < leastRounds {
			problems = append(problems, fmt.Errorf("%s: %d rounds prove nothing", s.name, len(s.rounds)))
		}
		for _, f := range figures {
			if first, last := s.thirds(f); f.loose >= 0 && last > first*(1+looseShare)+f.loose {
				problems = append(problems, fmt.Errorf("%s: %s grow from %.1f to %.1f", s.name, f.name, first, last))
			}
		}
		if s.acknowledged == 0 || s.attacks == 0 || s.reloads == 0 || len(s.times) == 0 {
			problems = append(problems, fmt.Errorf("%s: %d changes, %d attacks, %d reloads and %d answers prove nothing", s.name, s.acknowledged, s.attacks, s.reloads, len(s.times)))
		}
	}
	return errors.Join(problems...)
}

// table prints what came of it.
func (r *results) table(to io.Writer) {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	defer w.Flush()
	for _, s := range r.soaked {
		fmt.Fprintf(w, "%s: %d rounds, each with a SIGHUP, a reload and a failure of the store\n", s.name, len(s.rounds))
		fmt.Fprintf(w, "\tfirst third\tlast third\tchange\tmay grow to\n")
		for _, f := range figures {
			first, last := s.thirds(f)
			may := "told only"
			if f.loose >= 0 {
				may = fmt.Sprintf("%.1f%s", first*(1+looseShare)+f.loose, f.unit)
			}
			change := 0.0
			if first > 0 {
				change = 100 * (last/first - 1)
			}
			fmt.Fprintf(w, "%s\t%.1f%s\t%.1f%s\t%+.1f %%\t%s\n", f.name, first, f.unit, last, f.unit, change, may)
		}
		fmt.Fprintf(w, "%d answers, %d refused with 429 or 503, %d attacks, %d changes acknowledged and kept, %d refused, %d reloads, %d failures of the store, %d problems\n\n",
			len(s.times), s.refused, s.attacks, s.acknowledged, s.unchanged, s.reloads+s.faults, s.faults, s.problems)
	}
}
