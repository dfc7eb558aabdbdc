//go:build unix

// Package pgtest runs a PostgreSQL server for a test: a real one, of its own, on a socket in a temporary folder.
package pgtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/clausegraph/clausegraph/internal/procstat"
)

// Server is a running server.
type Server struct {
	dir    string
	run    func(program string, args ...string) *exec.Cmd
	mu     sync.Mutex // held while the server is started or ended
	server *exec.Cmd
	output bytes.Buffer
	made   atomic.Int32
}

// Start makes a database cluster and starts a server on it. Settings such as "fsync=on" override those for tests, which
// give up what keeps data through a crash of the machine, though not of the server. It fails, saying what to install,
// where there is no PostgreSQL. Close ends the server and removes all of it.
func Start(ctx context.Context, settings ...string) (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "pg") // short: the path of a socket has 107 bytes at most
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir}
	credential, err := unprivileged(dir)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	s.run = func(program string, args ...string) *exec.Cmd {
		c := exec.Command(filepath.Join(bin, program), args...)
		c.Dir, c.Env = dir, append(os.Environ(), "LC_ALL=C", "HOME="+dir)
		c.SysProcAttr = &syscall.SysProcAttr{Credential: credential}
		return c
	}
	out, err := s.run("initdb", "-D", dir+"/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync").CombinedOutput()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("initdb: %w\n%s", err, out), os.RemoveAll(dir))
	}
	if err := s.Restart(ctx, settings...); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return s, nil
}

// programs returns the folder of PostgreSQL's programs; Debian keeps them off the path.
func programs() (string, error) {
	if at, err := exec.LookPath("initdb"); err == nil {
		if at, err = filepath.EvalSymlinks(at); err == nil {
			return filepath.Dir(at), nil
		}
	}
	if found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb"); len(found) > 0 {
		return filepath.Dir(found[len(found)-1]), nil
	}
	return "", errors.New("PostgreSQL is missing: apt-get install postgresql, or put initdb and postgres on the path")
}

// unprivileged returns whom to run the server as, since it refuses to run as root, and gives that user the folder.
func unprivileged(dir string) (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		if u, err = user.Lookup("nobody"); err != nil {
			return nil, err
		}
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, os.Chown(dir, int(uid), int(gid))
}

// Restart starts the server again after Kill.
func (s *Server) Restart(ctx context.Context, settings ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	args := []string{"-D", s.dir + "/data", "-k", s.dir, "-h", ""}
	for _, set := range append([]string{"fsync=off", "synchronous_commit=on", "full_page_writes=off", "max_connections=200"}, settings...) {
		args = append(args, "-c", set)
	}
	s.output.Reset()
	s.server = s.run("postgres", args...)
	s.server.Stdout, s.server.Stderr = &s.output, &s.output
	endWithParent(s.server.SysProcAttr)
	if err := s.server.Start(); err != nil {
		return err
	}
	for {
		if s.run("pg_isready", "-q", "-h", s.dir).Run() == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.Join(fmt.Errorf("PostgreSQL did not start: %w", ctx.Err()), s.end())
		case <-time.After(20 * time.Millisecond):
		}
		if err := s.server.Process.Signal(syscall.Signal(0)); err != nil {
			return fmt.Errorf("PostgreSQL ended: %s", s.output.String())
		}
	}
}

// DSN names a new, empty database of the server.
func (s *Server) DSN() (string, error) {
	name := fmt.Sprintf("db%d", s.made.Add(1))
	out, err := s.run("psql", "-qX", "-h", s.dir, "-U", "postgres", "-d", "postgres", "-c", "CREATE DATABASE "+name+" STRATEGY file_copy").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("make a database: %w\n%s", err, out)
	}
	return s.named(name), nil
}

// Schema names a new, empty schema of a database of the server: as good as a database of its own, and made faster.
func (s *Server) Schema() (string, error) {
	name := fmt.Sprintf("schema%d", s.made.Add(1))
	out, err := s.run("psql", "-qX", "-h", s.dir, "-U", "postgres", "-d", "postgres", "-c", "CREATE SCHEMA "+name).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("make a schema: %w\n%s", err, out)
	}
	return s.named("postgres") + " search_path=" + name, nil
}

// CPU returns what the server has used so far, with all its connections. It fails where there is no /proc.
func (s *Server) CPU() (time.Duration, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	children, err := exec.Command("pgrep", "-P", strconv.Itoa(s.server.Process.Pid)).Output()
	if err != nil {
		return 0, err
	}
	used, err := procstat.CPU(s.server.Process.Pid)
	for _, pid := range bytes.Fields(children) {
		if n, err := strconv.Atoi(string(pid)); err == nil {
			one, _ := procstat.CPU(n) // one that has ended meanwhile is counted by its parent from now on
			used += one
		}
	}
	return used, err
}

func (s *Server) named(database string) string {
	return "host=" + s.dir + " user=postgres dbname=" + database + " sslmode=disable"
}

// Kill ends the server and all its connections at once, as a crash would.
func (s *Server) Kill() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	children, _ := exec.Command("pgrep", "-P", strconv.Itoa(s.server.Process.Pid)).Output()
	err := s.server.Process.Kill()
	for _, pid := range bytes.Fields(children) {
		if n, err := strconv.Atoi(string(pid)); err == nil {
			_ = syscall.Kill(n, syscall.SIGKILL)
		}
	}
	_ = s.server.Wait()
	return err
}

// Close ends the server and removes its folder.
func (s *Server) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.end()
}

func (s *Server) end() error {
	_ = s.server.Process.Signal(syscall.SIGQUIT)
	_ = s.server.Wait()
	return os.RemoveAll(s.dir)
}
