package judged_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
	"github.com/clausegraph/clausegraph/internal/judged"
	"github.com/clausegraph/clausegraph/loader"
)

var hangul = regexp.MustCompile(`\p{Hangul}`)

// TestShippedQueriesAreSound checks the evaluation set of the search, not what a search finds.
func TestShippedQueriesAreSound(t *testing.T) {
	topics, err := judged.Read(os.DirFS("../../search/testdata/eval"))
	if err != nil {
		t.Fatal(err)
	}
	result, err := loader.Load(t.Context(), loader.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Build(graph.Revision{}, result.Datasets)
	if err != nil {
		t.Fatal(err)
	}
	names, texts := map[string]bool{}, map[string]string{}
	total, korean, hard := 0, 0, 0
	count := map[judged.Class]map[judged.Half]int{}
	for _, topic := range topics {
		if names[topic.Name] {
			t.Errorf("%s: the topic %s is here twice", topic.Place, topic.Name)
		}
		names[topic.Name] = true
		for _, ref := range topic.Judged {
			if std := s.Standard(ref); std == nil || std.Profile != nil {
				t.Errorf("%s: %s is no standard with requirements of its own", topic.Place, ref)
			}
		}
		best := 0
		for ref, grade := range topic.Grades {
			best = max(best, grade)
			// A profile has no nodes of its own, and a point is found through its requirement.
			if r := s.Requirement(ref); r == nil || r.Ref != ref || r.IsPoint() {
				t.Errorf("%s: %s is no requirement or heading", topic.Place, ref)
			}
		}
		if best != 3 || len(topic.Queries) == 0 {
			t.Errorf("%s: the topic %s has no answer of grade 3 or no query", topic.Place, topic.Name)
		}
		for _, q := range topic.Queries {
			key := strings.ToLower(q.Text)
			if texts[key] != "" {
				t.Errorf("%s: %q is asked in %s too", q.Place, q.Text, texts[key])
			}
			texts[key] = q.Place
			if count[q.Class] == nil {
				count[q.Class] = map[judged.Half]int{}
			}
			count[q.Class][topic.Half]++
			if q.Class == judged.Everyday {
				if topic.Half != judged.Tuning {
					t.Errorf("%s: %q is in everyday words, which the test half has none of", q.Place, q.Text)
				}
				continue
			}
			total++
			if hangul.MatchString(q.Text) {
				korean++
			}
			switch q.Class {
			case judged.ID, judged.Mixed, judged.Misspelt:
				hard++
			case judged.Korean:
				if !hangul.MatchString(q.Text) {
					t.Errorf("%s: %q is not Korean", q.Place, q.Text)
				}
			case judged.English:
				if hangul.MatchString(q.Text) {
					t.Errorf("%s: %q is not English", q.Place, q.Text)
				}
			}
		}
	}
	if total < 200 || korean*100 < total*45 || korean*100 > total*60 || hard*3 < total {
		t.Errorf("%d queries, %d of them Korean, %d mixed, misspelt or by id: want 200, about a half, a third", total, korean, hard)
	}
	for _, class := range judged.Classes {
		if class == judged.Everyday {
			continue
		}
		tuning, test := count[class][judged.Tuning], count[class][judged.Test]
		if test < 10 || tuning < 10 || max(tuning, test)*3 > min(tuning, test)*4 {
			t.Errorf("%s: %d queries for tuning, %d for the test: the halves are not alike", class, tuning, test)
		}
	}
}
