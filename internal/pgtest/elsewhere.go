//go:build !unix

package pgtest

import (
	"context"
	"errors"
)

// Server is a running server, of which there are none here.
type Server struct{}

var errElsewhere = errors.New("tests start PostgreSQL on Unix alone")

// Start fails: where it runs, and whose it is, is said in the terms of Unix.
func Start(context.Context, ...string) (*Server, error) { return nil, errElsewhere }

// Restart fails as Start does.
func (*Server) Restart(context.Context, ...string) error { return errElsewhere }

// DSN fails as Start does.
func (*Server) DSN() (string, error) { return "", errElsewhere }

// Schema fails as Start does.
func (*Server) Schema() (string, error) { return "", errElsewhere }

// Kill fails as Start does.
func (*Server) Kill() error { return errElsewhere }

// Close does nothing.
func (*Server) Close() error { return nil }
