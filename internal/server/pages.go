package server

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/web"
	"github.com/clausegraph/clausegraph/web/graphiql"
)

// The policies of pages: scripts and styles come from files of this server alone, and so does all that they fetch. The
// explorer never makes HTML of text, and its policy has the browser refuse it if it did.
const (
	explorerPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
	graphiqlPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)

// How long browsers may keep a file: until they have asked whether it is still good, or, where the name changes with the
// content, for ever.
const (
	keepAsked   = "no-cache"
	keepForever = "public, max-age=31536000, immutable"
)

var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".svg":  "image/svg+xml",
	".json": "application/json",
	".md":   "text/plain; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
}

func addPages(mux *http.ServeMux, withSchema bool) {
	addExplorer(mux, web.Files())
	add := func(pattern, media, policy string, content []byte) {
		mux.Handle(pattern, newStaticFile(media, policy, keepAsked, content))
	}
	if withSchema {
		add("GET /schema.graphql", "text/plain; charset=utf-8", "", []byte(schema.SDL()))
	}
	add("GET /graphiql", mediaTypes[".html"], graphiqlPolicy, graphiql.HTML)
	add("GET /graphiql/app.js", mediaTypes[".js"], "", graphiql.Script)
	add("GET /graphiql/style.css", mediaTypes[".css"], "", graphiql.Style)
	add("GET /graphiql/licences.txt", mediaTypes[".txt"], "", graphiql.Licences)
}

func addExplorer(mux *http.ServeMux, files fs.FS) {
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		pattern, policy, keep := "GET /"+name, "", keepAsked
		switch {
		case name == "index.html":
			pattern, policy = "GET /{$}", explorerPolicy
		case strings.HasPrefix(name, "assets/"):
			keep = keepForever
		}
		mux.Handle(pattern, newStaticFile(mediaTypes[path.Ext(name)], policy, keep, content))
		return nil
	})
	if err != nil {
		panic(err) // they are embedded
	}
}

// staticFile serves content that changes with the binary alone, compressed for clients that can read that.
type staticFile struct {
	media, policy, keep, tag string
	plain                    []byte
	zipped                   func() []byte // at the first request, so that nobody waits for it at the start
}

func newStaticFile(media, policy, keep string, content []byte) *staticFile {
	sum := sha256.Sum256(content)
	zipped := sync.OnceValue(func() []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(content)
		_ = z.Close()
		return b.Bytes()
	})
	return &staticFile{media, policy, keep, hex.EncodeToString(sum[:8]), content, zipped}
}

func (f *staticFile) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.media)
	h.Set("Cache-Control", f.keep)
	h.Set("Vary", "Accept-Encoding")
	if f.policy != "" {
		h.Set("Content-Security-Policy", f.policy)
	}
	content, tag := f.plain, f.tag
	if takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		content, tag = f.zipped(), f.tag+"-gzip"
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// takesGzip reports whether the client names gzip as an encoding that it reads. A weight of nought refuses it.
func takesGzip(r *http.Request) bool {
	for entry := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(entry, " ", ""), ";")
		if strings.EqualFold(name, "gzip") {
			return strings.Trim(strings.TrimPrefix(weight, "q="), "0.") != "" || weight == ""
		}
	}
	return false
}
