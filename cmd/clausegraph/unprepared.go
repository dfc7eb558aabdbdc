//go:build !prepared

package main

// prepared is the snapshot of the built-in data compressed, where the build has one: see prepared.go.
var prepared []byte
