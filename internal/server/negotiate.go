package server

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// The media types of answers. With the first, the status says whether the operation could run; with the second, which
// is older, it is 200 for every well-formed request.
const (
	mediaGraphQL = "application/graphql-response+json"
	mediaJSON    = "application/json"
)

// negotiate returns the media type that the client prefers, mediaJSON where it does not say, and "" where it takes
// neither.
func negotiate(h http.Header) string {
	accept := strings.Join(h.Values("Accept"), ",")
	if strings.TrimSpace(accept) == "" {
		return mediaJSON
	}
	newer, named := quality(accept, mediaGraphQL)
	older, _ := quality(accept, mediaJSON)
	switch {
	case newer > 0 && (older == 0 || named && newer >= older):
		return mediaGraphQL
	case older > 0:
		return mediaJSON
	}
	return ""
}

// quality returns the weight that the most specific range of an Accept header gives to a media type, and whether that
// range names the type itself.
func quality(accept, media string) (q float64, named bool) {
	precision := -1
	for part := range strings.SplitSeq(accept, ",") {
		rng, params, err := mime.ParseMediaType(part)
		if err != nil || !inUTF8(params) {
			continue
		}
		at := map[string]int{"*/*": 0, "application/*": 1, media: 2}
		p, ok := at[rng]
		if !ok || p < precision {
			continue
		}
		weight := 1.0
		if given, ok := params["q"]; ok {
			if weight, err = strconv.ParseFloat(given, 64); err != nil {
				continue
			}
		}
		precision, q, named = p, weight, p == 2
	}
	return q, named
}

// inUTF8 reports whether the parameters of a media type name no other encoding.
func inUTF8(params map[string]string) bool {
	charset, ok := params["charset"]
	return !ok || strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "utf8")
}
