//go:build unix

// Command measure prints how fast coverage is and how it grows, as a table of ratios that come from one run. It takes
// some minutes, 4 GB of memory and PostgreSQL; run it on a machine that does nothing else.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/growth"
	"github.com/clausegraph/clausegraph/loader"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	part := flag.Int("cayley", 20, "`standards` of 500 requirements in the part that Cayley is asked about")
	whole := flag.Int("standards", 200, "`standards` of 500 requirements in the whole, with 5000 claims each")
	flag.Parse()
	if *part < 13 || *whole < 26 {
		fmt.Fprintln(os.Stderr, "measure: a part has at least 13 standards, the whole 26")
		os.Exit(2)
	}
	m := measurement{ctx: ctx}
	for _, step := range []func() error{
		m.shipped,
		func() error { return m.whole(*whole) },
		func() error { return m.postgres(*whole) },
		func() error { return m.cayley(*part) },
		m.curve,
	} {
		if err := step(); err != nil {
			fmt.Fprintln(os.Stderr, "measure:", err)
			os.Exit(1)
		}
	}
	fmt.Print(m.table())
}

// measurement collects the rows of the table.
type measurement struct {
	ctx  context.Context
	rows [][]string
}

func (m *measurement) row(what, measured, goal string) {
	m.rows = append(m.rows, []string{what, measured, goal})
}

func progress(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
}

// best returns the shortest of some runs: what other programs take of the machine makes no run shorter.
func best(runs int, f func()) time.Duration {
	shortest := time.Duration(1<<63 - 1)
	for range runs {
		start := time.Now()
		f()
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}

// inTurn returns the shortest run of each function. They take turns for a while, so that what else the machine does meets
// all of them alike.
func inTurn(during time.Duration, functions ...func()) []time.Duration {
	shortest := make([]time.Duration, len(functions))
	for start, first := time.Now(), true; first || time.Since(start) < during; first = false {
		for i, f := range functions {
			if took := best(1, f); first || took < shortest[i] {
				shortest[i] = took
			}
		}
	}
	return shortest
}

// shipped asks the main question of the data that is built into the program.
func (m *measurement) shipped() error {
	progress("the shipped data")
	r, err := loader.Load(m.ctx, loader.Embedded())
	if err != nil {
		return err
	}
	s, err := graph.Build(graph.Revision{}, r.Datasets)
	if err != nil {
		return err
	}
	e := coverage.New(s)
	q := coverage.Question{Held: []string{"iso-27001-2022"}, Target: "isms-p-2023"}
	ask := func(proofs bool) func() {
		return func() {
			a, err := e.Gap(q)
			if err != nil {
				panic(err)
			}
			if proofs {
				a.Items[0].Proof()
			}
		}
	}
	ask(true)()
	verdicts, proofs := best(5000, ask(false)), best(1000, ask(true))
	m.row("shipped data, 27001:2022 → ISMS-P: 101 verdicts", fmt.Sprintf("%s, %.0f allocations", short(verdicts), allocations(ask(false))), "tens of µs")
	m.row("the same with all proofs and remainders", fmt.Sprintf("%s, %.0f allocations", short(proofs), allocations(ask(true))), "")
	return nil
}

// allocations returns how many a call makes.
func allocations(f func()) float64 {
	const runs = 100
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs-before.Mallocs) / runs
}

func build(size growth.Size, simple bool) (*graph.Snapshot, error) {
	datasets := growth.World(size)
	if simple {
		datasets = growth.Simple(datasets)
	}
	return graph.Build(graph.Revision{}, datasets)
}

func sizeOf(standards int) growth.Size {
	return growth.Size{Standards: standards, PerStandard: 500, Claims: 5000 * standards}
}

