package foreign

import (
	"bytes"
	"regexp"

	"github.com/clausegraph/clausegraph/internal/table"
)

var (
	oscalJSON = regexp.MustCompile(`^\s*\{\s*"(catalog|profile|mapping-collection|\$schema)"`)
	oscalXML  = regexp.MustCompile(`(?s)^\s*(<\?xml.*?\?>)?\s*(<!--.*?-->\s*|<!DOCTYPE.*?>\s*)*<(\w+:)?(catalog|profile|mapping-collection)[\s>]`)
	oscalYAML = regexp.MustCompile(`(?m)^(catalog|profile|mapping-collection):\s*$`)
	oscalUUID = regexp.MustCompile(`(?m)^\s+uuid:`)
	cisoYAML  = regexp.MustCompile(`(?m)^objects:`)
	cisoURN   = regexp.MustCompile(`(?m)^urn:`)
)

// Detect recognises a format by the content of a file. It looks at the whole of it only where it is a table.
func Detect(content []byte) (Format, bool) {
	src := bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	head := src[:min(len(src), 1<<16)]
	switch {
	case oscalJSON.Match(head), oscalXML.Match(head), oscalYAML.Match(head) && oscalUUID.Match(head):
		return OSCAL, true
	case cisoURN.Match(head) && cisoYAML.Match(src):
		return CISO, true
	case bytes.HasPrefix(head, []byte("#")) && bytes.Contains(head, []byte("\nsubject_id\t")), bytes.HasPrefix(head, []byte("subject_id\t")):
		return SSSOM, true
	case bytes.ContainsAny(head[:min(len(head), 1)], "{<"):
		return "", false
	}
	if !table.IsWorkbook(content) && !bytes.ContainsAny(head, ",;\t") {
		return "", false
	}
	book, err := table.Read(content)
	if err != nil {
		return "", false
	}
	for _, sheet := range book.Sheets {
		if findColumns(sheet, strmHeadings, "focal", "reference", "relationship") != nil {
			return STRM, true
		}
	}
	return "", false
}
