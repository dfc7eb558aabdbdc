package main

import (
	"encoding/json"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/clausegraph/clausegraph/internal/pgtest"
)

// BenchmarkVisibility has one of three servers on a database change a claim, and tells when the other two answer from the
// new revision: after the change was sent, and after it was acknowledged.
//
//	go test ./cmd/clausegraph -run '^$' -bench Visibility -benchtime 30x
func BenchmarkVisibility(b *testing.B) {
	pg, err := pgtest.Start(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer pg.Close()
	dsn, err := pg.DSN()
	if err != nil {
		b.Fatal(err)
	}
	keys := filepath.Join(b.TempDir(), "keys.json")
	key := newKey(b, keys, "Ann", "edit")
	var replicas [3]*replica
	for i := range replicas {
		replicas[i] = &replica{args: []string{"--store", "postgres:" + dsn, "--keys", keys, "--editable", "--limit", "change=60s,write=90s,rate=1000000000"}}
		replicas[i].start(b)
		defer replicas[i].kill()
	}
	var acknowledged []time.Duration
	var fromSent, fromAcknowledged []time.Duration // on each of the others
	for revision := 1; b.Loop(); revision++ {
		var seen [2]time.Time
		var others sync.WaitGroup
		for i, r := range replicas[1:] {
			others.Go(func() { seen[i] = visible(b, *r.url.Load(), key, revision+1) })
		}
		time.Sleep(20 * time.Millisecond) // until the others wait
		sent := time.Now()
		setStrength(b, *replicas[0].url.Load(), key, revision)
		answered := time.Now()
		others.Wait()
		acknowledged = append(acknowledged, answered.Sub(sent))
		for _, at := range seen {
			fromSent = append(fromSent, at.Sub(sent))
			fromAcknowledged = append(fromAcknowledged, max(0, at.Sub(answered)))
		}
	}
	for name, times := range map[string][]time.Duration{"ack": acknowledged, "sent-to-seen": fromSent, "ack-to-seen": fromAcknowledged} {
		slices.Sort(times)
		for _, p := range []int{50, 99} {
			b.ReportMetric(float64(times[(len(times)-1)*p/100].Microseconds())/1000, name+"-p"+strconv.Itoa(p)+"-ms")
		}
	}
	for i, r := range replicas[1:] {
		b.Logf("server %d, of noticing a revision to answering from it: %s", i+2, scrape(b, *r.url.Load(), newKey(b, keys, "admin"+strconv.Itoa(i), "admin"), "clausegraph_follow_duration_seconds"))
	}
}

// visible returns when a server answers from the revision: it holds up the answer until then.
func visible(b *testing.B, url, key string, revision int) time.Time {
	for range 30 {
		r, err := http.NewRequestWithContext(b.Context(), http.MethodPost, url+"/graphql", strings.NewReader(`{"query":"{ revision { number } }"}`))
		if err != nil {
			b.Error(err)
			break
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+key)
		r.Header.Set("Clausegraph-At-Least-Revision", strconv.Itoa(revision))
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			b.Error(err)
			break
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return time.Now()
		}
	}
	b.Errorf("revision %d never arrived at %s", revision, url)
	return time.Now()
}

// setStrength makes the revision after the one given: each differs from the one before in the strength of one claim.
func setStrength(b *testing.B, url, key string, revision int) {
	b.Helper()
	answer := send(b, url, key, `mutation($in: PutMappingInput!) { putMapping(input: $in) { accepted problems { code place } change { revision } } }`, map[string]any{"in": map[string]any{
		"expectedRevision": revision, "crosswalk": "iso-27001-2022--isms-p-2023.acme",
		"from": []string{"iso-27001-2022/A.5.17"}, "relation": "SUPERSET_OF", "to": []string{"isms-p-2023/2.5.4"},
		"basis": "FUNCTIONAL", "strength": 1 + revision%9,
		"why":           map[string]string{"en": "Our rules cover both.", "ko": "당사 규정이 둘 다 포함한다."},
		"remainderFrom": map[string]string{"en": "Other credentials.", "ko": "그 밖의 인증 정보."},
		"source":        map[string]string{"key": "acme", "kind": "PROJECT", "title": "Acme", "licence": "CC-BY-4.0"},
	}})
	var got struct {
		Data struct {
			PutMapping struct {
				Accepted bool
				Change   struct{ Revision int }
			}
		}
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil || got.Data.PutMapping.Change.Revision != revision+1 {
		b.Fatalf("the change was not made: %v, %s", err, answer)
	}
}

// scrape returns the metrics of a name that have no labels.
func scrape(t testing.TB, url, key, name string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url+"/metrics", nil)
	if err != nil {
		t.Fatal(err)
	}
	if key != "" {
		r.Header.Set("Authorization", "Bearer "+key)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, name) && !strings.Contains(line, "{") {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return strings.Join(found, ", ")
}
