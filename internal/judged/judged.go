// Package judged reads queries with judged answers, and scores rankings against them.
package judged

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Half says what a topic may be used for.
type Half string

// The halves. Nothing is tuned on the test half.
const (
	Tuning Half = "tuning"
	Test   Half = "test"
)

// Class is the kind of a query.
type Class string

// The classes of queries.
const (
	ID       Class = "id"
	Korean   Class = "korean"
	English  Class = "english"
	Mixed    Class = "mixed"
	Misspelt Class = "misspelt"
	Cross    Class = "cross"
	Question Class = "question"
	Everyday Class = "everyday" // of the tuning half alone
)

// judgedWord begins a line that names standards.
const judgedWord = "judged"

// Classes lists every Class.
var Classes = []Class{ID, Korean, English, Mixed, Misspelt, Cross, Question, Everyday}

// Topic is something that people look for, with the requirements that answer it.
type Topic struct {
	Name    string
	Half    Half
	Grades  map[string]int // by full ref: 3, 2 or 1; what is not here is irrelevant, in the standards judged
	Judged  []string       // refs of the standards whose requirements were judged; of others nothing is known
	Queries []Query
	Place   string // file:line
}

// Query is one way to ask for a topic.
type Query struct {
	Class Class
	Text  string
	Place string // file:line
}

// Read returns the topics of every file *.txt of the file system, in order of file and line. README.md beside the files
// describes their form. The error names the place of the first line that is not of the form.
func Read(fsys fs.FS) ([]*Topic, error) {
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	var topics []*Topic
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		r := reader{} // what a file says of the standards judged ends with it
		lines := bufio.NewScanner(bytes.NewReader(content))
		for n := 1; lines.Scan(); n++ {
			if err := r.line(strings.TrimSpace(lines.Text()), fmt.Sprintf("%s:%d", name, n)); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		topics = append(topics, r.topics...)
	}
	return topics, nil
}

type reader struct {
	topics []*Topic
	judged []string // for all topics of the file
}

func (r *reader) line(line, place string) error {
	words := strings.Fields(line)
	switch {
	case len(words) == 0 || words[0][0] == '#':
		return nil
	case words[0] == "topic":
		if len(words) != 3 || words[2] != string(Tuning) && words[2] != string(Test) {
			return fmt.Errorf("want: topic NAME %s, or topic NAME %s", Tuning, Test)
		}
		r.topics = append(r.topics, &Topic{Name: words[1], Half: Half(words[2]), Grades: map[string]int{}, Judged: slices.Clone(r.judged), Place: place})
		return nil
	case words[0] == judgedWord && len(r.topics) == 0:
		r.judged = append(r.judged, words[1:]...)
		return nil
	case len(r.topics) == 0:
		return fmt.Errorf("this line stands before any topic")
	}
	topic := r.topics[len(r.topics)-1]
	if words[0] == judgedWord {
		for _, std := range words[1:] {
			if slices.Contains(topic.Judged, std) {
				return fmt.Errorf("%s is judged for the topic %s already", std, topic.Name)
			}
			topic.Judged = append(topic.Judged, std)
		}
		return nil
	}
	if grade := strings.Index("123", words[0]) + 1; grade > 0 && len(words[0]) == 1 {
		for _, ref := range words[1:] {
			if topic.Grades[ref] != 0 {
				return fmt.Errorf("%s has two grades in the topic %s", ref, topic.Name)
			}
			if std, _, _ := strings.Cut(ref, "/"); !slices.Contains(topic.Judged, std) {
				return fmt.Errorf("%s has a grade, and no line says that %s was judged for the topic %s", ref, std, topic.Name)
			}
			topic.Grades[ref] = grade
		}
		return nil
	}
	class, text, ok := strings.Cut(line, ":")
	if text = strings.TrimSpace(text); !ok || text == "" || !slices.Contains(Classes, Class(class)) {
		return fmt.Errorf("want a grade with refs, as 3 isms-p-2023/2.5.6, or a query, as %s: access review", English)
	}
	topic.Queries = append(topic.Queries, Query{Class: Class(class), Text: text, Place: place})
	return nil
}
