package main

import (
	"bytes"
	"context"
	"debug/buildinfo"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// part is something that others made and that is in the binary: the standard library, a Go module, an npm package in a page.
type part struct {
	kind     string // golang or npm
	name     string
	version  string
	sum      string   // as in go.sum
	licences []string // by their SPDX ids, as far as their texts are known ones
	texts    []string // of the licences and notices
}

// purl returns the package URL.
func (p part) purl() string {
	return "pkg:" + p.kind + "/" + strings.ReplaceAll(p.name, "@", "%40") + "@" + p.version
}

// contents returns what is in a binary besides our own code, by what Go wrote into it and what the builds of the pages list.
func (r *release) contents(ctx context.Context, binary string) ([]part, error) {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return nil, err
	}
	root, err := r.command(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	parts := []part{{kind: "golang", name: "std", version: strings.TrimPrefix(info.GoVersion, "go")}}
	folders := []string{strings.TrimSpace(string(root))}
	for _, m := range info.Deps {
		if m.Replace != nil {
			return nil, fmt.Errorf("module %s is replaced, which go install does not follow", m.Path)
		}
		parts = append(parts, part{kind: "golang", name: m.Path, version: m.Version, sum: m.Sum})
		out, err := r.command(ctx, "go", "list", "-m", "-f", "{{.Dir}}", m.Path).Output()
		if err != nil {
			return nil, fmt.Errorf("where module %s is: %w", m.Path, err)
		}
		folders = append(folders, strings.TrimSpace(string(out)))
	}
	for i := range parts {
		if err := parts[i].license(folders[i]); err != nil {
			return nil, err
		}
	}
	for _, list := range pageLists {
		text, err := os.ReadFile(r.path(list.file))
		if err != nil {
			return nil, err
		}
		packages := list.read(string(text))
		if len(packages) == 0 {
			return nil, fmt.Errorf("%s names no package", list.file)
		}
		parts = append(parts, packages...)
	}
	return parts, nil
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|copyright)([-._].*)?$`)

// license reads the licences of a module in its folder, and refuses one without any: it could not be passed on.
func (p *part) license(folder string) error {
	files, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("licence of %s: %w", p.name, err)
	}
	for _, f := range files {
		if f.Type()&fs.ModeType != 0 || !licenceFile.MatchString(f.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, f.Name()))
		if err != nil {
			return err
		}
		p.texts = append(p.texts, string(bytes.TrimSpace(text)))
		for _, m := range licensecheck.Scan(text).Match {
			if !slices.Contains(p.licences, m.ID) && !m.IsURL {
				p.licences = append(p.licences, m.ID)
			}
		}
	}
	slices.Sort(p.licences)
	if len(p.texts) == 0 {
		return fmt.Errorf("module %s %s has no licence that allows to pass it on", p.name, p.version)
	}
	return nil
}

// pageLists are what the builds of the pages write of the packages that went into them.
var pageLists = []struct {
	file string
	read func(text string) []part
}{
	{"web/dist/licences.md", func(text string) []part { return npmParts(text, regexp.MustCompile(`(?m)^## (\S+) - (\S+) \((.+)\)$`)) }},
	{"web/graphiql/dist/LICENSES.txt", func(text string) []part {
		return npmParts(text, regexp.MustCompile(`(?m)^((?:@[^\s/]+/)?[a-z0-9][^\s/]*) (\d\S*) \((.+)\)$`))
	}},
}

// npmParts reads a list of packages, each a heading and the text of its licence.
func npmParts(text string, heading *regexp.Regexp) []part {
	at := heading.FindAllStringSubmatchIndex(text, -1)
	parts := make([]part, len(at))
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		body := strings.TrimSuffix(strings.TrimSpace(text[m[1]:end]), "----")
		parts[i] = part{
			kind: "npm", name: text[m[2]:m[3]], version: text[m[4]:m[5]],
			licences: []string{text[m[6]:m[7]]}, texts: []string{strings.TrimSpace(body)},
		}
	}
	return parts
}

// notices returns the licences of all parts, as they demand.
func notices(parts []part) []byte {
	var b bytes.Buffer
	b.WriteString("clausegraph contains the following, each under its own licence.\n")
	for _, p := range parts {
		fmt.Fprintf(&b, "\n%s\n%s %s (%s)\n\n%s\n", strings.Repeat("=", 80), p.name, p.version, strings.Join(p.licences, ", "), strings.Join(p.texts, "\n\n"))
	}
	return b.Bytes()
}
