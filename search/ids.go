package search

import (
	"slices"
	"strings"
	"unicode"

	"github.com/clausegraph/clausegraph/graph"
)

// ids knows the requirements by the usual spellings of their ids.
type ids struct {
	snapshot *graph.Snapshot
	names    map[string][]*graph.Standard        // atoms of a name of a standard, joined by blanks: "iso 27001"
	longest  int                                 // atoms in the longest name
	numbers  map[string][]*graph.Requirement     // by number: "a.5.17", "2.5.4-1"
	bare     map[string][]*graph.Requirement     // by number without the letter of its annex: "5.17" of A.5.17
	about    map[*graph.Standard]map[string]bool // terms of the titles and disciplines of standards
}

func newIDs(s *graph.Snapshot) *ids {
	x := &ids{
		snapshot: s,
		names:    map[string][]*graph.Standard{},
		numbers:  map[string][]*graph.Requirement{},
		bare:     map[string][]*graph.Requirement{},
		about:    map[*graph.Standard]map[string]bool{},
	}
	for _, std := range s.Standards() {
		x.about[std] = aboutTerms(std)
		for _, name := range names(std.Ref) {
			key := strings.Join(name, " ")
			x.names[key] = append(x.names[key], std)
			x.longest = max(x.longest, len(name))
		}
	}
	for _, r := range s.Nodes() {
		list := atoms(strings.ToLower(r.Number))
		key, n := number(list)
		if n != len(list) {
			continue
		}
		x.numbers[key] = append(x.numbers[key], r)
		if letter, rest, ok := strings.Cut(key, "."); ok && len(letter) == 1 && list[0].letters {
			x.bare[rest] = append(x.bare[rest], r)
		}
	}
	return x
}

// aboutTerms returns the terms of the titles and disciplines of a standard.
func aboutTerms(std *graph.Standard) map[string]bool {
	about := []string{std.Title.EN, std.Title.KO}
	for _, d := range std.Disciplines {
		about = append(about, string(d), disciplineLabels[d].KO)
	}
	m := map[string]bool{}
	for term := range termsWhere(compose(strings.Join(about, "\n")), func(word) bool { return true }, stem) {
		m[term] = true
	}
	return m
}

// names returns what a standard may be called, as atoms: its ref, also without the parts of its edition and without
// its publisher or its country, so that iso-27001-2022 is "27001" as well, isms-p-2023 is "ismsp", and pdpa-sg-2012 "pdpa".
func names(ref string) [][]string {
	var parts []string
	edition := -1
	for i, a := range atoms(strings.ToLower(ref)) {
		if edition < 0 && i > 0 && isYear(a.text) {
			edition = i
		}
		parts = append(parts, a.text)
	}
	if edition < 0 {
		for edition = len(parts); edition > 2 && len(parts[edition-1]) < 3 && isDigit(rune(parts[edition-1][0])); {
			edition--
		}
	}
	list := [][]string{}
	for end := edition; end <= len(parts); end++ {
		name := parts[:end]
		list = append(list, name)
		if publishers[name[0]] && len(name) > 1 {
			list = append(list, name[1:])
		}
		if edition > 1 && !slices.ContainsFunc(parts[:edition], func(p string) bool { return isDigit(rune(p[0])) }) {
			list = append(list, slices.Concat([]string{strings.Join(parts[:edition], "")}, parts[edition:end]))
		}
		if edition > 1 && countries[parts[edition-1]] {
			list = append(list, slices.Concat(parts[:edition-1], parts[edition:end]))
		}
	}
	return list
}

// publishers lists first parts of refs that people leave out.
var publishers = set("iso nist")

// countries lists what stands before the edition in refs of laws that several countries call alike, and is left out.
var countries = set("sg")

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}

// atom is a run of digits or a run of letters.
type atom struct {
	text       string
	start, end int
	letters    bool
	gap        string // what stands between the atom before and this one
}

// atoms cuts text in lower case. Everything but digits and letters is a gap.
func atoms(text string) []atom {
	var list []atom
	kind := func(r rune) int {
		switch {
		case isDigit(r):
			return 1
		case unicode.IsLetter(r):
			return 2
		}
		return 0
	}
	last, end := 0, 0
	for i, r := range text {
		k := kind(r)
		if k != 0 && k != last {
			list = append(list, atom{start: i, letters: k == 2, gap: text[end:i]})
		}
		if k != 0 {
			end = i + len(string(r))
			a := &list[len(list)-1]
			a.end, a.text = end, text[a.start:end]
		}
		last = k
	}
	return list
}

// joint returns what an id has between two atoms, or "" where the two belong to different words. A blank joins a
// letter and the digits after it, as in "A 5.17"; the hyphen between digits is that of a point.
func joint(before, after atom) string {
	switch gap := strings.TrimSpace(after.gap); {
	case gap == ".":
		return "."
	case gap == "" && before.letters && !after.letters, after.gap == "" && !before.letters && after.letters:
		return "."
	case after.gap == "-" && !before.letters && !after.letters:
		return "-"
	case after.gap == "-":
		return "."
	}
	return ""
}

// number returns the canonical form of the longest number at the beginning of the atoms, and how many atoms it takes.
func number(list []atom) (key string, n int) {
	var b strings.Builder
	for i, a := range list {
		if i > 0 {
			j := joint(list[i-1], a)
			if j == "" {
				return b.String(), i
			}
			b.WriteString(j)
		}
		b.WriteString(a.text)
	}
	return b.String(), len(list)
}
