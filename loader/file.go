package loader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// MaxFileSize is the size in bytes up to which a file of data is read: many times that of the largest honest one.
const MaxFileSize = 8 << 20

// maxDepth is how deep values may stand in each other; the format needs five levels.
const maxDepth = 40

// content says what a file of data holds.
type content uint8

const (
	catalogFile content = iota + 1
	crosswalkFile
	schemeFile
	inventoryFile
	glossaryFile
)

// What is said of a file that cannot be recognised, and what to do.
const (
	holdsNothing = "this file holds no catalog, crosswalk, scheme, glossary or inventory"
	howToStart   = "start a catalog with `standard:`, a crosswalk with `from:`, a scheme with `scheme:`, a glossary with `glossary:` or an inventory with `organization:`"
)

// file is one parsed file of data.
type file struct {
	name   string // as diagnostics show it
	stem   string // its base name without extension
	kind   content
	source int // which of the sources it comes from
	root   node
}

// read returns the file, or nil after reporting why it is none. It holds no more than MaxFileSize bytes of it in
// memory. The error is one of the file system, not of the content.
func read(s Source, name string, r *report) (*file, error) {
	at := Position{s.display(name), 1, 1}
	f, err := s.FS.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", at.File, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Mode()&fs.ModeType != 0 {
		r.add(at, "F001", "give a text file in YAML", "this is not an ordinary file")
		return nil, nil
	}
	content, err := io.ReadAll(io.LimitReader(f, MaxFileSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", at.File, err)
	}
	root := parse(at.File, content, r)
	if root == nil {
		return nil, nil
	}
	base := path.Base(name)
	return &file{
		name: at.File,
		stem: strings.TrimSuffix(base, path.Ext(base)),
		kind: kindOf(root, path.Dir(name)),
		root: nodeOf(at.File, root),
	}, nil
}

// kindOf recognises a file by its keys, and an unclear one by its folder. Zero means that it cannot tell.
func kindOf(root *yaml.Node, folder string) content {
	n := nodeOf("", root)
	switch has := func(key string) bool { return n.get(key).yaml != nil }; {
	case has("standard") || has("requirements") || has("profile"):
		return catalogFile
	case has("mappings") || has("from") && has("to"):
		return crosswalkFile
	case has("scheme") || has("facts") || has("obligations") || has("omissions"):
		return schemeFile
	case has("glossary") || has("terms"):
		return glossaryFile
	case has("organization") || has("controls"):
		return inventoryFile
	}
	return folders[folder]
}

// parse returns the map at the root of a YAML text. It returns nil after reporting why there is none: the text is too
// large, not text, not YAML, or uses what the format does not (aliases, tags, several documents, a key twice).
func parse(name string, content []byte, r *report) *yaml.Node {
	at := Position{name, 1, 1}
	if len(content) > MaxFileSize {
		r.add(at, "F002", "split it, or check that it is the right file", "this file is larger than %d MiB", MaxFileSize>>20)
		return nil
	}
	if i := notText(content); i >= 0 {
		at.Line = 1 + bytes.Count(content[:i], []byte{'\n'})
		r.add(at, "F001", "save it as text in UTF-8", "this file is not UTF-8 text")
		return nil
	}
	var document, second yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	err := decoder.Decode(&document)
	if err == nil {
		if more := decoder.Decode(&second); more == nil {
			r.add(Position{name, max(1, second.Line), max(1, second.Column)}, "F006", "put it into a file of its own", "a second document begins here")
			return nil
		} else if !errors.Is(more, io.EOF) {
			err = more
		}
	}
	switch {
	case errors.Is(err, io.EOF) || err == nil && len(document.Content) == 0:
		r.add(at, "F007", howToStart, "this file is empty")
		return nil
	case err != nil:
		syntaxError(name, err, r)
		return nil
	}
	before := len(r.diagnostics)
	root := document.Content[0]
	plain(nodeOf(name, root), 0, r)
	if len(r.diagnostics) > before {
		return nil
	}
	if root.Kind != yaml.MappingNode {
		r.add(nodeOf(name, root).at(), "F007", howToStart, holdsNothing)
		return nil
	}
	// What stands above the first key belongs to the file as a whole.
	root.HeadComment = strings.TrimSpace(document.HeadComment + "\n" + root.HeadComment)
	root.FootComment = strings.TrimSpace(root.FootComment + "\n" + document.FootComment)
	return root
}

// notText returns the offset of the first byte that no text in UTF-8 has, or -1.
func notText(content []byte) int {
	for i := 0; i < len(content); {
		c, size := utf8.DecodeRune(content[i:])
		if c == utf8.RuneError && size < 2 || c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return i
		}
		i += size
	}
	return -1
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`)

// syntaxError reports an error of the YAML parser where the parser places it.
func syntaxError(name string, err error, r *report) {
	at, reason := Position{name, 1, 1}, err.Error()
	if m := yamlLine.FindStringSubmatch(strings.ReplaceAll(reason, "\n", " ")); m != nil {
		if line, err := strconv.Atoi(m[1]); err == nil && line > 0 {
			at.Line = line
		}
		reason = m[2]
	}
	r.add(at, "F003", "check the indentation, the quotes and the brackets here and in the line above", "this is not YAML: %s", reason)
}
