// Package graphiql has the files of GraphiQL, ready to be served at /graphiql. They are built by build.mjs and load
// nothing from elsewhere.
package graphiql

import _ "embed"

// HTML is the page; it asks for Script at /graphiql/app.js and for Style at /graphiql/style.css.
//
//go:embed dist/index.html
var HTML []byte

// Script is the program.
//
//go:embed dist/app.js
var Script []byte

// Style is the style sheet.
//
//go:embed dist/style.css
var Style []byte

// Licences lists the packages in Script and Style with the texts of their licences.
//
//go:embed dist/LICENSES.txt
var Licences []byte
