package main

import (
	"context"

	"golang.org/x/sys/unix"
)

// fill lets the process write to no file any more, as on a full disk: every write fails, with EFBIG. Writes to sockets and
// to the log, which is a pipe, go on.
func (s *server) fill(context.Context) error { return s.limit(0) }

// free ends that.
func (s *server) free(context.Context) error { return s.limit(unix.RLIM_INFINITY) }

func (s *server) limit(bytes uint64) error {
	return unix.Prlimit(s.process.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: bytes, Max: unix.RLIM_INFINITY}, nil)
}
