// Package version says which program this is.
package version

import (
	"runtime"
	"runtime/debug"
	"strings"
)

// What the release tooling sets by -ldflags "-X". Any other build has none of it.
var (
	release  string // such as "1.2.0"
	revision string // the commit that it was built from
	date     string // the time of that commit, RFC 3339
)

// Development is the version of a program that was built from a checkout.
const Development = "development"

// Program is what is known of the program that runs.
type Program struct {
	Version  string `json:"version"`  // of a release such as "1.2.0", or Development
	Revision string `json:"revision"` // of the code, as version control names it; empty where the build does not know
	Modified bool   `json:"modified"` // whether files differed from that revision
	Time     string `json:"time"`     // of the revision, RFC 3339; empty where the build does not know
	Go       string `json:"go"`       // the version of Go that built it
	Platform string `json:"platform"` // such as "linux/amd64"
}

// Of returns what is known of the program that runs. A release knows its version from the tooling; one that go install made
// from a module, from that; a build of a checkout knows what Go records of version control, which go run and go test leave
// out.
func Of() Program {
	p := Program{Version: release, Revision: revision, Time: date, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if release != "" {
		return p
	}
	p.Version = Development
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return p
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			p.Revision = s.Value
		case "vcs.time":
			p.Time = s.Value
		case "vcs.modified":
			p.Modified = s.Value == "true"
		}
	}
	if v := info.Main.Version; p.Revision == "" && v != "" && v != "(devel)" {
		p.Version = strings.TrimPrefix(v, "v")
	}
	return p
}

// String returns the version with the revision of a development build, such as "1.2.0" or "development (5f2a14f5d3e0,
// modified)".
func (p Program) String() string {
	if p.Version != Development || p.Revision == "" {
		return p.Version
	}
	text := p.Version + " (" + p.Revision[:min(12, len(p.Revision))]
	if p.Modified {
		text += ", modified"
	}
	return text + ")"
}
