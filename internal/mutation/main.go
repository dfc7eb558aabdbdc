// Command mutation breaks the rules of coverage one at a time, and demands that the tests of coverage fail for each. It
// builds the broken code beside the sound one (go test -overlay) and changes no file.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	few := flag.Bool("few", false, "try only the mutants that are tried on every change")
	match := flag.String("match", "", "try only the mutants whose name matches a `regexp`")
	flag.Parse()
	pattern, err := regexp.Compile(*match)
	if err == nil {
		err = run(ctx, func(m mutant) bool { return (m.always || !*few) && pattern.MatchString(m.name) })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutation:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, wanted func(mutant) bool) error {
	root, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return fmt.Errorf("find the module: %w", err)
	}
	dir, err := os.MkdirTemp("", "mutation")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tried, alive := 0, 0
	for _, m := range mutants {
		if !wanted(m) {
			continue
		}
		start := time.Now()
		by, err := m.try(ctx, strings.TrimSpace(string(root)), dir)
		if err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		tried++
		if by == "" {
			alive++
			by = "NO TEST FAILS"
		}
		fmt.Printf("%-75s %s (%.0f s)\n", m.name, by, time.Since(start).Seconds())
	}
	if alive > 0 {
		return fmt.Errorf("%d of %d broken rules go unnoticed", alive, tried)
	}
	fmt.Printf("%d broken rules, each found by a test\n", tried)
	return nil
}

// mutant is a fault in one file of coverage: a text that occurs once in it is replaced.
type mutant struct {
	name     string
	file     string
	old, new string
	always   bool // it is tried on every change
}

// try returns the name of the first test that fails for the mutant, or nothing. That the mutant does not build is an
// error, as is a text that is not there: the list has to follow the code.
func (m mutant) try(ctx context.Context, root, dir string) (string, error) {
	sound := filepath.Join(root, "coverage", m.file)
	src, err := os.ReadFile(sound)
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(src), m.old); n != 1 {
		return "", fmt.Errorf("%q occurs %d times in %s, not once", m.old, n, m.file)
	}
	broken := filepath.Join(dir, m.file)
	if err := os.WriteFile(broken, []byte(strings.Replace(string(src), m.old, m.new, 1)), 0o600); err != nil {
		return "", err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{sound: broken}})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600); err != nil {
		return "", err
	}
	c := exec.CommandContext(ctx, "go", "test", "-overlay", filepath.Join(dir, "overlay.json"), "-vet=off", "-count=1", "-failfast", "-timeout=5m",
		"./coverage", "-rapid.nofailfile", "-rapid.shrinktime=0s")
	c.Dir = root
	out, err := c.CombinedOutput()
	var failed *exec.ExitError
	switch {
	case err == nil:
		return "", nil
	case ctx.Err() != nil:
		return "", ctx.Err()
	case !errors.As(err, &failed), strings.Contains(string(out), "[build failed]"):
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	for _, line := range strings.Split(string(out), "\n") {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "--- FAIL: "); ok {
			return strings.Fields(name)[0], nil
		}
	}
	if strings.Contains(string(out), "panic: ") || strings.Contains(string(out), "fatal error: ") {
		return "a crash", nil
	}
	return "", fmt.Errorf("it failed, and no test did\n%s", out)
}
