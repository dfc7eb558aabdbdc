//go:build unix

package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"syscall"
	"time"

	"github.com/clausegraph/clausegraph/internal/procstat"
)

// replica is a server on the database.
type replica struct {
	url     string
	process *exec.Cmd
}

// start starts a server that keeps no answers, so that each is worked out, and waits until it is ready.
func start(ctx context.Context, binary, dsn string) (*replica, error) {
	r := &replica{process: exec.CommandContext(ctx, binary, "serve", "--store", "postgres:"+dsn, "--addr", "127.0.0.1:0",
		"--answer-cache", "0", "--log-level", "warn", "--limit", "rate=1000000000,write=60s")}
	out, err := r.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := r.process.Start(); err != nil {
		return nil, fmt.Errorf("%w; build it first: make build", err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if url := regexp.MustCompile(`http://[0-9.:]+`).FindString(lines.Text()); url != "" {
			r.url = url + "/graphql"
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return r, nil
		}
	}
	return nil, fmt.Errorf("the server ended: %w", r.process.Wait())
}

// stop ends the server as its operator does.
func (r *replica) stop() {
	_ = r.process.Process.Signal(syscall.SIGTERM)
	_ = r.process.Wait()
}

// spent returns the CPU that the servers have used so far.
func spent(replicas []*replica) (time.Duration, error) {
	var all time.Duration
	for _, r := range replicas {
		used, err := procstat.CPU(r.process.Process.Pid)
		if err != nil {
			return 0, err
		}
		all += used
	}
	return all, nil
}
