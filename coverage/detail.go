package coverage

import (
	"sync"

	"github.com/clausegraph/clausegraph/graph"
)

// Point is the verdict on one obligation of a requirement.
type Point struct {
	Requirement *graph.Requirement
	Verdict     Verdict
	Proof       *Proof // nil for UNKNOWN
}

// detail is what stands behind the verdict of an item. An answer of which only verdicts are looked at, as most are by a
// factor of a hundred in counts and comparisons, never has one.
type detail struct {
	proof     *Proof
	points    []Point
	remainder []Remainder
	conflict  []Closure
	blockers  []Blocker
	disputes  []Disagreement
}

// Proof returns the best proof of the verdict; nil for UNKNOWN.
func (i *Item) Proof() *Proof { return i.detail().proof }

// Points returns the verdicts on the points of the requirement, in order.
func (i *Item) Points() []Point { return i.detail().points }

// Remainder returns, of PARTIAL, what the requirement asks beyond what is held.
func (i *Item) Remainder() []Remainder { return i.detail().remainder }

// Conflict returns, of FULL and PARTIAL, why the claims say the opposite as well; the verdict then needs a look.
func (i *Item) Conflict() []Closure { return i.detail().conflict }

// Blockers returns the controls but for which the verdict would be better, in order of id.
func (i *Item) Blockers() []Blocker { return i.detail().blockers }

// Disagreements returns where sources contradict each other about a claim that the verdicts on the requirement and its
// points rest on.
func (i *Item) Disagreements() []Disagreement { return i.detail().disputes }

// Omissions returns the audits of the requirement that may be omitted given what is held; no verdict depends on them.
func (i *Item) Omissions() []*graph.Omission {
	return i.why.engine.omitted(i.why.question, i.Requirement)
}

func (i *Item) detail() *detail {
	i.why.once.Do(i.why.find)
	return &i.why.details[i.at]
}

// reasons are the details of all items of an answer, once one is asked for.
type reasons struct {
	engine   *Engine
	question Question
	items    []*Item
	once     sync.Once
	details  []detail // by item
}

// find asks the question again, for the best proofs. It cannot fail: Gap has resolved the same question against the
// same snapshot.
func (w *reasons) find() {
	w.details = make([]detail, len(w.items))
	memory := w.engine.scratch.Get().(*run)
	defer w.engine.scratch.Put(memory)
	r, err := memory.prove(w.question, false)
	if err != nil {
		panic(err)
	}
	p := newProver(r)
	for i, item := range w.items {
		p.detail(item.Requirement, &w.details[i])
	}
	w.addBlockers(memory)
}

func (p *prover) detail(t *graph.Requirement, d *detail) {
	node := int32(t.Index())
	var v Verdict
	v, d.proof = p.conclude(node)
	if points := t.Points(); len(points) > 0 {
		d.points = make([]Point, len(points))
		for i, point := range points {
			verdict, why := p.conclude(int32(point.Index()))
			d.points[i] = Point{point, verdict, why}
		}
	}
	if v <= Partial {
		d.conflict = p.conflict(node, d.proof)
	}
	if v == Partial {
		d.remainder = p.remainder(t, d)
	}
	if len(p.sources) > 1 {
		d.disputes = p.disagreements(d)
	}
}
