package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// build is what is made for one platform.
type build struct {
	*release
	platform string
	binary   string // its path
	parts    []part // what it is made of
	files    []file // what the archive has
}

// file is one of an archive or an image.
type file struct {
	name    string // with slashes
	mode    int64
	content []byte
}

// stem is how the files of the platform begin.
func (b *build) stem() string { return b.name() + "_" + strings.ReplaceAll(b.platform, "/", "_") }

func (b *build) make(ctx context.Context) error {
	program := "clausegraph"
	windows := strings.HasPrefix(b.platform, "windows/")
	if windows {
		program += ".exe"
	}
	b.binary = filepath.Join(b.work, strings.ReplaceAll(b.platform, "/", "_"), program)
	if err := b.build(ctx, b.platform, b.binary); err != nil {
		return err
	}
	var err error
	if b.parts, err = b.contents(ctx, b.binary); err != nil {
		return err
	}
	if err := b.collect(program); err != nil {
		return err
	}
	if err := b.bills(); err != nil {
		return err
	}
	if windows {
		return b.write(b.stem()+".zip", b.zip)
	}
	return b.write(b.stem()+".tar.gz", b.tarball)
}

// collect reads the files of the archive.
func (b *build) collect(program string) error {
	add := func(name, from string, mode int64) error {
		content, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		b.files = append(b.files, file{name, mode, content})
		return nil
	}
	if err := add(program, b.binary, 0o755); err != nil {
		return err
	}
	for name, from := range map[string]string{
		"README.md": b.path("README.md"), "CHANGELOG.md": b.path("CHANGELOG.md"), "LICENSE": b.path("LICENSE"), "mappings/LICENSE": b.path("mappings", "LICENSE"),
	} {
		if err := add(name, from, 0o644); err != nil {
			return err
		}
	}
	for _, folder := range []string{"man", "completions"} {
		made, err := os.ReadDir(filepath.Join(b.work, folder))
		if err != nil {
			return err
		}
		for _, f := range made {
			if err := add(path.Join(folder, f.Name()), filepath.Join(b.work, folder, f.Name()), 0o644); err != nil {
				return err
			}
		}
	}
	b.files = append(b.files, file{"THIRD-PARTY-NOTICES.txt", 0o644, notices(b.parts)})
	slices.SortFunc(b.files, func(x, y file) int { return strings.Compare(x.name, y.name) })
	return nil
}

// write writes a file of the release.
func (r *release) write(name string, content func(io.Writer) error) error {
	f, err := os.Create(r.file(name))
	if err != nil {
		return err
	}
	if err := content(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func (b *build) tarball(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	inFolder := make([]file, len(b.files))
	for i, f := range b.files {
		inFolder[i] = file{b.stem() + "/" + f.name, f.mode, f.content}
	}
	if err := writeTar(z, inFolder, b.at); err != nil {
		return err
	}
	return z.Close()
}

// writeTar writes files of nobody in particular, all of one time.
func writeTar(w io.Writer, files []file, at time.Time) error {
	t := tar.NewWriter(w)
	for _, f := range files {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: f.name, Size: int64(len(f.content)), Mode: f.mode, ModTime: at, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.content); err != nil {
			return err
		}
	}
	return t.Close()
}

func (b *build) zip(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, f := range b.files {
		h := &zip.FileHeader{Name: b.stem() + "/" + f.name, Method: zip.Deflate, Modified: b.at}
		h.SetMode(os.FileMode(f.mode))
		to, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := to.Write(f.content); err != nil {
			return err
		}
	}
	return z.Close()
}
