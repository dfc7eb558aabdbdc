package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/expect"
	"github.com/clausegraph/clausegraph/internal/race"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// program runs a command line in a process of its own and returns what it printed.
func program(t testing.TB, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	c := exec.Command(binary, args...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.String(), errs.String(), c.ProcessState.ExitCode()
}

// commandLine is the door that runs `clausegraph gap --format json`, on data that is loaded once for all cases.
func commandLine(t testing.TB, s *graph.Snapshot) expect.Door {
	return func(c expect.Case) (*expect.Answer, error) {
		args := []string{"gap", "--have", strings.Join(c.Held, ","), "--want", c.Target, "--as-of", string(c.AsOf), "--format", "json"}
		if c.Inventory != "" {
			args = append(args, "--controls", c.Inventory, "--scope", c.Scope)
		}
		if c.Policy.MinAssurance != 0 {
			args = append(args, "--min-assurance", c.Policy.MinAssurance.String())
		}
		for _, name := range c.Policy.Distrust {
			args = append(args, "--distrust", name)
		}
		args = append(args, "--max-hops", fmt.Sprint(c.Policy.MaxHops))
		var stdout, stderr bytes.Buffer
		status := (&app{loaded: s}).run(t.Context(), args, &stdout, &stderr)
		out, errs := stdout.String(), stderr.String()
		if status != exitDone {
			return nil, errors.New(strings.TrimSpace(strings.TrimPrefix(errs, "clausegraph: ")))
		}
		var answer gapAnswer
		d := json.NewDecoder(strings.NewReader(out))
		if err := d.Decode(&answer); err != nil {
			return nil, fmt.Errorf("the output is not JSON: %w", err)
		}
		return answer.read(), nil
	}
}

// gapAnswer is the part of the JSON of gap that the cases look at.
type gapAnswer struct {
	Summary coverage.Summary
	Doubts  []struct{ Requirement string }
	Items   []struct {
		Requirement string
		Verdict     coverage.Verdict
		Disposition coverage.Disposition
		Remainder   []struct{ Text graph.Text }
		Blockers    []struct{ Control string }
		Points      []struct {
			Ref     string
			Verdict coverage.Verdict
			Proof   *step
		}
		Proof *step
	}
}

type step struct {
	Requirement string
	Controls    []string
	Premises    []*step
	Missing     []string
}

func (a gapAnswer) read() *expect.Answer {
	answer := &expect.Answer{Summary: a.Summary}
	for _, d := range a.Doubts {
		answer.Doubts = append(answer.Doubts, d.Requirement)
	}
	for _, i := range a.Items {
		item := expect.Item{Ref: i.Requirement, Verdict: i.Verdict, Disposition: i.Disposition, Points: map[string]coverage.Verdict{}}
		for _, r := range i.Remainder {
			item.Remainder = append(item.Remainder, r.Text)
		}
		for _, b := range i.Blockers {
			item.Blockers = append(item.Blockers, b.Control)
		}
		for _, p := range i.Points {
			item.Points[p.Ref] = p.Verdict
			p.Proof.walk(&item)
		}
		i.Proof.walk(&item)
		item.Via = slices.Compact(slices.Sorted(slices.Values(item.Via)))
		item.By = slices.Compact(slices.Sorted(slices.Values(item.By)))
		item.Missing = slices.Compact(slices.Sorted(slices.Values(item.Missing)))
		answer.Items = append(answer.Items, item)
	}
	return answer
}

func (s *step) walk(item *expect.Item) {
	if s == nil {
		return
	}
	if s.Requirement != item.Ref && !strings.HasPrefix(s.Requirement, item.Ref+"-") {
		item.Via = append(item.Via, s.Requirement)
	}
	item.By = append(item.By, s.Controls...)
	item.Missing = append(item.Missing, s.Missing...)
	for _, p := range s.Premises {
		p.walk(item)
	}
}

// TestExpectations runs every case of the data through the library, the command line and GraphQL. The three must meet
// the expectations, and must say the same to the last item.
func TestExpectations(t *testing.T) {
	files, err := filepath.Glob("../../mappings/expect/*.test")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	engine := servertest.Data(t).Engine
	library, doors := expect.Library(engine), map[string]expect.Door{"command line": commandLine(t, engine.Snapshot()), "GraphQL": overGraphQL(t)}
	total := 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases, faults := expect.Parse(file, src)
		for _, f := range faults {
			t.Error(f)
		}
		total += len(cases)
		for _, c := range race.Sample(cases) {
			for _, f := range c.ReadControls(engine.Snapshot()) {
				t.Error(f)
			}
			if c.AsOf == "" {
				c.AsOf = "2026-11-22"
			}
			t.Run(fmt.Sprintf("%s:%d", filepath.Base(file), c.Place.Line), func(t *testing.T) {
				t.Parallel()
				for _, unmet := range c.Run(library) {
					t.Error(unmet)
				}
				want, wantErr := library(c)
				for name, door := range doors {
					got, err := door(c)
					if (err == nil) != (wantErr == nil) || err != nil && !strings.Contains(err.Error(), wantErr.Error()) {
						t.Errorf("%s: error %v, the library says %v", name, err, wantErr)
						continue
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s says something else (-library +%s):\n%s", name, name, diff)
					}
				}
			})
		}
	}
	if total < 40 {
		t.Errorf("%d cases, want at least 40", total)
	}
}