// whole asks the engine and the bare loop about the whole of a world.
func (m *measurement) whole(standards int) error {
	size := sizeOf(standards)
	progress("a world of %d requirements and %d claims", size.Requirements(), size.Claims)
	empty := heap()
	s, err := build(size, false)
	if err != nil {
		return err
	}
	filled := heap()
	progress("laying it out for questions")
	e := coverage.New(s)
	laid := heap()
	claims := float64(len(s.Mappings()))
	b := growth.NewBare(s)
	domains := (standards + 12) / 13

	var everywhere []string
	for d := range domains - 1 {
		everywhere = append(everywhere, growth.InDomain(d, 3)...)
	}
	held, target := growth.InDomain(domains/2-1, 3), growth.Ref((domains/2-1)*13+9)
	gap := func(held []string, proofs bool) func() {
		return func() {
			a, err := e.Gap(coverage.Question{Held: held, Target: target})
			if err != nil {
				panic(err)
			}
			if proofs {
				a.Items[0].Proof()
			}
		}
	}
	progress("everything that follows")
	gap(everywhere, true)()
	full := inTurn(5*time.Second, gap(everywhere, true))[0]
	reached := 0
	all := growth.Held(s, everywhere)
	b.Spread(all)
	for _, n := range s.Nodes() {
		if n.Assessable && b.Verdict(n.Index()) > 0 {
			reached++
		}
	}
	m.row(fmt.Sprintf("%d requirements, %d claims: all that follows from %d standards (%d requirements proved), each with its best proof", size.Requirements(), len(s.Mappings()), len(everywhere), reached), short(full), "< 1 s")
	progress("one standard")
	h := growth.Held(s, held)
	touched := b.Spread(h)
	times := inTurn(20*time.Second, gap(held, false), gap(held, true), func() { b.Spread(h) })
	one, proofs, bare := times[0], times[1], times[2]
	m.row(fmt.Sprintf("one standard of 500 against three held (%d of %d readings of claims touched)", touched, b.Arcs()), short(one), "< 20 ms")
	m.row("the same with the best proof, points and remainder of all 500", short(proofs), "")
	m.row("against a bare loop over flat arrays ("+short(bare)+"), verdicts", ratio(one, bare), "≤ 3")
	m.row("against the bare loop, with all proofs", ratio(proofs, bare), "")
	m.row("memory for each claim: what the engine lays out", fmt.Sprintf("%.0f bytes", float64(laid-filled)/claims), "< 200")
	catalogs, texts := withoutClaims(size), textsOf(s)
	m.row("memory for each claim: the snapshot, catalogs apart", fmt.Sprintf("%.0f bytes, of which %.0f texts", float64(filled-empty-catalogs)/claims, texts/claims), "< 200, texts apart")
	runtime.KeepAlive(s)
	return nil
}

// heap returns how many bytes are in use.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// withoutClaims returns how many bytes the catalogs of a world take.
func withoutClaims(size growth.Size) int64 {
	before := heap()
	datasets := growth.World(growth.Size{Standards: size.Standards, PerStandard: size.PerStandard})[:size.Standards+1]
	s, err := graph.Build(graph.Revision{}, datasets)
	datasets = nil
	taken := heap() - before
	runtime.KeepAlive(s)
	if err != nil {
		panic(err)
	}
	return taken
}

// textsOf returns how many bytes the texts of claims take: a string is its bytes and 16 more. What all claims share is
// counted with those 16 alone.
func textsOf(s *graph.Snapshot) float64 {
	total := 0
	for _, m := range s.Mappings() {
		total += 16*19 + len(m.ID) // ID, Crosswalk, Basis, Why, Remainder, Source, Review, Valid
		for _, ref := range append(m.From, m.To...) {
			total += 16 + len(ref)
		}
	}
	return float64(total)
}

// curve measures how the time grows with what is touched: all of it where proofs are asked for, since verdicts look at less.
func (m *measurement) curve() error {
	var points []string
	for _, size := range []growth.Size{{Standards: 20, PerStandard: 50, Claims: 10_000}, sizeOf(20), sizeOf(200)} {
		progress("the curve at %d claims", size.Claims)
		s, err := build(size, false)
		if err != nil {
			return err
		}
		e, b := coverage.New(s), growth.NewBare(s)
		held := growth.InDomain(0, 3)
		touched := b.Spread(growth.Held(s, held))
		q := coverage.Question{Held: held, Target: growth.Ref(9)}
		ask := func(proofs bool) func() {
			return func() {
				a, err := e.Gap(q)
				if err != nil {
					panic(err)
				}
				if proofs {
					a.Items[0].Proof()
				}
			}
		}
		t := inTurn(5*time.Second, ask(false), ask(true))
		points = append(points, fmt.Sprintf("%d claims: %s for %d, %.1f ns each (%s without proofs)", size.Claims, short(t[1]), touched, float64(t[1])/float64(touched), short(t[0])))
	}
	m.row("proofs of all that follows: time for each reading of a claim touched", strings.Join(points, "; "), "linear")
	return nil
}

// table writes the rows in Markdown.
func (m *measurement) table() string {
	var b strings.Builder
	b.WriteString("| what | measured | goal |\n|---|---|---|\n")
	for _, r := range m.rows {
		fmt.Fprintf(&b, "| %s |\n", strings.Join(r, " | "))
	}
	return b.String()
}

// short writes a time with three digits.
func short(d time.Duration) string {
	for _, unit := range []struct {
		size time.Duration
		name string
	}{{time.Second, "s"}, {time.Millisecond, "ms"}, {time.Microsecond, "µs"}} {
		if d >= unit.size {
			return fmt.Sprintf("%.3g %s", float64(d)/float64(unit.size), unit.name)
		}
	}
	return d.String()
}

func ratio(a, b time.Duration) string { return fmt.Sprintf("%.3g ×", float64(a)/float64(b)) }
