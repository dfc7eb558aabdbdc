package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/clausegraph/clausegraph/graph"
)

// keptCaches is how many programs a user may have whose data is kept.
const keptCaches = 4

// cacheFile returns where the snapshot of the built-in data of this very program is kept: in the folder for such files of
// whoever runs it, under a name that depends on every byte of the program. It is empty where there is no such folder.
var cacheFile = sync.OnceValue(func() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	program, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer program.Close()
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	size, err := io.Copy(sum, program)
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "clausegraph", fmt.Sprintf("%x-%08x.snapshot", size, sum.Sum32()))
})

// builtIn returns the snapshot that a store made of the built-in data: the one that a release carries, or else one from the
// cache where it is kept there. A cache that cannot be read or written costs time and nothing else.
func (a *app) builtIn(ctx context.Context, stderr io.Writer) (*graph.Snapshot, error) {
	if len(prepared) > 0 {
		s, err := unpack(prepared)
		if err != nil {
			return nil, problem{fmt.Errorf("this program was built wrong: its data: %w", err)}
		}
		return s, nil
	}
	path := cacheFile()
	if file, err := os.ReadFile(path); err == nil {
		if s, err := graph.ReadSnapshot(file); err == nil {
			return s, nil
		}
	}
	if path != "" && os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		path = ""
	}
	snapshot, unwritten, err := a.throughMemory(ctx, stderr, path)
	if err != nil {
		return nil, err
	}
	if path != "" && unwritten == nil {
		forgetOthers(path)
	}
	return snapshot, nil
}

// unpack reads a compressed snapshot.
func unpack(compressed []byte) (*graph.Snapshot, error) {
	z, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, err
	}
	file, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return graph.ReadSnapshot(file)
}

// forgetOthers removes the files of programs that have not been run for longest.
func forgetOthers(path string) {
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.snapshot"))
	age := func(file string) int64 {
		info, err := os.Stat(file)
		if err != nil {
			return 0
		}
		return info.ModTime().UnixNano()
	}
	slices.SortFunc(files, func(x, y string) int { return cmp.Compare(age(y), age(x)) })
	for _, file := range files[min(len(files), keptCaches):] {
		_ = os.Remove(file)
	}
}
