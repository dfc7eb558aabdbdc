package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

const (
	development = "development"
	versionPath = "github.com/clausegraph/clausegraph/internal/version"
)

// identify asks git what is released.
func (r *release) identify(ctx context.Context) error {
	var stamp string
	for format, into := range map[string]*string{"%H": &r.commit, "%cI": &stamp} {
		text, err := r.git(ctx, "log", "-1", "--format="+format)
		if err != nil {
			return err
		}
		*into = text
	}
	at, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return err
	}
	r.at = at.UTC()
	if tags, err := r.git(ctx, "tag", "--points-at", "HEAD", "--sort=-v:refname", "v*"); err != nil {
		return err
	} else if r.version == "" {
		r.version, _, _ = strings.Cut(tags, "\n")
	}
	changed, err := r.git(ctx, "status", "--porcelain")
	if err != nil {
		return err
	}
	r.clean = changed == ""
	if r.version = strings.TrimPrefix(r.version, "v"); r.version == "" {
		r.version = development
		return nil
	}
	if !regexp.MustCompile(`^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$`).MatchString(r.version) {
		return fmt.Errorf("version %q is not one such as 1.2.0", r.version)
	}
	if !r.clean {
		return fmt.Errorf("a release is made of what is committed, and these files differ:\n%s", changed)
	}
	changelog, err := os.ReadFile(r.path("CHANGELOG.md"))
	if err != nil {
		return err
	}
	if !bytes.Contains(changelog, []byte("\n## ["+r.version+"]")) {
		return fmt.Errorf("CHANGELOG.md has no section [%s]", r.version)
	}
	return nil
}

func (r *release) git(ctx context.Context, args ...string) (string, error) {
	out, err := r.command(ctx, "git", args...).Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// command runs in the repository, in an environment that says the same everywhere.
func (r *release) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir, c.Stderr = r.source, os.Stderr
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-mod=readonly", "GOWORK=off", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0", "GOFIPS140=off",
		"LC_ALL=C", "TZ=UTC")
	return c
}

// assets makes the snapshot of the data, the manual pages and the completions.
func (r *release) assets(ctx context.Context) error {
	tool := filepath.Join(r.work, "tool")
	if err := r.command(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-tags", "assets", "-o", tool, "./cmd/clausegraph").Run(); err != nil {
		return err
	}
	if err := r.command(ctx, tool, "assets", "-o", r.work, "--date", r.at.Format(time.RFC3339)).Run(); err != nil {
		return fmt.Errorf("make the assets: %w", err)
	}
	place, err := filepath.Abs(r.path("cmd", "clausegraph", "builtin.snapshot.gz"))
	if err != nil {
		return err
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{place: filepath.Join(r.work, "builtin.snapshot.gz")}})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.work, "overlay.json"), overlay, 0o644)
}

// build makes the binary of a platform. What the version is comes from here and not from what Go finds in the checkout,
// which depends on the tags that a clone has.
func (r *release) build(ctx context.Context, platform, file string) error {
	system, machine, ok := strings.Cut(platform, "/")
	if !ok {
		return fmt.Errorf("platform %q is not one such as linux/amd64", platform)
	}
	file, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	flags := []string{"-s", "-w", "-buildid="}
	if r.clean {
		flags = append(flags, "-X", versionPath+".revision="+r.commit, "-X", versionPath+".date="+r.at.Format(time.RFC3339))
	}
	if r.version != development {
		flags = append(flags, "-X", versionPath+".release="+r.version)
	}
	c := r.command(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-tags", "prepared", "-overlay", filepath.Join(r.work, "overlay.json"),
		"-ldflags", strings.Join(flags, " "), "-o", file, "./cmd/clausegraph")
	c.Env = append(c.Env, "GOOS="+system, "GOARCH="+machine)
	if err := c.Run(); err != nil {
		return fmt.Errorf("go build: %w", err)
	}
	return nil
}
