package judged

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func read(text string) ([]*Topic, error) {
	return Read(fstest.MapFS{"a.txt": &fstest.MapFile{Data: []byte(text)}, "README.md": &fstest.MapFile{Data: []byte("not read")}})
}

func TestRead(t *testing.T) {
	got, err := read("# who\njudged a b\ntopic review test\njudged c\n3 a/1 b/2.10\n1 c/3\nenglish: access: review\nkorean:  접근권한 검토\n\ntopic next tuning\n")
	want := []*Topic{
		{Name: "review", Half: Test, Grades: map[string]int{"a/1": 3, "b/2.10": 3, "c/3": 1}, Judged: []string{"a", "b", "c"}, Place: "a.txt:3", Queries: []Query{
			{English, "access: review", "a.txt:7"}, {Korean, "접근권한 검토", "a.txt:8"},
		}},
		{Name: "next", Half: Tuning, Grades: map[string]int{}, Judged: []string{"a", "b"}, Place: "a.txt:10"},
	}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("error %v (-want +got)\n%s", err, d)
	}
}

func TestReadSaysWhere(t *testing.T) {
	for text, want := range map[string]string{
		"3 a/1\n":                              "a.txt:1: this line stands before",
		"topic a\n":                            "a.txt:1: want: topic NAME tuning",
		"topic a other\n":                      "a.txt:1: want: topic NAME tuning",
		"topic a test\n4 a/1\n":                "a.txt:2: want a grade",
		"topic a test\nenglish:\n":             "a.txt:2: want a grade",
		"topic a test\nlatin: quis custodiet":  "a.txt:2: want a grade",
		"judged a\ntopic a test\n3 a/1\n2 a/1": "a.txt:4: a/1 has two grades",
		"judged a\ntopic a test\njudged a":     "a.txt:3: a is judged",
		"topic a test\njudged b\n3 b/1 a/1":    "a.txt:3: a/1 has a grade, and no line says",
	} {
		if _, err := read(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestScores(t *testing.T) {
	topic := &Topic{Grades: map[string]int{"a": 3, "b": 2, "c": 1}}
	best := 7 + 3/math.Log2(3) + 1.0/2
	for _, c := range []struct {
		ranking            string
		ndcg, recall, rank float64 // of the first three, the first two, and all
	}{
		{ranking: "a b c", ndcg: 1, recall: 1, rank: 1},
		{ranking: "c x a", ndcg: (1 + 7.0/2) / best, recall: 0, rank: 1.0 / 3},
		{ranking: "a a b", ndcg: (7 + 3.0/2) / best, recall: 0.5, rank: 1},
		{ranking: "x y z a", ndcg: 0, recall: 0, rank: 0.25},
		{ranking: "", ndcg: 0, recall: 0, rank: 0},
	} {
		ranking := strings.Fields(c.ranking)
		for name, pair := range map[string][2]float64{
			"nDCG@3":          {topic.NDCG(ranking, 3), c.ndcg},
			"recall@2":        {topic.Recall(ranking, Answer, 2), c.recall},
			"reciprocal rank": {topic.ReciprocalRank(ranking), c.rank},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-12 {
				t.Errorf("%s of %q is %v, want %v", name, c.ranking, pair[0], pair[1])
			}
		}
	}
	if r := topic.Recall([]string{"b"}, Answer, 1); r != 1 {
		t.Errorf("recall@1 with two answers is %v, want 1", r)
	}
	if r := topic.Recall([]string{"b", "a"}, Best, 2); r != 1 {
		t.Errorf("recall@2 of the best is %v, want 1", r)
	}
	if r := topic.Recall([]string{"b", "c"}, Best, 2); r != 0 {
		t.Errorf("recall@2 of the best is %v where none is there, want 0", r)
	}
	if none := (&Topic{}); none.NDCG([]string{"a"}, 10) != 0 || none.Recall([]string{"a"}, Answer, 10) != 0 {
		t.Error("a topic without answers scores")
	}
}

func TestCondensed(t *testing.T) {
	topic := &Topic{Grades: map[string]int{"a/1": 3, "b/1": 2}, Judged: []string{"a", "b"}}
	got := topic.Condensed([]string{"new/1", "a/2", "ab/1", "b/1"})
	if d := cmp.Diff([]string{"a/2", "b/1"}, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if got := topic.Attainable(Answer, 1); got != 0.5 {
		t.Errorf("one place can hold %v of two answers", got)
	}
	if got := topic.Attainable(Answer, 3); got != 1 {
		t.Errorf("three places can hold %v of two answers", got)
	}
}
