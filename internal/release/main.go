// Command release writes all that a release consists of into a folder: for each platform an archive with the binary, manual
// pages, completions and licences, and two bills of materials; an image; checksums, and a signature of them where there is
// a key. The same commit, made by the same version of Go, gives the same bytes on any machine. docs/release.md says more.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"
)

// platforms are those that a release is made for.
var platforms = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

func main() {
	var r release
	var only string
	flag.StringVar(&r.source, "source", "../..", "`directory` of the repository")
	flag.StringVar(&r.out, "o", "../../dist", "`directory` to write to, which must be empty or of an earlier run")
	flag.StringVar(&r.version, "version", "", "`version` of the release, such as 1.2.0, which needs a clean checkout and a section of the changelog; the tag of the commit if none, or else a development build")
	flag.StringVar(&only, "platforms", strings.Join(platforms, ","), "`platforms`, comma-separated")
	flag.StringVar(&r.previous, "previous", "", "version.json `file` of the release before, whose versions are compared")
	flag.StringVar(&r.key, "key", "", "private key `file` (or a public one whose private key an agent has) that ssh-keygen signs with; not signed if none")
	binary := flag.String("binary", "", "write only the binary, of the first platform, to the `file`")
	flag.Parse()
	r.platforms = strings.Split(only, ",")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, &r, *binary); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, r *release, binary string) error {
	work, err := os.MkdirTemp("", "clausegraph-release")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	r.work = work
	if err := r.prepare(ctx); err != nil {
		return err
	}
	if binary != "" {
		return r.build(ctx, r.platforms[0], binary)
	}
	return r.all(ctx)
}

// release is one that is being made.
type release struct {
	source, out, previous, key string
	platforms                  []string
	version                    string // "development" where it is none
	commit                     string
	clean                      bool      // nothing differs from the commit
	at                         time.Time // of the commit: what every file says
	work                       string    // a folder for what is made on the way
}

// name is how files of the release begin.
func (r *release) name() string { return "clausegraph_" + r.version }

// prepare finds out what is released, and makes what all platforms share.
func (r *release) prepare(ctx context.Context) error {
	if err := r.identify(ctx); err != nil {
		return err
	}
	fmt.Printf("%s of commit %s\n", r.name(), r.commit)
	return r.assets(ctx)
}

func (r *release) all(ctx context.Context) error {
	if err := r.empty(); err != nil {
		return err
	}
	built := make([]*build, 0, len(r.platforms))
	for _, platform := range r.platforms {
		b := &build{release: r, platform: platform}
		if err := b.make(ctx); err != nil {
			return fmt.Errorf("%s: %w", platform, err)
		}
		built = append(built, b)
	}
	if err := r.image(built); err != nil {
		return fmt.Errorf("image: %w", err)
	}
	if err := r.versions(ctx); err != nil {
		return err
	}
	return r.sums(ctx)
}

// empty removes the files of an earlier run; it refuses a folder with anything else in it.
func (r *release) empty() error {
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	files, err := os.ReadDir(r.out)
	if err != nil {
		return err
	}
	for _, f := range files {
		ours := strings.HasPrefix(f.Name(), "clausegraph_") || strings.HasPrefix(f.Name(), sumsFile) || f.Name() == versionsFile
		if f.IsDir() || !ours {
			return fmt.Errorf("%s has %s in it, which no release does; name an empty folder with -o", r.out, f.Name())
		}
	}
	for _, f := range files {
		if err := os.Remove(filepath.Join(r.out, f.Name())); err != nil {
			return err
		}
	}
	return nil
}

func (r *release) file(name string) string { return filepath.Join(r.out, name) }

func (r *release) path(parts ...string) string {
	return filepath.Join(append([]string{cmp.Or(r.source, ".")}, parts...)...)
}
