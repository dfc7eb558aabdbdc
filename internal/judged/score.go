package judged

import (
	"math"
	"slices"
	"strings"
)

// Grades: from Answer on, a requirement counts as an answer and not as merely related; what has Best is what one wants.
const (
	Answer = 2
	Best   = 3
)

// Condensed returns a ranking without what nobody judged: the requirements of standards that the topic does not name.
// That is how measures are taken over data to which standards were added after the judging (Sakai, "Alternatives to
// Bpref", SIGIR 2007): what is not judged counts neither for nor against a ranking.
func (t *Topic) Condensed(ranking []string) []string {
	var list []string
	for _, ref := range ranking {
		if std, _, _ := strings.Cut(ref, "/"); slices.Contains(t.Judged, std) {
			list = append(list, ref)
		}
	}
	return list
}

// NDCG returns the normalised discounted cumulative gain of the first k refs of a ranking: 1 where no order is better, 0
// where nothing relevant is among them. The gain of grade g is 2^g-1, and the one at place i is divided by log2(i+1).
// A ref that is ranked twice counts once.
func (t *Topic) NDCG(ranking []string, k int) float64 {
	var grades, ideal []int
	seen := map[string]bool{}
	for _, ref := range ranking {
		grade := t.Grades[ref]
		if seen[ref] {
			grade = 0
		}
		seen[ref] = true
		grades = append(grades, grade)
	}
	for _, grade := range t.Grades {
		ideal = append(ideal, grade)
	}
	slices.SortFunc(ideal, func(a, b int) int { return b - a })
	best := gain(ideal, k)
	if best == 0 {
		return 0
	}
	return gain(grades, k) / best
}

func gain(grades []int, k int) float64 {
	sum := 0.0
	for i, grade := range grades[:min(k, len(grades))] {
		sum += (math.Exp2(float64(grade)) - 1) / math.Log2(float64(i+2))
	}
	return sum
}

// Recall returns the share of what has a grade of least or more that is among the first k refs of a ranking. Of more than
// k answers, k are all that can be wanted: it is the strict recall divided by Attainable.
func (t *Topic) Recall(ranking []string, least, k int) float64 {
	answers := t.answers(least)
	if answers == 0 {
		return 0
	}
	found := map[string]bool{}
	for _, ref := range ranking[:min(k, len(ranking))] {
		if t.Grades[ref] >= least {
			found[ref] = true
		}
	}
	return float64(len(found)) / float64(min(answers, k))
}

// Attainable returns the highest strict recall that k places allow: k divided by the number of answers, at most 1.
func (t *Topic) Attainable(least, k int) float64 {
	return float64(k) / float64(max(k, t.answers(least)))
}

func (t *Topic) answers(least int) int {
	n := 0
	for _, grade := range t.Grades {
		if grade >= least {
			n++
		}
	}
	return n
}

// ReciprocalRank returns 1/n where the nth ref of a ranking is the first with the highest grade, and 0 where none has.
func (t *Topic) ReciprocalRank(ranking []string) float64 {
	for i, ref := range ranking {
		if t.Grades[ref] == Best {
			return 1 / float64(i+1)
		}
	}
	return 0
}
