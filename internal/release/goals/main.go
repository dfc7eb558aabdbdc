// Command goals measures what a binary takes, beside what it may take: its size, the time from its start on a fresh machine
// to its first answer, and its memory when idle. It needs Linux. The table is the one of docs/release.md.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const gap = `{"query":"{ gapAnalysis(held: [\"iso-27001-2022\"], target: \"isms-p-2023\") { summary { full partial possible none unknown } items { edges { node { requirement { ref } verdict proof { steps { rule } } } } } } }"}`

const search = `{"query":"{ search(query: \"access review\", first: 10) { edges { node { ref } } } }"}`

func main() {
	binary := flag.String("binary", "../../bin/release", "`file` of the binary")
	runs := flag.Int("runs", 10, "`number` of starts; the median counts, and the slowest is shown")
	flag.Parse()
	if err := measure(*binary, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "goals:", err)
		os.Exit(1)
	}
}

func measure(binary string, runs int) error {
	info, err := os.Stat(binary)
	if err != nil {
		return err
	}
	var command, cpu, server []time.Duration
	var started, asked int
	for range runs {
		start := time.Now()
		c := fresh(binary, "gap", "--have", "iso-27001-2022", "--want", "isms-p-2023")
		if out, err := c.Output(); err != nil || !bytes.Contains(out, []byte("PARTIAL")) {
			return fmt.Errorf("gap: %w", err)
		}
		command, cpu = append(command, time.Since(start)), append(cpu, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
		took, atStart, afterwards, err := serve(binary)
		if err != nil {
			return err
		}
		server, started, asked = append(server, took), max(started, atStart), max(asked, afterwards)
	}
	fmt.Println("| | measured | goal |\n|---|---|---|")
	fmt.Printf("| size of the binary | %.1f MB | 60 MB |\n", float64(info.Size())/1e6)
	for _, row := range []struct {
		name  string
		times []time.Duration
	}{{"first `gap` of a fresh machine, start to end", command}, {"its CPU time", cpu}, {"`serve`, start to the first answered query", server}} {
		slices.Sort(row.times)
		fmt.Printf("| %s | %d ms (slowest of %d: %d ms) | 300 ms |\n", row.name, row.times[runs/2].Milliseconds(), runs, row.times[runs-1].Milliseconds())
	}
	fmt.Printf("| idle memory (RSS) after the start | %d MB | 150 MB |\n| idle memory after 20 gaps and searches | %d MB | 150 MB |\n", started/1000, asked/1000)
	return nil
}

// fresh runs the binary as on a machine where it never ran: without a home and its cache.
func fresh(binary string, args ...string) *exec.Cmd {
	c := exec.Command(binary, args...)
	c.Env = []string{"HOME=/nonexistent", "PATH=" + os.Getenv("PATH")}
	return c
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// serve starts a server and returns how long its first answer took from the start, and its memory in kB when it has loaded
// everything, and after some queries.
func serve(binary string) (first time.Duration, started, asked int, err error) {
	c := fresh(binary, "serve", "--addr", "127.0.0.1:0")
	out, err := c.StdoutPipe()
	if err != nil {
		return 0, 0, 0, err
	}
	start := time.Now()
	if err := c.Start(); err != nil {
		return 0, 0, 0, err
	}
	defer func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		_ = c.Wait()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	url := address.FindString(line)
	if url == "" {
		return 0, 0, 0, fmt.Errorf("the server says %q: %w", line, err)
	}
	if err := ask(url, gap, "PARTIAL"); err != nil {
		return 0, 0, 0, err
	}
	first = time.Since(start)
	for range 10 { // the index is not there at once, and a request has its time
		if err = ask(url, search, "A.5.18"); err == nil {
			break
		}
	}
	if err != nil {
		return 0, 0, 0, err
	}
	time.Sleep(2 * time.Second)
	if started, err = memory(c.Process.Pid); err != nil {
		return 0, 0, 0, err
	}
	for range 10 {
		if err := errors.Join(ask(url, gap, "PARTIAL"), ask(url, search, "A.5.18")); err != nil {
			return 0, 0, 0, err
		}
	}
	time.Sleep(time.Second)
	asked, err = memory(c.Process.Pid)
	return first, started, asked, err
}

func ask(url, query, want string) error {
	r, err := http.Post(url+"/graphql", "application/json", strings.NewReader(query))
	if err != nil {
		return err
	}
	defer r.Body.Close()
	answer, err := io.ReadAll(r.Body)
	if err != nil || !bytes.Contains(answer, []byte(want)) {
		return errors.Join(fmt.Errorf("the server answers %.200s", answer), err)
	}
	return nil
}

// memory returns the resident memory of a process in kB.
func memory(pid int) (int, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	line, _, _ := strings.Cut(rest, "kB")
	return strconv.Atoi(strings.TrimSpace(line))
}
