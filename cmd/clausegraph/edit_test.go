package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// newKey makes a key and returns its secret.
func newKey(t testing.TB, file, name, scope string) string {
	t.Helper()
	out, err := exec.Command(binary, "keys", "new", "--keys", file, "--name", name, "--scope", scope).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for word := range strings.FieldsSeq(string(out)) {
		if strings.HasPrefix(word, "cg_") {
			return word
		}
	}
	t.Fatalf("no key in %s", out)
	return ""
}

// send posts a document with a key and returns the answer.
func send(t testing.TB, url, key, document string, variables map[string]any) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+key)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

// TestEditing changes data over GraphQL as an editing frontend does: tried, made, read back, reviewed by somebody else,
// and undone.
func TestEditing(t *testing.T) {
	keys := filepath.Join(t.TempDir(), "keys.json")
	reader, ann, ben := newKey(t, keys, "reader", "read"), newKey(t, keys, "Ann", "edit"), newKey(t, keys, "Ben", "edit")
	server := &replica{args: []string{"--keys", keys, "--editable", "--limit", "change=60s,write=90s"}}
	server.start(t)
	defer server.kill()
	url := *server.url.Load()

	const put = `mutation($in: PutMappingInput!) { putMapping(input: $in) {
		accepted repeated problems { code place } moves { held requirement before after } change { revision author action subject } } }`
	claim := func(change map[string]any) map[string]any {
		in := map[string]any{
			"expectedRevision": 1, "crosswalk": "iso-27001-2022--isms-p-2023.acme",
			"from": []string{"iso-27001-2022/A.5.17"}, "relation": "SUPERSET_OF", "to": []string{"isms-p-2023/2.5.4"},
			"basis": "FUNCTIONAL", "strength": 5,
			"why":           map[string]string{"en": "Our rules cover both.", "ko": "당사 규정이 둘 다 포함한다."},
			"remainderFrom": map[string]string{"en": "Other credentials.", "ko": "그 밖의 인증 정보."},
			"source":        map[string]string{"key": "acme", "kind": "PROJECT", "title": "Acme", "licence": "CC-BY-4.0"},
		}
		for k, v := range change {
			in[k] = v
		}
		return map[string]any{"in": in}
	}
	const verdict = `{ explain(held: ["iso-27001-2022"], requirement: "isms-p-2023/2.5.4") { verdict } }`
	has := func(what, answer string, wants ...string) {
		t.Helper()
		for _, want := range wants {
			if !strings.Contains(answer, want) {
				t.Errorf("%s: the answer lacks %s: %s", what, want, answer)
			}
		}
	}
	has("a reader", send(t, url, reader, put, claim(nil)), `"code":"FORBIDDEN"`, "does not hold the scope edit")
	has("a reader", send(t, url, reader, `{ changeLog { totalCount } }`, nil), `"code":"FORBIDDEN"`)
	has("a bad claim", send(t, url, ann, put, claim(map[string]any{"remainderFrom": nil})), `"accepted":false`, `"code":"M015"`)
	tried := send(t, url, ann, put, claim(map[string]any{"dryRun": true}))
	has("a try", tried, `"accepted":true`, `"change":null`, `{"held":"iso-27001-2022","requirement":"isms-p-2023/2.5.4","before":"PARTIAL","after":"FULL"}`)
	has("after a try", send(t, url, reader, verdict, nil), `"verdict":"PARTIAL"`)

	made := send(t, url, ann, put, claim(map[string]any{"idempotencyKey": "one"}))
	has("a change", made, `"accepted":true`, `"revision":2`, `"author":"Ann <key:`, `"action":"put-mapping"`)
	has("after a change", send(t, url, reader, verdict, nil), `"verdict":"FULL"`)
	has("a repetition", send(t, url, ann, put, claim(map[string]any{"idempotencyKey": "one"})), `"repeated":true`, `"revision":2`)
	has("a late change", send(t, url, ann, put, claim(nil)), `"code":"CONFLICT"`, "it is at revision 2")

	var answer struct {
		Data struct {
			PutMapping struct{ Change struct{ Subject string } }
		}
	}
	if err := json.Unmarshal([]byte(made), &answer); err != nil {
		t.Fatal(err)
	}
	review := map[string]any{"in": map[string]any{"expectedRevision": 2, "ref": answer.Data.PutMapping.Change.Subject}}
	const read = `mutation($in: ReviewMappingInput!) { reviewMapping(input: $in) { accepted change { revision } } }`
	has("a review of one's own", send(t, url, ann, read, review), `"code":"FORBIDDEN"`, "does not review it")
	has("a review", send(t, url, ben, read, review), `"accepted":true`, `"revision":3`)
	has("an undo", send(t, url, ben, `mutation { undoTo(input: {expectedRevision: 3, number: 1}) { accepted change { revision } } }`, nil), `"revision":4`)
	has("after an undo", send(t, url, reader, verdict, nil), `"verdict":"PARTIAL"`)
	has("the log", send(t, url, ben, `{ changeLog(first: 2) { totalCount edges { node { action subject } } } revisions { number } }`, nil),
		`"totalCount":3`, `{"node":{"action":"undo","subject":"1"}},{"node":{"action":"review-mapping"`, `{"number":4}]`)
}
