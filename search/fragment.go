package search

import (
	"strings"
	"unicode/utf8"

	"github.com/clausegraph/clausegraph/graph"
)

// Field says which text of a requirement a fragment is from.
type Field string

// The fields. Fragments are of the first five.
const (
	FieldTitle     Field = "title"
	FieldGist      Field = "gist"
	FieldPoint     Field = "point"
	FieldRemainder Field = "remainder" // what a claim says that the requirement asks beyond another
	FieldOverlay   Field = "overlay"   // a text of the user's own
	FieldLaw       Field = "law"       // the articles of law that it rests on
	FieldID        Field = "id"
	FieldClaim     Field = "claim" // a claim that relates it to another hit
)

// Fields lists every Field.
var Fields = []Field{FieldTitle, FieldGist, FieldPoint, FieldRemainder, FieldOverlay, FieldLaw, FieldID, FieldClaim}

// Fragment is a text of a hit with what the query asked for marked in it. It is text, not HTML.
type Fragment struct {
	Of       *graph.Requirement // the hit, or the point of it that the text is of
	Field    Field
	Language graph.Language
	Pieces   []Piece // in order; together they are the text, cut around its first match where it is long
}

// Piece is a part of a fragment.
type Piece struct {
	Text  string
	Match bool
}

// String returns the text with [brackets] around the matches.
func (f Fragment) String() string {
	var b strings.Builder
	for _, p := range f.Pieces {
		if p.Match {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// Characters of a fragment, and of it before the first match.
const (
	maxFragment = 280
	lead        = 80
)

// pieces cuts the text at the marks.
func pieces(text string, marks []span) []Piece {
	from, to := window(text, marks[0])
	var list []Piece
	add := func(text string, match bool) {
		if text != "" {
			list = append(list, Piece{text, match})
		}
	}
	if from > 0 {
		add("…", false)
	}
	at := from
	for _, m := range marks {
		if m.end > to {
			break
		}
		add(text[at:m.start], false)
		add(text[m.start:m.end], true)
		at = m.end
	}
	add(text[at:to], false)
	if to < len(text) {
		add("…", false)
	}
	return list
}

// window returns the bytes of the text to show.
func window(text string, first span) (from, to int) {
	if utf8.RuneCountInString(text) <= maxFragment {
		return 0, len(text)
	}
	from = first.start
	for n := 0; n < lead && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	to = from
	for n := 0; n < maxFragment && to < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	return from, max(to, first.end)
}
