// Package direct writes answers straight into their bytes.
//
// gqlgen makes a context for every field, a goroutine for every element of a list, and a container for every value,
// all of which it writes out in the end. An answer without errors needs none of them: the fields of an object are known
// before the first object is written. The code that walks the types is generated into package exec, beside gqlgen's own;
// see schema/internal/generate. An answer with an error is not finished here: whatever is not plain makes the writer
// give up, and gqlgen writes that root field from its beginning. So errors, their paths, and what becomes null by them
// are gqlgen's.
package direct

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"math/bits"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
)

// A Writer writes what one root field yields.
type Writer struct {
	Context context.Context // that of the root field; resolvers get it

	buf      []byte
	elements int // of lists, written so far
}

// What makes a Writer stop before the end.
type (
	gaveUp  struct{}
	stopped struct{ err error }
)

// A Watch learns whether a Writer gave up. Tests use it: such an answer is right, but has taken longer.
type Watch struct{ gaveUp atomic.Bool }

// GaveUp reports whether a Writer gave up.
func (w *Watch) GaveUp() bool { return w.gaveUp.Load() }

type watchKey struct{}

// WithWatch returns a context whose Writers are watched.
func WithWatch(ctx context.Context, w *Watch) context.Context {
	return context.WithValue(ctx, watchKey{}, w)
}

// Write returns what write writes. It reports false where the writer gave up, or write panicked: the answer is to be
// written in another way. Where the context has ended, the answer is null, with an error.
func Write(ctx context.Context, write func(*Writer)) (answer graphql.Marshaler, ok bool) {
	w := &Writer{Context: ctx, buf: newBuffer()}
	defer func() {
		cause := recover()
		if cause == nil {
			return
		}
		answer, ok = nil, false
		if stop, is := cause.(stopped); is {
			graphql.AddError(ctx, stop.err)
			answer, ok = graphql.Null, true
			return
		}
		if watch, is := ctx.Value(watchKey{}).(*Watch); is {
			watch.gaveUp.Store(true)
		}
	}()
	write(w)
	return written(w.buf), true
}

// GiveUp ends the writing.
func (w *Writer) GiveUp() { panic(gaveUp{}) }

// Check gives up where there is an error.
func (w *Writer) Check(err error) {
	if err != nil {
		w.GiveUp()
	}
}

// Open begins the next element of a list. It stops where the context has ended.
func (w *Writer) Open(i int) {
	if i > 0 {
		w.buf = append(w.buf, ',')
	}
	if w.elements++; w.elements%64 == 0 {
		if err := w.Context.Err(); err != nil {
			panic(stopped{err})
		}
	}
}

// Key begins a field of an object.
func (w *Writer) Key(f *Field) { w.buf = append(w.buf, f.key...) }

// EndObject ends an object, whose first Key began it.
func (w *Writer) EndObject(p *Plan) {
	if len(p.Fields) == 0 {
		w.buf = append(w.buf, '{')
	}
	w.buf = append(w.buf, '}')
}

// Raw writes JSON as it is.
func (w *Writer) Raw(text string) { w.buf = append(w.buf, text...) }

// Null writes null where the field may be null, and else gives up.
func (w *Writer) Null(nonNull bool) {
	if nonNull {
		w.GiveUp()
	}
	w.buf = append(w.buf, "null"...)
}

// Int writes a number.
func (w *Writer) Int(i int) { w.buf = strconv.AppendInt(w.buf, int64(i), 10) }

// String writes text, as gqlgen does.
func (w *Writer) String(s string) { w.buf = appendString(w.buf, s) }

// Marshal writes a scalar or enum.
func (w *Writer) Marshal(m graphql.Marshaler, nonNull bool) {
	if m == graphql.Null {
		w.Null(nonNull)
		return
	}
	m.MarshalGQL((*appender)(w))
}

// MarshalContext writes a scalar whose writing can fail, and gives up if it does.
func (w *Writer) MarshalContext(m graphql.ContextMarshaler, nonNull bool) {
	if m == graphql.Null {
		w.Null(nonNull)
		return
	}
	w.Check(m.MarshalGQLContext(w.Context, (*appender)(w)))
}

// appender is a Writer as gqlgen's marshallers see it.
type appender Writer

func (a *appender) Write(p []byte) (int, error) {
	a.buf = append(a.buf, p...)
	return len(p), nil
}

func (a *appender) WriteString(s string) (int, error) {
	a.buf = append(a.buf, s...)
	return len(s), nil
}

const hex = "0123456789ABCDEF"

// appendString appends text in quotes. Most has nothing to escape.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := len(b)
	b = append(b, s...)
	n := plainLength(b[start:])
	if n == len(s) {
		return append(b, '"')
	}
	b = b[:start+n]
	for i := n; i < len(s); i++ {
		switch c := s[i]; {
		case c >= ' ' && c != '"' && c != '\\':
			b = append(b, c)
		case c == '\t':
			b = append(b, '\\', 't')
		case c == '\r':
			b = append(b, '\\', 'r')
		case c == '\n':
			b = append(b, '\\', 'n')
		case c >= ' ':
			b = append(b, '\\', c)
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(b, '"')
}

// plainLength returns how many bytes come before the first that must be escaped: a control character, a quote or a
// backslash. It looks at eight bytes at once. Of a byte x, (x - n) &^ x has its highest bit set where x is below n, for
// n up to 128; where a lower byte is found already, a higher one may be found wrongly, which does not matter here.
func plainLength(b []byte) int {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(b); i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		quote, backslash := x^ones*'"', x^ones*'\\'
		found := ((x-ones*' ')&^x | (quote-ones)&^quote | (backslash-ones)&^backslash) & highest
		if found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for ; i < len(b); i++ {
		if c := b[i]; c < ' ' || c == '"' || c == '\\' {
			return i
		}
	}
	return i
}

// Buffers of answers that are sent serve again, unless they are so large that few answers need them.
const maxKept = 1 << 20

var buffers = sync.Pool{New: func() any { return new([]byte) }}

func newBuffer() []byte {
	b := buffers.Get().(*[]byte)
	return (*b)[:0]
}

// written is an answer, to be marshalled once.
type written []byte

// Object returns the JSON of the root: an object of fields with their values, the first of each name.
func Object(fields []graphql.CollectedField, values []graphql.Marshaler) []byte {
	size := 2
	for i, v := range values {
		size += len(fields[i].Alias) + 4
		if v, ok := v.(written); ok {
			size += len(v)
		}
	}
	b := bytes.NewBuffer(make([]byte, 0, size))
	b.WriteByte('{')
	for i, v := range values {
		if writtenBefore(fields[:i], fields[i].Alias) {
			continue
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(appendString(b.AvailableBuffer(), fields[i].Alias))
		b.WriteByte(':')
		v.MarshalGQL(b)
	}
	b.WriteByte('}')
	return b.Bytes()
}

// MarshalGQL writes the answer and gives its buffer away.
func (b written) MarshalGQL(w io.Writer) {
	_, _ = w.Write(b)
	if cap(b) <= maxKept {
		kept := []byte(b)
		buffers.Put(&kept)
	}
}
