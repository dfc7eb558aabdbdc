package server_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/graph/store"
	"github.com/clausegraph/clausegraph/internal/auth"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/internal/server/servertest"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// dataAt is data of a revision, with one standard.
func dataAt(t *testing.T, number int) *schema.Data {
	t.Helper()
	s, err := graph.Build(graph.Revision{Number: number, Hash: fmt.Sprint("h", number)}, []*graph.Dataset{
		{Name: "a", Standard: &graph.Standard{Ref: "a", Edition: fmt.Sprint(number)}},
	})
	if err != nil {
		t.Fatal(err)
	}
	index, err := search.Build(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return &schema.Data{Engine: coverage.New(s), Index: index}
}

// edition asks which edition of the standard there is, with a header.
func edition(t *testing.T, url, header, value string) (status int, revision, answer string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", strings.NewReader(`{"query":"{standard(ref:\"a\"){edition}}"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	if header != "" {
		r.Header.Set(header, value)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, resp.Header.Get("Clausegraph-Revision"), string(body)
}

// TestRevisionsOfAnswers asks for the current revision, for earlier ones and for one that comes while the request waits.
func TestRevisionsOfAnswers(t *testing.T) {
	next := dataAt(t, 4)
	keys, _, secrets := keyring(t)
	s := servertest.New(t, func(c *server.Config) {
		c.Auth.Keys, c.Public = keys, true
		c.Data.Store(dataAt(t, 3))
		c.Load = func(context.Context) (*schema.Data, error) { return next, nil }
		c.Past = func(_ context.Context, number int) (*schema.Data, error) {
			if number != 2 {
				return nil, fmt.Errorf("revision %d: %w; it has 2 to 3", number, store.ErrNoRevision)
			}
			return dataAt(t, 2), nil
		}
	})
	for _, c := range []struct {
		header, value string
		status        int
		revision      string
		answer        string
	}{
		{"", "", 200, "3", `"edition":"3"`},
		{"Clausegraph-Revision", "3", 200, "3", `"edition":"3"`},
		{"Clausegraph-Revision", "2", 200, "2", `"edition":"2"`},
		{"Clausegraph-Revision", "2", 200, "2", `"edition":"2"`},
		{"Clausegraph-Revision", "1", 404, "", `it has 2 to 3`},
		{"Clausegraph-Revision", "x", 400, "", `is not a number`},
		{"Clausegraph-At-Least-Revision", "2", 200, "3", `"edition":"3"`},
		{"Clausegraph-At-Least-Revision", "x", 400, "", `is not a number`},
		{"Clausegraph-At-Least-Revision", "9", 503, "", `revision 9 is not here yet`},
	} {
		status, revision, answer := edition(t, s.URL, c.header, c.value)
		if status != c.status || revision != c.revision || !strings.Contains(answer, c.answer) {
			t.Errorf("%s: %s: status %d, revision %q, %s; want %d, %q, %s", c.header, c.value, status, revision, answer, c.status, c.revision, c.answer)
		}
	}
	waiting := make(chan string, 1)
	go func() {
		status, revision, _ := edition(t, s.URL, "Clausegraph-At-Least-Revision", "4")
		waiting <- fmt.Sprint(status, " ", revision)
	}()
	time.Sleep(50 * time.Millisecond) // it waits, most likely; if not, it finds revision 4 all the same
	if r, text := do(t, "POST", s.URL+"/admin/reload", "", bearer(secrets[auth.Admin])); r.StatusCode != http.StatusOK {
		t.Fatal(text)
	}
	if got := <-waiting; got != "200 4" {
		t.Errorf("the request that waited got %s", got)
	}
}

// TestRevisionStream listens to the server-sent events of a server that takes a change.
func TestRevisionStream(t *testing.T) {
	s := servertest.NewEditableOf(t, few(t))
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/revisions", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+s.Key)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if got := resp.Header.Get("Content-Type"); resp.StatusCode != http.StatusOK || got != "text/event-stream" {
		t.Fatalf("status %d, type %s", resp.StatusCode, got)
	}
	events := bufio.NewScanner(resp.Body)
	number := func() int {
		for events.Scan() {
			if data, ok := strings.CutPrefix(events.Text(), "data: "); ok {
				var rev struct{ Number int }
				if err := json.Unmarshal([]byte(data), &rev); err != nil {
					t.Fatal(err)
				}
				return rev.Number
			}
		}
		t.Fatal("the stream ended: ", events.Err())
		return 0
	}
	first := number()
	made := s.Query(t, `mutation($in: ImportDataInput!) { importData(input: $in) { accepted change { revision } } }`, map[string]any{"in": map[string]any{
		"expectedRevision": 1, "files": []map[string]string{{"name": "acme.yaml", "text": "standard: acme\n" + acme}},
	}})
	if !strings.Contains(string(made.Data), `"accepted":true,"change":{"revision":2}`) {
		t.Fatal(made.Errors, string(made.Data))
	}
	if second := number(); first != 1 || second != 2 {
		t.Errorf("the stream told of revisions %d and %d", first, second)
	}
}

const acme = `title: {en: Policy, ko: 정책}
publisher: Acme
edition: "1"
published: "2026-01-01"
status: current
discipline: [information-security]
text: titles-and-own-paraphrase
unofficial: [en, ko]
requirements:
  - {id: "1", kind: control, title: {en: Passwords, ko: 비밀번호}, gist: {en: Passwords are long., ko: 비밀번호는 길다.}}
`

// TestLag has a server follow a store to a revision that cannot be loaded at first, and reads how far it is behind.
func TestLag(t *testing.T) {
	type look struct {
		head graph.Revision
		done chan error // what came of the reload; nil where none was called for
	}
	looks := make(chan look)
	var broken atomic.Bool
	s := ready(t, func(c *server.Config) {
		c.Data.Store(dataAt(t, 1))
		c.Load = func(context.Context) (*schema.Data, error) {
			if broken.Load() {
				return nil, errors.New("the database is away")
			}
			return dataAt(t, 2), nil
		}
		c.Follow = func(ctx context.Context, known func(graph.Revision) bool, reload func(context.Context) error) {
			for {
				select {
				case <-ctx.Done():
					return
				case l := <-looks:
					var err error
					if !known(l.head) {
						err = reload(ctx)
					}
					l.done <- err
				}
			}
		}
	})
	url := "http://" + s.addr
	metric := func(name string) float64 {
		t.Helper()
		_, text := do(t, "GET", url+"/metrics", "")
		for line := range strings.Lines(text) {
			if value, ok := strings.CutPrefix(line, name+" "); ok {
				v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
		}
		return -1
	}
	sees := func(number int, fails bool) {
		t.Helper()
		l := look{graph.Revision{Number: number, Hash: fmt.Sprint("h", number)}, make(chan error)}
		looks <- l
		if err := <-l.done; (err != nil) != fails {
			t.Errorf("revision %d: %v", number, err)
		}
	}
	expect := func(served, store, noticed float64) {
		t.Helper()
		for name, want := range map[string]float64{
			"clausegraph_revision_number": served, "clausegraph_store_revision_number": store, "clausegraph_follow_duration_seconds_count": noticed,
		} {
			if got := metric(name); got != want {
				t.Errorf("%s is %v, want %v", name, got, want)
			}
		}
	}
	expect(1, -1, -1) // nothing is known of the store yet
	sees(1, false)
	expect(1, 1, 0)
	if lag := metric("clausegraph_follow_lag_seconds"); lag != 0 {
		t.Errorf("a server that is not behind has a lag of %v s", lag)
	}
	broken.Store(true)
	sees(2, true)
	first := metric("clausegraph_follow_lag_seconds")
	sees(2, true)
	if second := metric("clausegraph_follow_lag_seconds"); first <= 0 || second <= first {
		t.Errorf("a server that stays behind has a lag of %v s, then of %v s", first, second)
	}
	expect(1, 2, 0)
	broken.Store(false)
	sees(2, false)
	expect(2, 2, 1)
	if lag := metric("clausegraph_follow_lag_seconds"); lag != 0 {
		t.Errorf("a server that caught up has a lag of %v s", lag)
	}
}
