package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
)

const (
	sumsFile = "SHA256SUMS"

	// namespace says what the signature is for, so that it can be taken for nothing else.
	namespace = "clausegraph-release"
)

// sums writes the checksums of all files, and their signature where there is a key.
func (r *release) sums(ctx context.Context) error {
	files, err := os.ReadDir(r.out)
	if err != nil {
		return err
	}
	var list bytes.Buffer
	for _, f := range files {
		content, err := os.ReadFile(r.file(f.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "%s  %s\n", digest(content), f.Name())
	}
	if err := os.WriteFile(r.file(sumsFile), list.Bytes(), 0o644); err != nil {
		return err
	}
	if r.key == "" {
		fmt.Printf("%d files in %s, not signed: no key was given\n", len(files)+1, r.out)
		return nil
	}
	return r.sign(ctx, r.file(sumsFile), len(files)+2)
}

// sign signs a file with ssh-keygen, which knows keys in files, in agents and on tokens, and is everywhere to verify.
func (r *release) sign(ctx context.Context, file string, files int) error {
	c := exec.CommandContext(ctx, "ssh-keygen", "-Y", "sign", "-q", "-n", namespace, "-f", r.key, file)
	c.Stdin, c.Stderr = os.Stdin, os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("ssh-keygen -Y sign: %w", err)
	}
	fmt.Printf("%d files in %s, signed\n", files, r.out)
	return nil
}
