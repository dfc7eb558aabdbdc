package server

import (
	"net/http"
	"strings"
)

// revalidated lets browsers and proxies keep answers to GET without errors, and ask each time whether theirs is still
// good: the data may have been loaded anew. A client that has the answer already gets 304 and no more.
func (r response) revalidated(request *http.Request) response {
	if request.Method != http.MethodGet || r.status != http.StatusOK || r.data == nil || len(r.errors) > 0 {
		return r
	}
	tag := ""
	if r.kept != nil {
		tag = r.kept.tag()
	} else {
		tag = tagOf(r.data)
	}
	if r.media == mediaGraphQL {
		tag += "-g" // the same bytes, under another type
	}
	r.tag = `"` + tag + `"`
	if has(request.Header, r.tag) {
		r.status, r.data = http.StatusNotModified, nil
	}
	return r
}

// has reports whether a client says by If-None-Match that it has what the tag names.
func has(h http.Header, tag string) bool {
	for _, line := range h.Values("If-None-Match") {
		for one := range strings.SplitSeq(line, ",") {
			one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
			if one == tag || one == "*" {
				return true
			}
		}
	}
	return false
}
