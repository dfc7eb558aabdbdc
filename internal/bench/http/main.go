// Command http measures how fast the server answers, next to two others in the same process that give the same answers:
// a plain handler with encoding/json, and a server with graph-gophers/graphql-go.
//
// It is a module of its own, so that the program does not depend on what it is compared with. make bench-http runs it.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
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
	"github.com/clausegraph/clausegraph/internal/server"
	"github.com/clausegraph/clausegraph/loader"
	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/search"
)

// today is the day that is asked about.
var today = graph.Date(time.Now().UTC().Format(time.DateOnly))

func main() {
	log.SetFlags(0)
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
	logger := slog.New(slog.NewTextHandler(requests, nil))
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
	answers := plain{}
	for _, q := range questions {
		text, err := ask(ctx, list[0].url, q.query)
		if err != nil {
			return nil, err
		}
		value := q.plain()
		d := json.NewDecoder(bytes.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&envelope{value}); err != nil {
			return nil, fmt.Errorf("%s: %w", q.name, err)
		}
		answers[q.query] = value
	}
	for name, h := range map[string]http.Handler{"encoding/json": answers, "graph-gophers": gophers(data)} {
		listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		s := &http.Server{Handler: h, ReadHeaderTimeout: time.Second}
		go func() { _ = s.Serve(listener) }()
		context.AfterFunc(ctx, func() { _ = s.Close() })
		list = append(list, contender{name, "http://" + listener.Addr().String()})
	}
	slices.SortFunc(list, func(a, b contender) int { return slices.Index(order, a.name) - slices.Index(order, b.name) })
	return list, nil
}

var order = []string{"ours", "ours, cached", "encoding/json", "graph-gophers"}

// sameAnswers returns the length of the answer. It fails where two servers do not answer with the same bytes; white
// space at the end does not count.
func sameAnswers(ctx context.Context, contenders []contender, q question) (int, error) {
	var first []byte
	for _, c := range contenders {
		for range 2 { // the second time, it may come from a cache
			text, err := ask(ctx, c.url, q.query)
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

func ask(ctx context.Context, url, query string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body(query)))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

func post(ctx context.Context, client *http.Client, url string, body []byte) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return errors.New(answer.Status)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
