package server

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/clausegraph/clausegraph/schema"
	"github.com/clausegraph/clausegraph/web/graphiql"
)

//go:embed pages
var pages embed.FS

// The policies of pages: scripts and styles come from files of this server alone, and so does all that they fetch.
const (
	landingPolicy  = "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	graphiqlPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)

func addPages(mux *http.ServeMux, withSchema bool) {
	add := func(pattern, media, policy string, content []byte) {
		mux.Handle(pattern, staticFile(media, policy, content))
	}
	own := func(name string) []byte {
		content, err := pages.ReadFile("pages/" + name)
		if err != nil {
			panic(err) // it is embedded
		}
		return content
	}
	add("GET /{$}", "text/html; charset=utf-8", landingPolicy, own("index.html"))
	add("GET /style.css", "text/css; charset=utf-8", "", own("style.css"))
	if withSchema {
		add("GET /schema.graphql", "text/plain; charset=utf-8", "", []byte(schema.SDL()))
	}
	add("GET /graphiql", "text/html; charset=utf-8", graphiqlPolicy, graphiql.HTML)
	add("GET /graphiql/app.js", "text/javascript; charset=utf-8", "", graphiql.Script)
	add("GET /graphiql/style.css", "text/css; charset=utf-8", "", graphiql.Style)
	add("GET /graphiql/licences.txt", "text/plain; charset=utf-8", "", graphiql.Licences)
}

// staticFile serves content that changes with the binary alone: browsers ask each time whether theirs is still good.
func staticFile(media, policy string, content []byte) http.Handler {
	sum := sha256.Sum256(content)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Type", media)
		h.Set("Cache-Control", "no-cache")
		h.Set("ETag", tag)
		if policy != "" {
			h.Set("Content-Security-Policy", policy)
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	})
}
