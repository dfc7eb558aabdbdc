package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	v1 "github.com/google/go-containerregistry/pkg/v1"
)

// image unpacks the image as an engine does, checks every digest and size on the way, and runs its programs: that of the
// machine, where the test has the rights for it, as the user and in the root of the image.
func image(t *testing.T, r *release) {
	var machines []string
	for _, platform := range r.platforms {
		if machine, ok := strings.CutPrefix(platform, "linux/"); ok {
			machines = append(machines, machine)
		}
	}
	blobs := map[string][]byte{}
	var top v1.IndexManifest
	for _, f := range unpack(t, r.file(r.name()+"_oci.tar"), r.at) {
		switch name, blob := strings.CutPrefix(f.name, "blobs/sha256/"); {
		case blob:
			if digest(f.content) != name {
				t.Errorf("the blob %s has the digest %s", name, digest(f.content))
			}
			blobs[name] = f.content
		case f.name == "index.json":
			decode(t, f.content, &top)
		case f.name != "oci-layout" || string(f.content) != "{\n    \"imageLayoutVersion\": \"1.0.0\"\n}":
			t.Errorf("%s says %q", f.name, f.content)
		}
	}
	used := 0
	get := func(d v1.Descriptor) []byte {
		content, ok := blobs[d.Digest.Hex]
		if !ok || int64(len(content)) != d.Size {
			t.Fatalf("%s has %d bytes, there %v; its descriptor says %d", d.Digest, len(content), ok, d.Size)
		}
		used++
		return content
	}
	var index v1.IndexManifest
	decode(t, get(top.Manifests[0]), &index)
	if len(index.Manifests) != len(machines) {
		t.Fatalf("the index has %+v", index.Manifests)
	}
	for i, m := range index.Manifests {
		if m.Platform.OS != "linux" || m.Platform.Architecture != machines[i] {
			t.Fatalf("the index has %+v", m.Platform)
		}
		contained(t, r, m, get)
	}
	if used != len(blobs) {
		t.Errorf("%d of %d blobs are part of the image", used, len(blobs))
	}
}

// contained unpacks the image of one machine, and runs its program.
func contained(t *testing.T, r *release, m v1.Descriptor, get func(v1.Descriptor) []byte) {
	t.Helper()
	var manifest v1.Manifest
	decode(t, get(m), &manifest)
	var config v1.ConfigFile
	decode(t, get(manifest.Config), &config)
	if config.OS != "linux" || config.Architecture != m.Platform.Architecture || config.Config.User != "65532:65532" || config.Config.Entrypoint[0] != "/clausegraph" || config.Config.Labels["org.opencontainers.image.version"] != r.version || !config.Created.Time.Equal(r.at) {
		t.Errorf("the image is configured as %+v", config)
	}
	root := t.TempDir()
	if err := os.Chmod(root, 0o755); err != nil {
		t.Fatal(err)
	}
	for i, l := range manifest.Layers {
		z, err := gzip.NewReader(bytes.NewReader(get(l)))
		if err != nil {
			t.Fatal(err)
		}
		var plain bytes.Buffer
		if _, err := plain.ReadFrom(z); err != nil || digest(plain.Bytes()) != config.RootFS.DiffIDs[i].Hex {
			t.Errorf("layer %d is not that of the configuration: %v", i, err)
		}
		lay(t, untar(t, &plain, r.at), root, "")
	}
	if pem, err := os.ReadFile(root + "/etc/ssl/certs/ca-certificates.crt"); err != nil || bytes.Count(pem, []byte("BEGIN CERTIFICATE")) < 50 {
		t.Errorf("the image has few roots of trust: %v", err)
	}
	if machine := m.Platform.Architecture; os.Getuid() != 0 || machine != runtime.GOARCH {
		if c := runner(machine, root+"/clausegraph"); c != nil {
			asks(t, r.version, c)
		} else {
			t.Logf("the program for linux/%s was not run: there is no qemu", machine)
		}
		return
	}
	asks(t, r.version, inside(root, "/clausegraph"))
}

// runner returns what runs a program for Linux on a machine: an emulator where it is another one, and nil where there is none.
func runner(machine, program string) *exec.Cmd {
	if machine == runtime.GOARCH {
		return exec.Command(program)
	}
	name := map[string]string{"arm64": "qemu-aarch64", "amd64": "qemu-x86_64"}[machine]
	for _, emulator := range []string{name + "-static", name} {
		if at, err := exec.LookPath(emulator); err == nil {
			return exec.Command(at, program)
		}
	}
	return nil
}

func decode(t *testing.T, text []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}
