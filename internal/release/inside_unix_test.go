//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// inside returns what runs a program with a folder as its root, as the user of the image.
func inside(root, program string) *exec.Cmd {
	c := exec.Command(program)
	c.SysProcAttr = &syscall.SysProcAttr{Chroot: root, Credential: &syscall.Credential{Uid: 65532, Gid: 65532}}
	return c
}
