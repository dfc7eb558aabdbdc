package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/pgtest"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/schema"
)

// TestKilledWhileKeepingWorkspaces kills servers, and every other time the database, while clients of two organisations put one version
// of their workspaces after the other. In the end every version that was acknowledged is there as it was sent, each that is there is
// whole, none is missing between two, and the workspace of a third organisation is what it was. make kills kills more often.
func TestKilledWhileKeepingWorkspaces(t *testing.T) {
	kills := 3
	if n, err := strconv.Atoi(os.Getenv("CLAUSEGRAPH_TEST_KILLS")); err == nil {
		kills = n
	}
	t.Run("bolt", func(t *testing.T) {
		keptThrough(t, "bolt:"+filepath.Join(t.TempDir(), "data.db"), 1, kills, nil)
	})
	t.Run("postgres", func(t *testing.T) {
		pg, err := pgtest.Start(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer pg.Close()
		dsn, err := pg.DSN()
		if err != nil {
			t.Fatal(err)
		}
		keptThrough(t, "postgres:"+dsn, 2, kills, pg)
	})
}

// writer is a client that puts versions of one workspace.
type writer struct {
	server *replica
	name   string
	key    string
	id     string
	number int            // of the current version, as far as the client knows
	sent   int            // how many versions it has begun to send
	open   bool           // what it sent last was not answered
	put    map[int]string // what it sent, by the number that it was acknowledged under
}

// controlsPerVersion is enough for a version to be no small value.
const controlsPerVersion = 60

// content is what the client sends as its nth version: every part of it says which.
func (w *writer) content(nth int) (tag string, controls []any) {
	tag = fmt.Sprintf("%s, version %d", w.name, nth)
	for i := range controlsPerVersion {
		controls = append(controls, map[string]any{
			"id": fmt.Sprintf("c-%d", i), "title": tag, "status": "IMPLEMENTED", "satisfies": []string{"iso-27001-2022/A.5.17"}, "evidence": []string{strings.Repeat(tag+" ", 5)},
		})
	}
	return tag, controls
}

// retried are the codes that say that the same request may do later.
var retried = []string{schema.CodeStore, schema.CodeTimeout, "NOT_READY", "OVERLOADED"}

// next sends a version until a server says what became of it, or done; the last one again where nobody said.
func (w *writer) next(t *testing.T, done <-chan struct{}) {
	if !w.open {
		w.sent, w.open = w.sent+1, true
	}
	tag, controls := w.content(w.sent)
	document, in, field := `mutation($in: PutWorkspaceInput!) { putWorkspace(input: $in) { accepted workspace { id current { number } } } }`, map[string]any{
		"workspace": w.id, "expectedVersion": w.number,
	}, "putWorkspace"
	if w.id == "" {
		document, in, field = `mutation($in: CreateWorkspaceInput!) { createWorkspace(input: $in) { accepted workspace { id current { number } } } }`, map[string]any{"name": tag}, "createWorkspace"
	}
	in["controls"], in["held"], in["idempotencyKey"] = controls, []string{"iso-27001-2022"}, tag
	for {
		var answer struct {
			Data map[string]struct {
				Accepted  bool
				Workspace *struct {
					ID      string
					Current struct{ Number int }
				}
			}
			Errors []struct {
				Message    string
				Extensions struct{ Code string }
			}
		}
		text, err := w.ask(document, map[string]any{"in": in}, &answer)
		made := answer.Data[field]
		switch {
		case err == nil && made.Accepted && made.Workspace != nil:
			w.id, w.number, w.open = made.Workspace.ID, w.number+1, false
			w.put[w.number] = tag
			if made.Workspace.Current.Number != w.number {
				t.Errorf("%s became version %d, and should be %d", tag, made.Workspace.Current.Number, w.number)
			}
			return
		case err == nil && (len(answer.Errors) == 0 || !slices.Contains(retried, answer.Errors[0].Extensions.Code)):
			t.Errorf("%s: %s", tag, text)
			return
		}
		select {
		case <-done:
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func (w *writer) ask(document string, variables map[string]any, answer any) (string, error) {
	url := w.server.url.Load()
	if url == nil {
		return "", fmt.Errorf("the server is down")
	}
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		return "", err
	}
	r, err := http.NewRequest(http.MethodPost, *url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+w.key)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	return string(text), json.Unmarshal(text, answer)
}

// check reads all that is kept of the workspace.
func (w *writer) check(t *testing.T) (text string) {
	t.Helper()
	var kept struct {
		Data struct {
			Workspace *struct {
				Versions struct {
					Edges []struct {
						Node struct {
							Number, ControlCount int
							Held                 []string
							Controls             struct {
								Edges []struct{ Node graph.Control }
							}
						}
					}
				}
			}
		}
	}
	text, err := w.ask(`query($id: ID!) { workspace(id: $id) { versions { edges { node { number controlCount held controls(first: 100) { edges { node { id title evidence } } } } } } } }`, map[string]any{"id": w.id}, &kept)
	if err != nil || kept.Data.Workspace == nil || len(kept.Data.Workspace.Versions.Edges) == 0 {
		t.Fatalf("error %v, %.300s", err, text)
	}
	versions := kept.Data.Workspace.Versions.Edges
	if last := versions[0].Node.Number; last < w.number || last > w.number+1 {
		t.Errorf("version %d was acknowledged, and %d is the last", w.number, last)
	}
	for i, e := range versions {
		v := e.Node
		if v.Number != versions[0].Node.Number-i {
			t.Errorf("version %d comes before %d", v.Number, versions[0].Node.Number-i)
		}
		if len(v.Controls.Edges) != controlsPerVersion || v.ControlCount != controlsPerVersion || len(v.Held) != 1 {
			t.Errorf("version %d has %d controls", v.Number, len(v.Controls.Edges))
			continue
		}
		tag := v.Controls.Edges[0].Node.Title
		if want, ok := w.put[v.Number]; ok && tag != want {
			t.Errorf("version %d is %q, acknowledged was %q", v.Number, tag, want)
		}
		for j, c := range v.Controls.Edges {
			if c.Node.ID != fmt.Sprintf("c-%d", j) || c.Node.Title != tag || strings.TrimSpace(strings.Join(c.Node.Evidence, "")) != strings.TrimSpace(strings.Repeat(tag+" ", 5)) {
				t.Errorf("version %d is half %q, half %+v", v.Number, tag, c.Node)
			}
		}
	}
	if want := min(versions[0].Node.Number, store.KeepVersions); len(versions) != want {
		t.Errorf("%d of %d versions are kept, want %d", len(versions), versions[0].Node.Number, want)
	}
	return text
}

// keptThrough runs servers on a store and kills them.
func keptThrough(t *testing.T, spec string, servers, kills int, database *pgtest.Server) {
	// A small body of data, so that servers start soon.
	shipped, err := loader.Load(t.Context(), loader.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range shipped.Datasets {
		if d.Name == "iso-27001-2022" {
			_, err = s.Publish(t.Context(), "test", []*graph.Dataset{d})
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	keys := filepath.Join(t.TempDir(), "keys.json")
	secrets := []string{newKey(t, keys, "a", "workspace"), newKey(t, keys, "b", "workspace"), newKey(t, keys, "quiet", "workspace")}
	running := make([]*replica, servers)
	for i := range running {
		running[i] = &replica{args: []string{"--store", spec, "--keys", keys, "--workspaces", "--limit", "rate=none,change=60s,write=90s"}}
		running[i].start(t)
		defer running[i].kill()
	}
	quiet := &writer{name: "quiet", server: running[0], key: secrets[2], put: map[int]string{}}
	for range 3 {
		quiet.next(t, nil)
	}
	untouched := quiet.check(t)
	var writers []*writer
	for i := range 6 {
		writers = append(writers, &writer{name: fmt.Sprintf("client %d", i), server: running[i%servers], key: secrets[i/3], put: map[int]string{}})
	}
	for i := range kills {
		done := make(chan struct{})
		var clients sync.WaitGroup
		for _, w := range writers {
			clients.Go(func() {
				for {
					select {
					case <-done:
						return
					default:
						w.next(t, done)
					}
				}
			})
		}
		time.Sleep(time.Duration(300+rand.IntN(900)) * time.Millisecond)
		victim := running[i%servers]
		if database != nil && i%2 == 1 {
			if err := database.Kill(); err != nil {
				t.Error(err)
			}
			time.Sleep(200 * time.Millisecond)
			if err := database.Restart(t.Context()); err != nil {
				t.Fatal(err)
			}
		} else {
			victim.kill()
			victim.start(t)
		}
		time.Sleep(300 * time.Millisecond) // what was not answered is sent again
		close(done)
		clients.Wait()
		for _, w := range writers {
			w.check(t)
		}
		if t.Failed() {
			t.Fatalf("after %d kills: %s", i+1, victim.log.String())
		}
	}
	made := 0
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for _, w := range writers {
		if w.open { // what became of it shows when it is sent again
			w.next(t, ctx.Done())
		}
		if w.check(t); w.open || w.sent != w.number {
			t.Errorf("%s sent %d versions, and made %d", w.name, w.sent, w.number)
		}
		made += w.number
	}
	if made < 2*len(writers) {
		t.Errorf("%d versions were made: nothing was under load", made)
	}
	if now := quiet.check(t); now != untouched {
		t.Errorf("a workspace that nobody wrote to was\n%s\nand is\n%s", untouched, now)
	}
	t.Logf("%d kills, %d versions acknowledged", kills, made)
}
