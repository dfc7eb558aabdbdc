//go:build !unix

package main

import (
	"os/exec"
	"path/filepath"
)

// inside returns what runs a program in a folder.
func inside(root, program string) *exec.Cmd { return exec.Command(filepath.Join(root, program)) }
