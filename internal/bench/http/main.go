// Command http measures how fast the server answers, next to two others in the same process that give the same answers:
// a plain handler with encoding/json, and a server with graph-gophers/graphql-go.
//
// It is a module of its own, so that the program does not depend on what it is compared with. make bench-http runs it.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"time"

	"github.com/clausegraph/clausegraph/coverage"
	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/logging"
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// today is the day that is asked about.
var today = graph.Date(time.Now().UTC().Format(time.DateOnly))

func main() {
	log.SetFlags(0)
	if len(os.Args) > 1 && os.Args[1] == asking {
		if err := ask(os.Args[2:], os.Stdin, os.Stdout); err != nil {
			log.Fatal(err)
		}
		return
	}
	rounds := flag.Int("rounds", 5, "`number` of rounds; every server is measured in each, and medians are given")
	seconds := flag.Int("seconds", 2, "`number` of seconds of one measurement")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *rounds, time.Duration(*seconds)*time.Second); err != nil {
		log.Fatal(err)
	}
}

// contender is a server that is measured.
type contender struct {
	name string
	url  string
}

func run(ctx context.Context, rounds int, length time.Duration) error {
	if err := server.TuneMemory(); err != nil { // as the program does; it counts for all
		return err
	}
	data, err := load(ctx)
	if err != nil {
		return err
	}
	contenders, err := start(ctx, data)
	if err != nil {
		return err
	}
	for _, q := range questions {
		size, err := sameAnswers(ctx, contenders, q)
		if err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
		fmt.Printf("%s: %d bytes\n", q.name, size)
	}
	fmt.Printf("%s, %d cores, %d rounds of %v, medians\n\n", runtime.Version(), runtime.GOMAXPROCS(0), rounds, length)
	return measure(ctx, contenders, rounds, length)
}

func load(ctx context.Context) (*schema.Data, error) {
	result, err := loader.Load(ctx, loader.Embedded())
	if err != nil {
		return nil, err
	}
	s, err := graph.Build(graph.Revision{Number: 1, Hash: "bench", Time: time.Now()}, result.Datasets)
	if err != nil {
		return nil, err
	}
	index, err := search.Build(ctx, s)
	if err != nil {
		return nil, err
	}
	return &schema.Data{Engine: coverage.New(s), Index: index}, nil
}

// start starts all servers. Ours run as the program runs them, with every limit on, and write a log line for each
// request.
func start(ctx context.Context, data *schema.Data) ([]contender, error) {
	held := new(server.Data)
	held.Store(data)
	requests, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	lines := logging.NewWriter(requests)
	logger := slog.New(logging.Handler(slog.NewTextHandler(lines, nil), lines))
	list := []contender{}
	for _, ours := range []struct {
		name  string
		cache int
	}{{"ours", server.NoAnswerCache}, {"ours, cached", 0}} {
		c := server.Config{Data: held, Logger: logger, Addr: "127.0.0.1:0", AnswerCache: ours.cache}
		ready := make(chan net.Addr, 1)
		failed := make(chan error, 1)
		go func() { failed <- server.Run(ctx, c, nil, func(at net.Addr) { ready <- at }) }()
		select {
		case at := <-ready:
			list = append(list, contender{ours.name, "http://" + at.String() + "/graphql"})
		case err := <-failed:
			return nil, err
		}
	}
	answers, ready := plain{}, map[string][]byte{}
	var headers http.Header
	for _, q := range questions {
		text, given, err := answerOf(ctx, list[0].url, q.query)
		if err != nil {
			return nil, err
		}
		ready[string(body(q.query))], headers = text, given
		value := q.plain()
		d := json.NewDecoder(bytes.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&envelope{value}); err != nil {
			return nil, fmt.Errorf("%s: %w", q.name, err)
		}
		answers[q.query] = value
	}
	for _, name := range []string{"Date", "Content-Length"} { // net/http adds them
		headers.Del(name)
	}
	for name, h := range map[string]http.Handler{
		"encoding/json": answers, "graph-gophers": gophers(data),
		"bytes": floor{ready, http.Header{"Content-Type": headers["Content-Type"]}}, "bytes, our headers": floor{ready, headers},
	} {
		listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		s := &http.Server{Handler: h, ReadHeaderTimeout: time.Second}
		if name == "bytes, our headers" { // and our deadlines
			s.ReadTimeout, s.WriteTimeout, s.IdleTimeout = 10*time.Second, 20*time.Second, time.Minute
		}
		go func() { _ = s.Serve(listener) }()
		context.AfterFunc(ctx, func() { _ = s.Close() })
		list = append(list, contender{name, "http://" + listener.Addr().String()})
	}
	slices.SortFunc(list, func(a, b contender) int { return slices.Index(order, a.name) - slices.Index(order, b.name) })
	return list, nil
}

var order = []string{"ours", "ours, cached", "encoding/json", "graph-gophers", "bytes", "bytes, our headers"}

// sameAnswers returns the length of the answer. It fails where two servers do not answer with the same bytes; white
// space at the end does not count.
func sameAnswers(ctx context.Context, contenders []contender, q question) (int, error) {
	var first []byte
	for _, c := range contenders {
		for range 2 { // the second time, it may come from a cache
			text, _, err := answerOf(ctx, c.url, q.query)
			if err != nil {
				return 0, fmt.Errorf("%s: %w", c.name, err)
			}
			text = bytes.TrimSpace(text)
			switch {
			case bytes.Contains(text[:min(len(text), 100)], []byte(`"errors"`)):
				return 0, fmt.Errorf("%s answers %.200s", c.name, text)
			case first == nil:
				first = text
			case !bytes.Equal(first, text):
				at := 0
				for at < min(len(first), len(text)) && first[at] == text[at] {
					at++
				}
				return 0, fmt.Errorf("%s answers …%.100s, not …%.100s", c.name, text[max(0, at-20):], first[max(0, at-20):])
			}
		}
	}
	return len(first), nil
}

func answerOf(ctx context.Context, url, query string) ([]byte, http.Header, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body(query)))
	if err != nil {
		return nil, nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return text, answer.Header, err
}
