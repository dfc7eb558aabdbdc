package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile calls write with what becomes the file. Until all is written, and where it cannot be, the file is what it was,
// and keeps its mode; the error names it and says why.
func writeFile(file string, write func(io.Writer) error) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(file); err == nil {
		if mode = info.Mode().Perm(); !info.Mode().IsRegular() { // a device or a pipe
			return writeThrough(file, write)
		}
		if file, err = filepath.EvalSymlinks(file); err != nil {
			return unwritten(file, err)
		}
	}
	partial, err := os.CreateTemp(filepath.Dir(file), ".clausegraph-*")
	if err != nil {
		return unwritten(file, err)
	}
	defer os.Remove(partial.Name())
	err = write(partial)
	if err = errors.Join(err, partial.Chmod(mode), partial.Close()); err != nil {
		return unwritten(file, err)
	}
	if err := os.Rename(partial.Name(), file); err != nil {
		return unwritten(file, err)
	}
	return nil
}

// writeThrough writes to what is no file on a disk, as it comes.
func writeThrough(file string, write func(io.Writer) error) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return unwritten(file, err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return unwritten(file, err)
	}
	return nil
}

// unwritten says why a file could not be written, by its own name instead of that of the partial one.
func unwritten(file string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	default:
		return problem{err} // of what was to be written
	}
	return problem{fmt.Errorf("write %s: %w; nothing of it is changed", file, err)}
}
