// Package web has the files of the explorer, ready to be served at /. They are built by `npm run build` and load nothing
// from elsewhere.
package web

import (
	"embed"
	"io/fs"
)

//go:embed dist
var dist embed.FS

// Files returns the page index.html; what it loads, under assets/, whose names change with their content; the documents
// that it asks, by their SHA-256, in documents.json; and the licences of all that went into it.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // it is embedded
	}
	return files
}
