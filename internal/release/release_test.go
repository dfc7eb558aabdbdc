package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/santhosh-tekuri/jsonschema/v6"
	spdxjson "github.com/spdx/tools-golang/json"
)

// TestRelease makes a release for the platform of the machine, twice, from two folders: the bytes are the same, and all that
// is in it is what it says.
func TestRelease(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the image is run, which Linux does")
	}
	first := make1(t, "../..")
	second := make1(t, copied(t, "../.."))
	same(t, first.out, second.out, 6)

	files := unpack(t, first.file(first.name()+"_linux_"+runtime.GOARCH+".tar.gz"), first.at)
	dir := t.TempDir()
	program := lay(t, files, dir, first.name()+"_linux_"+runtime.GOARCH)
	t.Run("archive", func(t *testing.T) {
		for _, name := range besides {
			if _, err := os.Stat(filepath.Join(filepath.Dir(program), name)); err != nil {
				t.Error(err)
			}
		}
	})
	t.Run("binary", func(t *testing.T) { asks(t, first.version, exec.Command(program)) })
	t.Run("manuals", func(t *testing.T) { manuals(t, program) })
	t.Run("bash", func(t *testing.T) { completes(t, program) })
	t.Run("bills", func(t *testing.T) { bills(t, first, program) })
	t.Run("image", func(t *testing.T) { image(t, first) })
	t.Run("signature", func(t *testing.T) { signature(t, first) })
}

// besides is what an archive has beside the binary, among others.
var besides = []string{"README.md", "CHANGELOG.md", "LICENSE", "mappings/LICENSE", "THIRD-PARTY-NOTICES.txt", "man/clausegraph.1", "man/clausegraph-gap.1",
	"completions/clausegraph.bash", "completions/_clausegraph", "completions/clausegraph.fish", "completions/clausegraph.ps1"}

