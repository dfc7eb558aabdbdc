package direct

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"pgregory.net/rapid"
)

func marshalled(m graphql.Marshaler) string {
	var b bytes.Buffer
	m.MarshalGQL(&b)
	return b.String()
}

// TestTextAndNumbersAreThoseOfGqlgen writes any bytes: those of a broken encoding go through as they are.
func TestTextAndNumbersAreThoseOfGqlgen(t *testing.T) {
	check := func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.OneOf(rapid.Byte(), rapid.ByteRange(0, 40), rapid.Just(byte('\\')))).Draw(t, "text"))
		if got, want := string(appendString(nil, s)), marshalled(graphql.MarshalString(s)); got != want {
			t.Fatalf("%q is written %s, want %s", s, got, want)
		}
	}
	rapid.Check(t, check)
	for _, n := range []int{0, -1, 7, math.MaxInt32, math.MinInt32} {
		var w Writer
		w.Int(n)
		if want := marshalled(graphql.MarshalInt(n)); string(w.buf) != want {
			t.Errorf("%d is written %s, want %s", n, w.buf, want)
		}
	}
}

func response() context.Context {
	return graphql.WithResponseContext(context.Background(), graphql.DefaultErrorPresenter, graphql.DefaultRecover)
}

// TestWriteReportsWhatIsNotPlain gives up at errors, at nulls where none may be, and at panics.
func TestWriteReportsWhatIsNotPlain(t *testing.T) {
	for name, write := range map[string]func(*Writer){
		"error":       func(w *Writer) { w.Check(errors.New("fails")) },
		"null":        func(w *Writer) { w.Null(true) },
		"null scalar": func(w *Writer) { w.Marshal(graphql.Null, true) },
		"failing":     func(w *Writer) { w.MarshalContext(graphql.MarshalFloatContext(math.NaN()), true) },
		"panic":       func(*Writer) { panic("broken") },
	} {
		watch := new(Watch)
		answer, ok := Write(WithWatch(response(), watch), write)
		if ok || answer != nil || !watch.GaveUp() {
			t.Errorf("%s: %v %v", name, answer, ok)
		}
	}
	watch := new(Watch)
	answer, ok := Write(WithWatch(response(), watch), func(w *Writer) {
		w.Raw("[")
		w.Open(0)
		w.Null(false)
		w.Open(1)
		w.Marshal(graphql.True, true)
		w.Open(2)
		w.MarshalContext(graphql.MarshalFloatContext(1.5), true)
		w.Raw("]")
	})
	if !ok || marshalled(answer) != "[null,true,1.5]" || watch.GaveUp() {
		t.Error(marshalled(answer), ok)
	}
}

// TestAnswersDoNotShareABuffer writes answers while others wait to be sent.
func TestAnswersDoNotShareABuffer(t *testing.T) {
	var answers []graphql.Marshaler
	text := func(i int) string { return strings.Repeat(string(rune('a'+i)), 1000) }
	for round := range 3 {
		for i := range 5 {
			a, _ := Write(response(), func(w *Writer) { w.String(text(i)) })
			answers = append(answers, a)
		}
		for i := range 5 {
			if got := marshalled(answers[5*round+i]); got != `"`+text(i)+`"` {
				t.Fatalf("answer %d is %.20s", i, got)
			}
		}
	}
}
