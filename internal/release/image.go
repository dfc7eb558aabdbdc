package main

import (
	"bytes"
	"encoding/pem"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"golang.org/x/crypto/x509roots/fallback/bundle"
)

// image writes an image for the Linux platforms that were built, as an OCI image layout in a tar file: podman load, docker
// load and skopeo take it, and no engine is needed to make it.
func (r *release) image(built []*build) error {
	index := mutate.IndexMediaType(empty.Index, types.OCIImageIndex)
	images := 0
	for _, b := range built {
		system, machine, _ := strings.Cut(b.platform, "/")
		if system != "linux" {
			continue
		}
		img, err := b.image(machine)
		if err != nil {
			return err
		}
		index = mutate.AppendManifests(index, mutate.IndexAddendum{
			Add: img, Descriptor: v1.Descriptor{Platform: &v1.Platform{OS: system, Architecture: machine}},
		}).(v1.ImageIndex)
		images++
	}
	if images == 0 {
		return nil
	}
	index = mutate.Annotations(index, r.labels()).(v1.ImageIndex)
	dir := filepath.Join(r.work, "oci")
	root, err := layout.Write(dir, empty.Index)
	if err != nil {
		return err
	}
	if err := root.AppendIndex(index, layout.WithAnnotations(map[string]string{"org.opencontainers.image.ref.name": r.version})); err != nil {
		return err
	}
	files, err := read(dir)
	if err != nil {
		return err
	}
	return r.write(r.name()+"_oci.tar", func(w io.Writer) error { return writeTar(w, files, r.at) })
}

// image returns the image of a platform: the binary, the roots of trust of those that it sends traces and asks for keys, and
// the licences; nothing else, and nobody with rights.
func (b *build) image(machine string) (v1.Image, error) {
	var files []file
	for _, f := range b.files {
		switch {
		case f.name == "clausegraph":
			files = append(files, f)
		case path.Base(f.name) == "LICENSE", f.name == "THIRD-PARTY-NOTICES.txt":
			files = append(files, file{"licenses/" + f.name, f.mode, f.content})
		}
	}
	files = append(files, file{"etc/ssl/certs/ca-certificates.crt", 0o644, roots()})
	var layer bytes.Buffer
	if err := writeTar(&layer, files, b.at); err != nil {
		return nil, err
	}
	l, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(layer.Bytes())), nil },
		tarball.WithMediaType(types.OCILayer))
	if err != nil {
		return nil, err
	}
	img := mutate.ConfigMediaType(mutate.MediaType(empty.Image, types.OCIManifestSchema1), types.OCIConfigJSON)
	if img, err = mutate.Append(img, mutate.Addendum{Layer: l, History: v1.History{Created: v1.Time{Time: b.at}, CreatedBy: "make release"}}); err != nil {
		return nil, err
	}
	return mutate.ConfigFile(img, b.config(img, machine))
}

// config says how the image runs: as deploy/Dockerfile does.
func (b *build) config(img v1.Image, machine string) *v1.ConfigFile {
	c, err := img.ConfigFile()
	if err != nil {
		panic(err) // it was made just now, in memory
	}
	c = c.DeepCopy()
	c.OS, c.Architecture, c.Created = "linux", machine, v1.Time{Time: b.at}
	c.Config = v1.Config{
		User: "65532:65532", Entrypoint: []string{"/clausegraph"}, Cmd: []string{"serve"}, Labels: b.labels(),
		ExposedPorts: map[string]struct{}{"8080/tcp": {}},
	}
	return c
}

func (r *release) labels() map[string]string {
	return map[string]string{
		"org.opencontainers.image.title": "clausegraph", "org.opencontainers.image.source": home, "org.opencontainers.image.version": r.version,
		"org.opencontainers.image.revision": r.commit, "org.opencontainers.image.created": r.at.Format(time.RFC3339),
		"org.opencontainers.image.licenses": codeLicence + " AND " + dataLicence,
	}
}

// roots returns the certificates that Mozilla trusts without reservation, from a module of the Go project: the same ones
// wherever the image is made.
func roots() []byte {
	var b bytes.Buffer
	for root := range bundle.Roots() {
		if root.Constraint == nil {
			_ = pem.Encode(&b, &pem.Block{Type: "CERTIFICATE", Bytes: root.Certificate})
		}
	}
	return b.Bytes()
}

// read returns the files below a folder, in order.
func read(dir string) ([]file, error) {
	var files []file
	err := filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(at)
		name, _ := filepath.Rel(dir, at)
		files = append(files, file{filepath.ToSlash(name), 0o644, content})
		return err
	})
	return files, err
}
