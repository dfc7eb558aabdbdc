package main

import (
	"context"
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

// TestMain lets the test binary be the program itself, for tests that run it as its users do.
func TestMain(m *testing.M) {
	if os.Getenv("CLAUSEGRAPH_TEST_MAIN") != "" {
		main()
	}
	testscript.Main(m, map[string]func(){
		"clausegraph": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the transcripts in testdata/script, each a command line with what it prints.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", UpdateScripts: *update})
}
