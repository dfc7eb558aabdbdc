//go:build linux

package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/clausegraph/clausegraph/internal/server/servertest"
)

// asked is a request that an honest client sends.
type asked struct {
	method, path, body string
}

// honest are the operations of the documentation, as their readers send them, and what else the server has.
var honest = sync.OnceValues(func() ([]asked, error) {
	text, err := os.ReadFile(documented())
	if err != nil {
		return nil, err
	}
	var list []asked
	for _, block := range regexp.MustCompile("(?ms)^```graphql\n(.*?)^```$").FindAllStringSubmatch(string(text), -1) {
		if !strings.HasPrefix(block[1], "mutation") && !strings.Contains(block[1], "changeLog") {
			list = append(list, asked{"POST", "/graphql", servertest.Body(block[1])})
		}
	}
	for _, words := range []string{"접근권한 검토", "2.5.4", "password", "암호화", "A.5.17", "incident respnse", "ekwnd dlswmd", "backup", "개인정보 파기", "supplier"} {
		body, err := json.Marshal(map[string]any{"query": `query($q:String!){search(query:$q,first:10){totalCount edges{node{ref name(language:KO)} highlights{field pieces{text match}}}}}`, "variables": map[string]any{"q": words}})
		if err != nil {
			return nil, err
		}
		list = append(list, asked{"POST", "/graphql", string(body)})
	}
	for _, d := range []string{"WORKBOOK,format:XLSX", "WORKBOOK,format:CSV", "OPERATION_STATEMENT,format:XLSX", "SUMMARY,format:MD", "SUMMARY,format:HTML"} {
		list = append(list, asked{"POST", "/graphql", servertest.Body(`{deliverable(kind:` + d + `,language:KO,held:["iso-27001-2022"],target:"isms-p-2023"){fileName content}}`)})
	}
	for name, arguments := range map[string]string{
		"gap_analysis": `{"held":["iso-27001-2022"],"target":"isms-p-2023"}`, "search": `{"query":"access review"}`, "standards": `{}`,
	} {
		list = append(list, asked{"POST", "/mcp", `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"` + name + `","arguments":` + arguments + `}}`})
	}
	for _, path := range []string{"/", "/graphiql", "/schema.graphql", "/healthz", "/graphql?query={revision{number}}", "/metrics"} {
		list = append(list, asked{"GET", path, ""})
	}
	if len(list) < 40 {
		return nil, fmt.Errorf("%s has only %d operations", documented(), len(list))
	}
	return list, nil
})

// documented is the file with the operations, from the root of the module or from this folder.
func documented() string {
	for _, at := range []string{"docs/graphql.md", "../../docs/graphql.md"} {
		if _, err := os.Stat(at); err == nil {
			return filepath.FromSlash(at)
		}
	}
	return "docs/graphql.md"
}

// loop runs one round.
func (s *soaked) loop(ctx context.Context, o options) {
	hostile() // takes seconds to make under the race detector, once
	began := time.Now()
	round, cancel := context.WithTimeout(ctx, o.round)
	defer cancel()
	before := len(s.times)
	s.edited = make(chan struct{})
	var busy sync.WaitGroup
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}, Timeout: patience}
	for range o.workers {
		busy.Go(func() { s.ask(round, client) })
	}
	for _, work := range []func(context.Context, *http.Client){s.attack, s.edit, s.listen} {
		busy.Go(func() { work(round, client) })
	}
	for _, e := range []struct {
		at float64
		do func(context.Context) error
	}{
		{hangupAt, func(context.Context) error { return s.process.Process.Signal(syscall.SIGHUP) }},
		{reloadAt, s.reload}, {faultAt, s.fault}, {mendAt, s.mend},
	} {
		time.Sleep(time.Until(began.Add(time.Duration(e.at * float64(o.round)))))
		if e.at == faultAt { // after a change, however long one takes here
			select {
			case <-s.edited:
			case <-time.After(patience):
				s.wrong("no change was made in %v", patience)
			}
		}
		if err := e.do(ctx); err != nil && ctx.Err() == nil {
			s.wrong("%v", err)
		}
	}
	s.faults++
	busy.Wait()
	client.CloseIdleConnections()
	if ctx.Err() != nil {
		return
	}
	s.settle(ctx)
	u, err := s.measure(ctx)
	if err != nil {
		s.wrong("measure: %v", err)
		return
	}
	s.rounds = append(s.rounds, newRound(u, s.times[before:]))
}

