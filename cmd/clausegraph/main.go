// Command clausegraph answers which of the controls an organisation already has satisfy a new standard, how that is
// known, and what is left to do.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// The exit statuses.
const (
	exitDone    = 0
	exitProblem = 1 // the data or the answer has problems
	exitUsage   = 2 // wrong use
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// problem is an error of the data or of the answer, as opposed to one of use.
type problem struct{ error }

func (p problem) Unwrap() error { return p.error }

// run executes one command line and returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return (&app{}).run(ctx, args, stdout, stderr)
}

func (a *app) run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := a.newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var p problem
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, syscall.EPIPE): // the reader, such as head, has seen enough
		return exitDone
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EIO): // of the standard output: of files it is a problem already
		fmt.Fprintf(stderr, "clausegraph: %v\n", err)
		return exitProblem
	case errors.As(err, &p):
		if p.error != nil {
			fmt.Fprintf(stderr, "clausegraph: %v\n", err)
		}
		return exitProblem
	}
	fmt.Fprintf(stderr, "clausegraph: %v\n", err)
	return exitUsage
}

// Error says what the problem is; a problem that was reported already has none to say.
func (p problem) Error() string {
	if p.error == nil {
		return "problems were found"
	}
	return p.error.Error()
}
