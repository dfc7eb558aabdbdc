package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/graph"
)

// The environment of a process that publishes until it is killed, and of how often to kill one: make soak sets it.
const (
	victimSpec = "CLAUSEGRAPH_TEST_VICTIM"
	killCount  = "CLAUSEGRAPH_TEST_KILLS"
)

// victim publishes one variant after the other, and says which revision is acknowledged.
func victim(spec string) error {
	ctx := context.Background()
	s, err := Open(ctx, spec)
	if err != nil {
		return err
	}
	for {
		snap, err := s.Snapshot(ctx)
		if err != nil {
			return err
		}
		rev, err := s.Publish(ctx, "victim", published(snap.Revision().Number+1))
		if err != nil {
			return err
		}
		fmt.Println(rev.Number)
	}
}

// published is what the revision of the number is made of.
func published(number int) []*graph.Dataset {
	all := generated(100, 300, number)
	return all[:11+number%2] // two standards or three, so that releases come and go
}

// TestKilledWhilePublishing kills processes at random moments: the head is then a whole revision, none that was
// acknowledged is lost, and a publication after that leaves what it leaves in a store that nobody ever disturbed.
func TestKilledWhilePublishing(t *testing.T) {
	kills := 4
	if n, err := strconv.Atoi(os.Getenv(killCount)); err == nil {
		kills = n
	}
	for _, on := range places {
		if on.name == "mem" {
			continue // nothing of it is left to be wrong
		}
		t.Run(on.name, func(t *testing.T) {
			spec, err := on.spec()
			if err != nil {
				t.Fatal(err)
			}
			for i := range kills {
				acknowledged := killOne(t, spec, on.name == "postgres" && i%2 == 1)
				s := openAt(t, spec)
				rev := snapshot(t, s).Revision()
				if rev.Number < acknowledged {
					t.Fatalf("revision %d was acknowledged, the head is %d", acknowledged, rev.Number)
				}
				if rev.Number > 0 {
					if d := diff(build(t, rev, published(rev.Number)), snapshot(t, s)); d != "" {
						t.Fatalf("the head is not what was published\n%s", d)
					}
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			comparesWithUndisturbed(t, on, spec)
		})
	}
}

// killOne kills a publishing process, or the database below it, and returns the last revision it acknowledged.
func killOne(t *testing.T, spec string, database bool) int {
	c := exec.Command(os.Args[0], "-test.run=^$")
	c.Env = append(os.Environ(), victimSpec+"="+spec)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	moment := time.AfterFunc(time.Duration(200+rand.IntN(800))*time.Millisecond, func() {
		if database {
			_ = database15.Kill()
		}
		_ = c.Process.Kill()
	})
	defer moment.Stop()
	last := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if last, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
	}
	_ = c.Wait()
	if database {
		if err := database15.Restart(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	return last
}

// comparesWithUndisturbed publishes until every revision of the disturbed past is forgotten, in both stores.
func comparesWithUndisturbed(t *testing.T, on place, spec string) {
	disturbed, fresh := openAt(t, spec), on.open(t)
	defer disturbed.Close()
	defer fresh.Close()
	first := snapshot(t, disturbed).Revision().Number + 1
	for number := first; number < first+keep; number++ {
		publish(t, disturbed, published(number))
		publish(t, fresh, published(number))
	}
	if d := diff(snapshotOf(t, fresh), snapshotOf(t, disturbed)); d != "" {
		t.Errorf("(-undisturbed +disturbed)\n%s", d)
	}
	want := count(t, fresh)
	if first > 1 {
		want++ // the first revision of all has no previous one
	}
	if got := count(t, disturbed); got != want {
		t.Errorf("%d quads are stored, want %d", got, want)
	}
}

// snapshotOf returns the head under the number 0, so that stores that count differently can be compared.
func snapshotOf(t *testing.T, s *Store) *graph.Snapshot {
	var datasets []*graph.Dataset
	err := s.read(context.Background(), func(v view) error {
		head, err := v.revision(0)
		if err != nil {
			return err
		}
		contents, err := v.contents(head, nil)
		datasets = convert(contents, func(c content) *graph.Dataset { return c.Dataset })
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return build(t, graph.Revision{}, datasets)
}