// ask asks one honest question after the other. Equal questions to one revision must get equal answers, byte for byte.
func (s *soaked) ask(ctx context.Context, client *http.Client) {
	list, err := honest()
	if err != nil {
		s.wrong("%v", err)
		return
	}
	for ctx.Err() == nil {
		q := list[rand.IntN(len(list))]
		start := time.Now()
		answer, err := send(client, q.method, s.url+q.path, q.body, "X-Forwarded-For: "+address(), "Content-Type: application/json", "Accept: application/json, text/event-stream, */*")
		took := time.Since(start)
		switch {
		case err != nil:
			s.wrong("%s %.200s: %v", q.path, q.body, err)
		case answer.status == http.StatusOK && bytes.Contains(answer.body, []byte(`"INTERNAL"`)), answer.status >= 500 && answer.status != 503, answer.status >= 400 && !answer.shed() && q.path != "/metrics":
			s.wrong("%s %.200s: %d %.300s", q.path, q.body, answer.status, answer.body)
		case answer.shed():
			s.count(&s.refused)
		default:
			s.answered(q, answer, took)
		}
		time.Sleep(time.Millisecond)
	}
}

// address is of one of the clients that the server believes to have.
func address() string { return fmt.Sprintf("203.0.113.%d", rand.IntN(256)) }

// hostile are the attacks.
var hostile = sync.OnceValue(servertest.Attacks)

