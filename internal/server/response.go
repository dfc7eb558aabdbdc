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
}

func (r *refusal) response(media string) response {
	return response{status: r.status, media: media, errors: gqlerror.List{{
		Message: r.message, Extensions: map[string]any{"code": r.code},
	}}}
}

// executed returns the answer to an operation that ran.
func executed(media string, r *graphql.Response) response {
	return response{http.StatusOK, media, r.Errors, r.Data}
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

// send writes the answer with at most most errors. The data is JSON already, and goes out as it is.
func (r response) send(w http.ResponseWriter, most int) {
	var head []byte
	if len(r.errors) > 0 {
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
		head = append(append(head, `"errors":`...), text...)
	}
	if r.data != nil {
		if len(head) > 0 {
			head = append(head, ',')
		}
		head = append(head, `"data":`...)
	}
	h := w.Header()
	h.Set("Content-Type", r.media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(head)+len(r.data)+2))
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	w.WriteHeader(r.status)
	_, _ = w.Write(append([]byte{'{'}, head...))
	_, _ = w.Write(r.data)
	_, _ = w.Write([]byte{'}'})
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
