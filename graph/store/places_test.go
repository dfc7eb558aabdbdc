package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"pgregory.net/rapid"

	"github.com/clausegraph/clausegraph/internal/pgtest"
	"github.com/clausegraph/clausegraph/internal/race"
)

// place is a kind of store. Every test of this package that has one is held against all of them.
type place struct {
	name   string
	spec   func() (string, error) // of a new, empty store
	checks int                    // random cases for each property; those of lasting stores take a hundred times longer
}

var places = []place{
	{"mem", func() (string, error) { return "mem:", nil }, 40},
	{"bolt", func() (string, error) {
		return fmt.Sprintf("bolt:%s/%d", folder, files.Add(1)), nil
	}, 6},
	{"postgres", func() (string, error) {
		dsn, err := database15.Schema()
		return "postgres:" + dsn, err
	}, 3},
}

var (
	folder     string // of all files
	files      atomic.Int32
	database15 *pgtest.Server
)

func TestMain(m *testing.M) {
	flag.Parse()
	if spec := os.Getenv(victimSpec); spec != "" {
		fmt.Fprintln(os.Stderr, victim(spec))
		os.Exit(1)
	}
	os.Exit(run(m))
}

func run(m *testing.M) int {
	var err error
	folder, err = os.MkdirTemp("", "clausegraph")
	if err == nil {
		defer os.RemoveAll(folder)
		database15, err = pgtest.Start(context.Background())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer database15.Close()
	return m.Run()
}

func onEach(t *testing.T, test func(*testing.T, place)) {
	for _, k := range places {
		t.Run(k.name, func(t *testing.T) { test(t, k) })
	}
}

func onEachBenchmark(b *testing.B, benchmark func(*testing.B, place)) {
	for _, k := range places {
		b.Run(k.name, func(b *testing.B) { benchmark(b, k) })
	}
}

// open opens a new, empty store.
func (k place) open(t fataler) *Store {
	t.Helper()
	spec, err := k.spec()
	if err != nil {
		t.Fatal(err)
	}
	return openAt(t, spec)
}

func openAt(t fataler, spec string) *Store {
	t.Helper()
	s, err := Open(context.Background(), spec)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// check is rapid.Check with as many cases as the kind has time for; a number given on the command line stands.
func (k place) check(t *testing.T, property func(*rapid.T)) {
	checks := flag.Lookup("rapid.checks")
	if given := checks.Value.String(); given == checks.DefValue {
		defer func() { _ = checks.Value.Set(given) }()
		if err := checks.Value.Set(strconv.Itoa(race.Cases(k.checks))); err != nil {
			t.Fatal(err)
		}
	}
	rapid.Check(t, property)
}

func TestOpenRefuses(t *testing.T) {
	damaged := filepath.Join(folder, "damaged")
	if err := os.WriteFile(damaged, []byte(strings.Repeat("no store", 10_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	taken := filepath.Join(folder, "taken")
	defer openAt(t, "bolt:"+taken).Close()
	for spec, want := range map[string]string{
		"":                                "mem:",
		"mem":                             "postgres:DSN",
		"bolt:":                           "bolt:PATH",
		"sqlite:x":                        "unknown store",
		"bolt:" + folder + "/nowhere/x":   "make it first",
		"bolt:" + damaged:                 "restore it from a backup",
		"bolt:" + taken:                   "open in another process",
		"postgres:host=/nowhere dbname=x": "no such file",
		"postgres://u:secret@%%":          "cannot be read",
		"postgres://u:secret@127.0.0.1:1/x?sslmode=disable": "refused",
	} {
		s, err := Open(context.Background(), spec)
		if err == nil {
			err = errors.Join(errors.New("it was opened"), s.Close())
		}
		if !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("Open(%q): %v; want an error that says %q and no password", spec, err, want)
		}
	}
}
