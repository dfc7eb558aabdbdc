//go:build prepared

package main

import _ "embed"

// prepared is the snapshot of the built-in data, compressed, which the release tooling makes from the same files and lays here for the
// time of a build: none is in the repository, where every change of the data would change it.
//
//go:embed builtin.snapshot.gz
var prepared []byte
