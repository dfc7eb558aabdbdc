package server

import (
	"encoding/json"
	"net/http"
	"strconv"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// response is an answer about to be sent.
type response struct {
	status int
	media  string
	errors gqlerror.List
	data   json.RawMessage // nil where the operation did not run

	kept *answer // what data comes from, if it is kept
	tag  string  // names the answer, in quotes, where clients may keep it
}

// ran reports whether the operation ran, now or before.
func (r response) ran() bool { return r.data != nil || r.status == http.StatusNotModified }

func (r *refusal) response(media string) response {
	return response{status: r.status, media: media, errors: gqlerror.List{{
		Message: r.message, Extensions: map[string]any{"code": r.code},
	}}}
}

// executed returns the answer to an operation that ran.
func executed(media string, r *graphql.Response) response {
	return response{status: http.StatusOK, media: media, errors: r.Errors, data: r.Data}
}

// again returns the answer to an operation that ran before.
func (a *answer) again(media string) response {
	return response{status: http.StatusOK, media: media, data: a.data, kept: a}
}

// unexecuted returns the answer to an operation that was refused before it ran.
func unexecuted(media string, errors gqlerror.List) response {
	status := http.StatusOK
	if media == mediaGraphQL {
		status = http.StatusBadRequest
	}
	return response{status: status, media: media, errors: errors}
}

// maxMessage bounds an error message in bytes: the messages of the validator repeat names of the document.
const maxMessage = 400

// What headers say, in slices that all answers share.
var (
	headerAccept       = []string{"Accept"}
	headerNotKept      = []string{"no-store"}
	headerMediaJSON    = []string{mediaJSON + "; charset=utf-8"}
	headerMediaGraphQL = []string{mediaGraphQL + "; charset=utf-8"}
)

// send writes the answer with at most most errors. The data is JSON already, and goes out as it is.
func (r response) send(w http.ResponseWriter, most int) {
	h := w.Header()
	if vary := h["Vary"]; len(vary) == 0 {
		h["Vary"] = headerAccept
	} else {
		h["Vary"] = append(vary, "Accept")
	}
	h["Cache-Control"] = headerNotKept
	if r.tag != "" {
		h.Add("Vary", "Authorization")
		h.Set("Cache-Control", "private, no-cache")
		h.Set("ETag", r.tag)
	}
	if r.status == http.StatusNotModified {
		w.WriteHeader(r.status)
		return
	}
	head := r.head(most)
	h["Content-Type"] = headerMediaJSON
	if r.media == mediaGraphQL {
		h["Content-Type"] = headerMediaGraphQL
	}
	if n := len(head) + len(r.data) + len(tail); n > countedSize {
		h["Content-Length"] = []string{strconv.Itoa(n)}
	}
	w.WriteHeader(r.status)
	_, _ = w.Write(head) // #nosec G705 -- it is JSON, with a media type of JSON, and nosniff
	_, _ = w.Write(r.data)
	_, _ = w.Write(tail)
}

var (
	onlyData = []byte(`{"data":`)
	tail     = []byte("}")
)

// countedSize is the length in bytes up to which net/http counts an answer by itself. One header less spares it a larger
// table of them, which shows in the time of a short answer.
const countedSize = 1 << 10

// head returns what comes before the data.
func (r response) head(most int) []byte {
	if len(r.errors) == 0 && r.data != nil {
		return onlyData
	}
	list := r.errors[:min(len(r.errors), most)]
	for i, err := range list {
		if len(err.Message) > maxMessage {
			short := *err
			short.Message = cut(err.Message, maxMessage)
			list[i] = &short
		}
	}
	text, err := json.Marshal(list)
	if err != nil { // extensions are ours, and can all be written
		text = []byte(`[{"message":"internal error"}]`)
	}
	head := append([]byte(`{"errors":`), text...)
	if r.data != nil {
		head = append(head, `,"data":`...)
	}
	return head
}

// cut shortens a text to a number of bytes, between two characters.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most] + "…"
}