func make1(t *testing.T, source string) *release {
	t.Helper()
	r := &release{source: source, out: t.TempDir(), platforms: []string{"linux/" + runtime.GOARCH}, commit: "unknown", version: development, at: time.Unix(1800000000, 0).UTC(), work: t.TempDir()}
	if err := r.assets(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := r.all(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r
}

// copied copies what git would commit into another folder.
func copied(t *testing.T, source string) string {
	t.Helper()
	list, err := exec.Command("git", "-C", source, "ls-files", "-co", "--exclude-standard").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name := range strings.Lines(string(list)) {
		name = strings.TrimSpace(name)
		content, err := os.ReadFile(filepath.Join(source, name))
		if os.IsNotExist(err) {
			continue // deleted, not yet committed
		}
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// same wants the same files, with the same bytes, in both folders.
func same(t *testing.T, a, b string, n int) {
	t.Helper()
	files, err := read(a)
	if err != nil {
		t.Fatal(err)
	}
	if others, err := os.ReadDir(b); err != nil || len(files) != n || len(others) != n {
		t.Errorf("%d files, then %d, error %v; want %d", len(files), len(others), err, n)
	}
	for _, f := range files {
		other, err := os.ReadFile(filepath.Join(b, f.name))
		if err != nil || !bytes.Equal(f.content, other) {
			t.Errorf("%s is not the same when it is made again, error %v", f.name, err)
		}
	}
}

func unpack(t *testing.T, archive string, at time.Time) []file {
	t.Helper()
	content, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	var from io.Reader = bytes.NewReader(content)
	if !strings.HasSuffix(archive, ".tar") {
		if from, err = gzip.NewReader(from); err != nil {
			t.Fatal(err)
		}
	}
	return untar(t, from, at)
}

func untar(t *testing.T, from io.Reader, at time.Time) []file {
	t.Helper()
	var files []file
	for r := tar.NewReader(from); ; {
		h, err := r.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if h.Uid != 0 || h.Uname != "" || !h.ModTime.Equal(at) {
			t.Errorf("%s tells of the machine: %+v", h.Name, h)
		}
		files = append(files, file{h.Name, h.Mode, content})
	}
}

// lay writes files into a folder and returns the path of the program among them, below the prefix.
func lay(t *testing.T, files []file, dir, prefix string) string {
	t.Helper()
	for _, f := range files {
		to := filepath.Join(dir, f.name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, f.content, os.FileMode(f.mode)); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, prefix, "clausegraph")
}

// asks runs the program, on a machine that has nothing, for its versions and for a gap.
func asks(t *testing.T, version string, program *exec.Cmd) {
	t.Helper()
	run := func(args ...string) []byte {
		c := exec.Command(program.Path, append(slices.Clone(program.Args[1:]), args...)...)
		c.SysProcAttr, c.Env = program.SysProcAttr, []string{"HOME=/none"}
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return out
	}
	var v versions
	if err := json.Unmarshal(run("version", "--format", "json"), &v); err != nil {
		t.Fatal(err)
	}
	if v.Program["version"] != version || v.API == "" || len(v.Data.Hash) != 64 {
		t.Errorf("the program says %+v of itself", v)
	}
	if out := string(run("gap", "--have", "iso-27001-2022", "--want", "isms-p-2023/2.5.4", "--format", "csv")); !strings.Contains(out, "\nisms-p-2023/2.5.4,Password Management,PARTIAL,") {
		t.Errorf("the gap is\n%s", out)
	}
}

// manuals compares the pages with the commands, and has man read them where there is one.
func manuals(t *testing.T, program string) {
	help, err := exec.Command(program, "--help").Output()
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(help), "Available Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	pages := 0
	for line := range strings.Lines(list) {
		name := strings.Fields(line)[0]
		if name == "help" {
			continue
		}
		file := filepath.Join(filepath.Dir(program), "man", "clausegraph-"+name+".1")
		page, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(page, []byte(`.TH "CLAUSEGRAPH-`+strings.ToUpper(name)+`" "1" "Jan 2027"`)) {
			t.Errorf("%s has no manual page of its day: %v", name, err)
		}
		pages++
	}
	if pages < 30 {
		t.Errorf("only %d commands were found in\n%s", pages, help)
	}
	if _, err := exec.LookPath("man"); err != nil {
		t.Skip("man is not there to read the pages")
	}
	c := exec.Command("man", "--warnings=w", "-l", filepath.Join(filepath.Dir(program), "man", "clausegraph-gap.1"))
	c.Env = append(os.Environ(), "MANPAGER=cat", "MANWIDTH=80", "LC_ALL=C.UTF-8")
	var warnings bytes.Buffer
	c.Stderr = &warnings
	if text, err := c.Output(); err != nil || warnings.Len() > 0 || !strings.Contains(string(text), "\nSYNOPSIS\n") || !strings.Contains(string(text), "--want") {
		t.Errorf("man reads the page with error %v, and says %q:\n%s", err, warnings.String(), text)
	}
}

// completes has bash complete words of command lines. What the package bash-completion brings is one function here.
func completes(t *testing.T, program string) {
	for line, want := range map[string]string{
		"clausegraph gap --have iso-270":             "iso-27001-2022",
		"clausegraph gap --want isms-p-2023/2.5.":    "isms-p-2023/2.5.4",
		"clausegraph gap --have isms-2023,iso-270":   "isms-2023,iso-27001-2022",
		"clausegraph explain --lang ":                "ko",
		"clausegraph gap --have isms-2023 --format ": "json",
		"clausegraph requirements isms-":             "isms-p-2023",
		"clausegraph wh":                             "whatif",
	} {
		c := exec.Command("bash", "-c", `
			_get_comp_words_by_ref() { words=("${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=${COMP_WORDS[COMP_CWORD]}; prev=${COMP_WORDS[COMP_CWORD-1]}; }
			compopt() { :; }
			source "$1"
			COMP_LINE=$2 COMP_POINT=${#2} COMP_TYPE=9
			read -ra COMP_WORDS <<<"$2"
			[[ $2 == *' ' ]] && COMP_WORDS+=("")
			COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
			__start_clausegraph clausegraph
			printf '%s\n' "${COMPREPLY[@]}"`, "bash", filepath.Join(filepath.Dir(program), "completions", "clausegraph.bash"), line)
		c.Env = append(os.Environ(), "PATH="+filepath.Dir(program)+":"+os.Getenv("PATH"))
		out, err := c.CombinedOutput()
		offered := slices.ContainsFunc(strings.Split(string(out), "\n"), func(l string) bool { return l == want || strings.HasPrefix(l, want+" ") })
		if err != nil || !offered {
			t.Errorf("%q<TAB> offers, error %v\n%s; want %s", line, err, out, want)
		}
	}
}

// bills holds the bills of materials against what Go says of the binary.
func bills(t *testing.T, r *release, program string) {
	stem := r.file(r.name() + "_linux_" + runtime.GOARCH)
	file, err := os.ReadFile(stem + ".cdx.json")
	if err != nil {
		t.Fatal(err)
	}
	conforms(t, file)
	var bom cdx.BOM
	if err := cdx.NewBOMDecoder(bytes.NewReader(file), cdx.BOMFileFormatJSON).Decode(&bom); err != nil {
		t.Fatal(err)
	}
	licences := map[string]string{}
	for _, c := range *bom.Components {
		if c.Licenses == nil {
			t.Errorf("%s has no licence", c.PackageURL)
			continue
		}
		licences[c.PackageURL] = (*c.Licenses)[0].Expression
	}
	for purl, licence := range map[string]string{
		"pkg:golang/github.com/cayleygraph/cayley@v0.7.7": "Apache-2.0", "pkg:golang/github.com/spf13/cobra@v1.10.2": "Apache-2.0",
		"pkg:golang/std@" + strings.TrimPrefix(runtime.Version(), "go"): "BSD-3-Clause", "pkg:npm/graphql@16.15.0": "MIT", "pkg:npm/%40react-aria/focus@3.22.1": "Apache-2.0",
	} {
		if licences[purl] != licence {
			t.Errorf("the bill says %q of %s; want %s", licences[purl], purl, licence)
		}
	}
	out, err := exec.Command("go", "version", "-m", program).Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := 0
	for line := range strings.Lines(string(out)) {
		if f := strings.Fields(line); len(f) > 2 && f[0] == "dep" {
			if modules++; licences["pkg:golang/"+f[1]+"@"+f[2]] == "" {
				t.Errorf("the bill lacks %s %s", f[1], f[2])
			}
		}
	}
	spdx, err := os.ReadFile(stem + ".spdx.json")
	if err != nil {
		t.Fatal(err)
	}
	coherent(t, spdx)
	doc, err := spdxjson.Read(bytes.NewReader(spdx))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Packages) != len(licences)+1 || modules < 60 {
		t.Errorf("%d modules, %d parts in CycloneDX, %d packages in SPDX", modules, len(licences), len(doc.Packages))
	}
}

// coherent demands of a bill in SPDX what reading it does not: ids that are ids, each once, and relationships between them.
func coherent(t *testing.T, bill []byte) {
	t.Helper()
	var doc struct {
		SPDXID   string
		Packages []struct {
			SPDXID        string
			FilesAnalyzed *bool
		}
		Relationships []struct{ SpdxElementId, RelatedSpdxElement string }
	}
	if err := json.Unmarshal(bill, &doc); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{doc.SPDXID: true}
	for _, p := range doc.Packages {
		if known[p.SPDXID] || !regexp.MustCompile(`^SPDXRef-[A-Za-z0-9.-]+$`).MatchString(p.SPDXID) {
			t.Errorf("%q is no id of its own", p.SPDXID)
		}
		if p.FilesAnalyzed == nil || *p.FilesAnalyzed { // it would need a code over all files
			t.Errorf("%s says that its files were looked at", p.SPDXID)
		}
		known[p.SPDXID] = true
	}
	for _, r := range doc.Relationships {
		if !known[r.SpdxElementId] || !known[r.RelatedSpdxElement] {
			t.Errorf("%+v names what is not there", r)
		}
	}
	if len(doc.Relationships) != len(doc.Packages) {
		t.Errorf("%d relationships of %d packages", len(doc.Relationships), len(doc.Packages))
	}
}

// conforms holds a bill against the schema of CycloneDX 1.6, which the module that writes it brings.
func conforms(t *testing.T, bill []byte) {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/CycloneDX/cyclonedx-go").Output()
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	for name, file := range map[string]string{"bom-1.6.schema.json": "bom-1.6.schema.json", "spdx.schema.json": "spdx.schema.json", "jsf-0.82.schema.json": "jsf-0.82.schemax.json"} {
		text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "schema", file))
		if err != nil {
			t.Fatal(err)
		}
		schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource("http://cyclonedx.org/schema/"+name, schema); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := c.Compile("http://cyclonedx.org/schema/bom-1.6.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	bom, err := jsonschema.UnmarshalJSON(bytes.NewReader(bill))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(bom); err != nil {
		t.Errorf("%#v", err)
	}
}

// signature signs as a release does, and verifies as its users do.
func signature(t *testing.T, r *release) {
	dir := t.TempDir()
	key := filepath.Join(dir, "key")
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "releases", "-f", key).CombinedOutput(); err != nil {
		t.Fatalf("ssh-keygen: %v\n%s", err, out)
	}
	signed := *r
	signed.key = key
	if err := signed.sign(t.Context(), r.file(sumsFile), 0); err != nil {
		t.Fatal(err)
	}
	public, err := os.ReadFile(key + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	allowed := filepath.Join(dir, "allowed")
	if err := os.WriteFile(allowed, append([]byte("release "), public...), 0o644); err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile(r.file(sumsFile))
	if err != nil {
		t.Fatal(err)
	}
	verify := func(content []byte) error {
		c := exec.Command("ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "release", "-n", namespace, "-s", r.file(sumsFile+".sig"))
		c.Stdin = bytes.NewReader(content)
		return c.Run()
	}
	if err := verify(sums); err != nil {
		t.Errorf("the signature is not verified: %v", err)
	}
	if verify(append(sums, ' ')) == nil {
		t.Error("the signature is one of other checksums, too")
	}
	c := exec.Command("sha256sum", "--check", "--strict", "--quiet", sumsFile)
	c.Dir = r.out
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("sha256sum: %v\n%s", err, out)
	}
}

func TestZip(t *testing.T) {
	b := &build{release: &release{version: "1.0.0", at: time.Unix(1800000000, 0).UTC()}, platform: "windows/amd64", files: []file{{"clausegraph.exe", 0o755, []byte("MZ")}, {"man/x.1", 0o644, nil}}}
	var one, two bytes.Buffer
	for _, w := range []*bytes.Buffer{&one, &two} {
		if err := b.zip(w); err != nil {
			t.Fatal(err)
		}
	}
	r, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil || len(r.File) != 2 || r.File[0].Name != "clausegraph_1.0.0_windows_amd64/clausegraph.exe" || !r.File[0].Modified.Equal(b.at) || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Errorf("error %v, files %+v", err, r.File)
	}
}

// TestFollow refuses what changed under the version that it had, and nothing else.
func TestFollow(t *testing.T) {
	var before versions
	before.API, before.Schema, before.Data.Version, before.Data.Hash = "1.0.0", "a", "1.0.0", "b"
	now := before
	if err := now.follow(before); err != nil {
		t.Error(err)
	}
	now.Schema, now.Data.Hash = "x", "y"
	if err := now.follow(before); err == nil || !strings.Contains(err.Error(), "schema/sdl.go") || !strings.Contains(err.Error(), "mappings/VERSION") {
		t.Errorf("changes under the same versions: %v", err)
	}
	now.API, now.Data.Version = "1.1.0", "1.1.0"
	if err := now.follow(before); err != nil {
		t.Error(err)
	}
}

// TestIdentify asks for releases that cannot be.
func TestIdentify(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git := func(args ...string) {
		if out, err := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=t", "-c", "user.email=t@example.org"}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	identified := func(version string) (*release, string) {
		r := &release{source: dir, version: version}
		if err := r.identify(t.Context()); err != nil {
			return r, err.Error()
		}
		return r, ""
	}
	git("init", "-q")
	write("CHANGELOG.md", "# Changelog\n\n## [1.0.0] - 2026-12-01\n")
	git("add", ".")
	git("commit", "-q", "-m", "one")
	if r, err := identified(""); err != "" || r.version != development || !r.clean {
		t.Errorf("without a tag: %+v, %s", r, err)
	}
	for version, want := range map[string]string{"1.1.0": "CHANGELOG.md has no section [1.1.0]", "one": "not one such as 1.2.0", "1.0.0": ""} {
		if _, err := identified(version); (want == "") != (err == "") || !strings.Contains(err, want) {
			t.Errorf("version %s: %q; want %q", version, err, want)
		}
	}
	git("tag", "v1.0.0")
	if r, err := identified(""); err != "" || r.version != "1.0.0" || len(r.commit) != 40 {
		t.Errorf("with a tag: %+v, %s", r, err)
	}
	write("other", "")
	if _, err := identified(""); !strings.Contains(err, "other") {
		t.Errorf("with a file that is not committed: %q", err)
	}
}

// TestUnit holds deploy/clausegraph.service against what systemd says of least privilege, where systemd is there.
func TestUnit(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd is not there")
	}
	out, err := exec.Command("systemd-analyze", "security", "--offline=true", "--threshold=15", "../../deploy/clausegraph.service").CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