// attack sends what attackers send.
func (s *soaked) attack(ctx context.Context, client *http.Client) {
	list := hostile()
	for ctx.Err() == nil {
		a := list[rand.IntN(len(list))]
		method, target, body, headers := a.Request()
		answer, err := send(client, method, s.url+target, body, append(slices.Clone(headers), "X-Forwarded-For: "+address())...)
		s.count(&s.attacks)
		// The server has keys, so that a wrong one is refused; it closes the connection of one who sends too much.
		if err == nil && answer.status != a.Status && answer.status != http.StatusUnauthorized && !answer.shed() {
			s.wrong("the attack %q: %d %.300s", a.Name, answer.status, answer.body)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// listen follows the revisions.
func (s *soaked) listen(ctx context.Context, client *http.Client) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/revisions", nil)
	if err != nil {
		s.wrong("%v", err)
		return
	}
	response, err := client.Do(r)
	if err != nil {
		s.wrong("/revisions: %v", err)
		return
	}
	defer response.Body.Close()
	_, _ = io.Copy(io.Discard, response.Body) // until the round ends
}

// reload tells the server to load its data anew. Where its store is away it says that, and goes on.
func (s *soaked) reload(context.Context) error {
	answer, err := send(http.DefaultClient, "POST", s.admin+"/admin/reload", "")
	if err != nil || answer.status != http.StatusOK && answer.status != http.StatusUnprocessableEntity {
		return fmt.Errorf("reload: %d %.300s: %w", answer.status, answer.body, err)
	}
	s.count(&s.reloads)
	return nil
}

// edit changes the data, over and over. What is acknowledged is remembered.
func (s *soaked) edit(ctx context.Context, client *http.Client) {
	const change = `mutation($r:Int!,$key:String!,$s:Int!){putMapping(input:{expectedRevision:$r,idempotencyKey:$key,crosswalk:"iso-27001-2022--isms-p-2023.soak",
		from:["iso-27001-2022/A.5.17"],relation:SUPERSET_OF,to:["isms-p-2023/2.5.4"],basis:FUNCTIONAL,strength:$s,why:{en:"Rules for passwords.",ko:"비밀번호 규정."},
		remainderFrom:{en:"Authentication information other than passwords.",ko:"비밀번호 이외의 인증 정보."},source:{key:"soak",kind:PROJECT,title:"Soak",licence:"CC-BY-4.0"}}){
		accepted problems{message} change{revision}}}`
	for done := false; ctx.Err() == nil || !done; {
		time.Sleep(200 * time.Millisecond)
		s.changes++
		body, err := json.Marshal(map[string]any{"query": change, "variables": map[string]any{"r": s.revision(client), "s": 1 + s.changes%9, "key": "soak-" + strconv.Itoa(s.changes)}})
		if err != nil {
			s.wrong("%v", err)
			return
		}
		answer, err := send(client, "POST", s.url+"/graphql", string(body), "Content-Type: application/json", "Authorization: Bearer "+s.key)
		var said struct {
			Data   struct{ PutMapping *struct{ Accepted bool } }
			Errors []struct {
				Message    string
				Extensions struct{ Code string }
			}
		}
		switch {
		case err != nil || json.Unmarshal(answer.body, &said) != nil:
			s.wrong("a change: %d %.300s %v", answer.status, answer.body, err)
		case said.Data.PutMapping != nil && said.Data.PutMapping.Accepted:
			s.acknowledged++
			if !done {
				done = true
				close(s.edited)
			}
		case len(said.Errors) > 0 && slices.Contains([]string{"STORE_UNAVAILABLE", "CONFLICT", "TIMEOUT", "OVERLOADED", "RATE_LIMITED"}, said.Errors[0].Extensions.Code):
			s.count(&s.unchanged)
		default:
			s.wrong("a change: %d %.500s", answer.status, answer.body)
		}
	}
}

// revision returns the number of the revision that the server answers from.
func (s *soaked) revision(client *http.Client) int {
	answer, err := send(client, "POST", s.url+"/graphql", `{"query":"{revision{number}}"}`, "Content-Type: application/json", "X-Forwarded-For: "+address())
	if err != nil {
		s.wrong("%v", err)
	}
	number, _ := strconv.Atoi(answer.revision)
	return number
}

// settle waits until the server answers a change again after the faults, and holds what it acknowledged.
func (s *soaked) settle(ctx context.Context) {
	deadline := time.Now().Add(patience)
	for ctx.Err() == nil {
		body := `{"query":"{changeLog(first:500){edges{node{revision subject}} totalCount}}"}`
		answer, err := send(http.DefaultClient, "POST", s.url+"/graphql", body, "Content-Type: application/json", "Authorization: Bearer "+s.key)
		var said struct {
			Data struct{ ChangeLog *struct{ TotalCount int } }
		}
		if err == nil && json.Unmarshal(answer.body, &said) == nil && said.Data.ChangeLog != nil {
			if n := said.Data.ChangeLog.TotalCount; n < s.acknowledged {
				s.wrong("%d changes were acknowledged, the log has %d", s.acknowledged, n)
			}
			break
		}
		if time.Now().After(deadline) {
			s.wrong("%v after the fault the store is still away: %d %.300s %v", patience, answer.status, answer.body, err)
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	// The index of the data that was loaded last is ready when a search is answered.
	_, _ = send(http.DefaultClient, "POST", s.url+"/graphql", `{"query":"{search(query:\"password\"){totalCount}}"}`, "Content-Type: application/json", "X-Forwarded-For: "+address())
	http.DefaultClient.CloseIdleConnections()
	time.Sleep(200 * time.Millisecond)
}

// reply is an answer.
type reply struct {
	status   int
	revision string
	retry    bool
	body     []byte
}

// shed reports whether the server refused, cleanly, because it had too much to do, or was not ready.
func (r reply) shed() bool {
	return (r.status == http.StatusTooManyRequests || r.status == http.StatusServiceUnavailable) && (r.retry || bytes.Contains(r.body, []byte(`"TIMEOUT"`)) || bytes.Contains(r.body, []byte(`"CANCELED"`)))
}

func send(client *http.Client, method, url, body string, headers ...string) (reply, error) {
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		return reply{}, err
	}
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Add(name, value)
	}
	response, err := client.Do(r)
	if err != nil {
		return reply{}, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return reply{response.StatusCode, response.Header.Get("Clausegraph-Revision"), response.Header.Get("Retry-After") != "", text}, err
}

// answered notes an answer, and compares it with others to the same question at the same revision. Revisions and workspaces
// are read from the store, which others write and which is made to fail.
func (s *soaked) answered(q asked, a reply, took time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.times = append(s.times, took)
	if a.revision == "" || q.path == "/mcp" || strings.Contains(q.body, "revisions {") || strings.Contains(q.body, "workspace") {
		return
	}
	key := a.revision + " " + q.path + " " + q.body
	sum := sha256.Sum256(a.body)
	if first, known := s.seen[key]; known && first != sum {
		s.problem(fmt.Sprintf("two answers of revision %s to %.200s differ", a.revision, q.body))
	}
	s.seen[key] = sum
}
