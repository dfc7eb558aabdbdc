package main

import (
	"archive/zip"
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// largest is what a binary may take, in bytes.
const largest = 60 << 20

// TestDist takes a whole release apart, as `make release` left it in the folder CLAUSEGRAPH_DIST, and compares it with what
// was made again in CLAUSEGRAPH_DIST_AGAIN, if that is given. `make release-verify` runs it.
func TestDist(t *testing.T) {
	dir := os.Getenv("CLAUSEGRAPH_DIST")
	if dir == "" {
		t.Skip("no CLAUSEGRAPH_DIST; `make release-verify` gives one")
	}
	r := distOf(t, dir)
	all := []string{sumsFile, versionsFile, r.name() + "_oci.tar"}
	for _, platform := range r.platforms {
		b := &build{release: r, platform: platform}
		kind := ".tar.gz"
		if strings.HasPrefix(platform, "windows/") {
			kind = ".zip"
		}
		all = append(all, b.stem()+kind, b.stem()+".cdx.json", b.stem()+".spdx.json")
		t.Run(platform, func(t *testing.T) { archived(t, b, b.stem()+kind) })
	}
	t.Run("image", func(t *testing.T) { image(t, r) })
	t.Run("sums", func(t *testing.T) { summed(t, r, all) })
	if again := os.Getenv("CLAUSEGRAPH_DIST_AGAIN"); again != "" {
		t.Run("made again", func(t *testing.T) { same(t, dir, again, len(all)) })
	}
}

// distOf returns the release that was written into a folder.
func distOf(t *testing.T, dir string) *release {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, versionsFile))
	if err != nil {
		t.Fatal(err)
	}
	var v versions
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	at, err := time.Parse(time.RFC3339, fmt.Sprint(v.Program["time"]))
	if err != nil {
		t.Fatal(err)
	}
	return &release{out: dir, version: fmt.Sprint(v.Program["version"]), commit: fmt.Sprint(v.Program["revision"]), at: at, platforms: platforms}
}

// archived takes the archive of a platform apart: its files, what its binary says of itself, its bills.
func archived(t *testing.T, b *build, name string) {
	var files []file
	if strings.HasSuffix(name, ".zip") {
		files = unzip(t, b.file(name), b.at)
	} else {
		files = unpack(t, b.file(name), b.at)
	}
	program := "clausegraph"
	system, machine, _ := strings.Cut(b.platform, "/")
	if system == "windows" {
		program += ".exe"
	}
	for _, want := range append([]string{program}, besides...) {
		if !slices.ContainsFunc(files, func(f file) bool { return f.name == b.stem()+"/"+want && len(f.content) > 0 }) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
	dir := t.TempDir()
	lay(t, files, dir, "")
	binary := filepath.Join(dir, b.stem(), program)
	content, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f MB, %d files", float64(len(content))/1e6, len(files))
	if len(content) > largest {
		t.Errorf("the binary has %d bytes; it may have %d", len(content), largest)
	}
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, s := range info.Settings {
		said[s.Key] = s.Value
	}
	if said["GOOS"] != system || said["GOARCH"] != machine || said["CGO_ENABLED"] != "0" || said["-trimpath"] != "true" {
		t.Errorf("the binary is one of %v", said)
	}
	for _, kind := range []string{".cdx.json", ".spdx.json"} {
		bill, err := os.ReadFile(b.file(b.stem() + kind))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(bill, []byte(digest(content))) {
			t.Errorf("%s%s is of another binary", b.stem(), kind)
		}
		if kind == ".cdx.json" {
			conforms(t, bill)
		} else {
			coherent(t, bill)
		}
	}
	if system != "linux" {
		return // the others are run nowhere here
	}
	if c := runner(machine, binary); c != nil {
		asks(t, b.version, c)
	} else {
		t.Logf("the binary for %s was not run: there is no qemu", b.platform)
	}
}

// unzip reads an archive for Windows.
func unzip(t *testing.T, archive string, at time.Time) []file {
	t.Helper()
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var files []file
	for _, f := range z.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(from)
		if err := from.Close(); err != nil {
			t.Error(err)
		}
		if err != nil || !f.Modified.Equal(at) {
			t.Errorf("%s is of %v, error %v", f.Name, f.Modified, err)
		}
		files = append(files, file{f.Name, int64(f.Mode().Perm()), content})
	}
	return files
}

// summed wants these files and no others, but for a signature, each with its checksum.
func summed(t *testing.T, r *release, want []string) {
	files, err := read(r.out)
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	var sums bytes.Buffer
	for _, f := range files {
		if f.name == sumsFile+".sig" {
			continue
		}
		there = append(there, f.name)
		if f.name != sumsFile {
			fmt.Fprintf(&sums, "%s  %s\n", digest(f.content), f.name)
		}
	}
	slices.Sort(want)
	if !slices.Equal(there, want) {
		t.Errorf("there are %v; want %v", there, want)
	}
	if text, err := os.ReadFile(r.file(sumsFile)); err != nil || string(text) != sums.String() {
		t.Errorf("%s is not of the files that are there: %v", sumsFile, err)
	}
}
