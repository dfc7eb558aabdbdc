// Package logging writes the log of a server in few, large pieces: a line for each request would else cost a call of the
// system for each.
package logging

import (
	"context"
	"io"
	"log/slog"
	"sync"
	"time"
)

// The bounds of what is held back.
const (
	heldFor   = 100 * time.Millisecond
	heldBytes = 64 << 10
)

// Writer holds back what is written to it, for a tenth of a second and 64 kB at most. What a process held when it is killed
// is lost.
type Writer struct {
	to io.Writer

	mu   sync.Mutex
	held []byte
	late *time.Timer // flushes, where something is held; nil before the first time
}

// NewWriter returns a Writer that writes to another.
func NewWriter(to io.Writer) *Writer { return &Writer{to: to} }

// Write holds a line back, or writes it with all that is held. An error is that of what was held.
func (w *Writer) Write(line []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.late == nil:
		w.late = time.AfterFunc(heldFor, func() { _ = w.Flush() }) // there is nowhere to tell that the log cannot be written
	case len(w.held) == 0:
		w.late.Reset(heldFor)
	}
	w.held = append(w.held, line...)
	if len(w.held) < heldBytes {
		return len(line), nil
	}
	return len(line), w.flush()
}

// Flush writes what is held.
func (w *Writer) Flush() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.flush()
}

func (w *Writer) flush() error {
	if len(w.held) == 0 {
		return nil
	}
	_, err := w.to.Write(w.held)
	w.held = w.held[:0]
	return err
}

// handler flushes after each line that tells of trouble.
type handler struct {
	slog.Handler

	to *Writer
}

// Handler returns a handler that writes to w by way of another, and flushes at once what is a warning or worse.
func Handler(by slog.Handler, w *Writer) slog.Handler { return handler{by, w} }

// Handle writes a line.
func (h handler) Handle(ctx context.Context, r slog.Record) error {
	err := h.Handler.Handle(ctx, r)
	if r.Level >= slog.LevelWarn && err == nil {
		err = h.to.Flush()
	}
	return err
}

// WithAttrs returns a handler whose lines have attributes.
func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.Handler.WithAttrs(attrs), h.to}
}

// WithGroup returns a handler whose attributes are of a group.
func (h handler) WithGroup(name string) slog.Handler { return handler{h.Handler.WithGroup(name), h.to} }
