package coverage

import (
	"encoding/json"
	"slices"

	"github.com/clausegraph/clausegraph/graph"
)

// Proof shows why a verdict holds. The premises lead down to what is held (R1). Proofs are shared: a premise of two
// steps is one object.
type Proof struct {
	Rule        Rule
	Requirement *graph.Requirement
	Verdict     Verdict
	Held        string               // R1: the entry of the question that holds the requirement, if one does
	Controls    []*graph.Control     // R1: the controls that hold it
	Mapping     *graph.Mapping       // R3 to R6: the claim that is used
	Reversed    bool                 // the claim is read from its targets to its sources
	Premises    []*Proof             // what the step rests on
	Missing     []*graph.Requirement // R5: sources of the claim of which nothing is proved
	Closures    []Closure            // R7: why every pair with what is held is closed
}

// Assurance returns the weakest assurance among the claims of the proof; of a proof that uses no claim,
// graph.AssuranceOfficial, since it follows from the standard's own structure.
func (p *Proof) Assurance() graph.Assurance {
	weakest := graph.AssuranceOfficial
	for _, step := range p.Steps() {
		if step.Mapping != nil {
			weakest = min(weakest, step.Mapping.Assurance())
		}
		for _, c := range step.Closures {
			weakest = min(weakest, c.assurance())
		}
	}
	return weakest
}

// Steps returns every step once, premises before what rests on them; the last is the proof itself. Without a proof there
// are none.
func (p *Proof) Steps() []*Proof {
	if p == nil {
		return nil
	}
	var steps []*Proof
	var done map[*Proof]bool // once there are many
	var walk func(*Proof)
	walk = func(step *Proof) {
		if done[step] || done == nil && slices.Contains(steps, step) {
			return
		}
		for _, premise := range step.Premises {
			walk(premise)
		}
		steps = append(steps, step)
		switch {
		case done != nil:
			done[step] = true
		case len(steps) == 16:
			done = map[*Proof]bool{}
			for _, s := range steps {
				done[s] = true
			}
		}
	}
	walk(p)
	return steps
}

// MarshalJSON writes refs and ids in place of objects.
func (p *Proof) MarshalJSON() ([]byte, error) {
	out := struct {
		Rule        Rule      `json:"rule"`
		Requirement string    `json:"requirement"`
		Verdict     Verdict   `json:"verdict"`
		Held        string    `json:"held,omitempty"`
		Controls    []string  `json:"controls,omitempty"`
		Mapping     string    `json:"mapping,omitempty"`
		Reversed    bool      `json:"reversed"`
		Premises    []*Proof  `json:"premises"`
		Missing     []string  `json:"missing,omitempty"`
		Closures    []Closure `json:"closures,omitempty"`
	}{p.Rule, p.Requirement.Ref, p.Verdict, p.Held, controlIDs(p.Controls), "", p.Reversed, p.Premises, refs(p.Missing), p.Closures}
	if p.Mapping != nil {
		out.Mapping = p.Mapping.ID
	}
	if out.Premises == nil {
		out.Premises = []*Proof{}
	}
	return json.Marshal(out)
}

func controlIDs(controls []*graph.Control) []string {
	var ids []string
	for _, c := range controls {
		ids = append(ids, c.ID)
	}
	return ids
}

func refs(nodes []*graph.Requirement) []string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = n.Ref
	}
	return list
}

// prover builds proofs out of the best steps of a run; it keeps them by fact, so that they are shared.
type prover struct {
	*run
	made  map[fact]*Proof
	lower *prover // proves what claims rest on: the layer below, or the prover itself where there are no layers
}

func newProver(r *run) *prover {
	p := &prover{run: r, made: map[fact]*Proof{}}
	p.lower = p
	if r.below != nil {
		p.lower = newProver(r.below)
	}
	return p
}

// prove returns the best proof of a fact that derive has found.
func (p *prover) prove(f fact) *Proof {
	if made := p.made[f]; made != nil {
		return made
	}
	c := p.way(f)
	if c.rule == carried {
		return p.lower.prove(f)
	}
	step := &Proof{Rule: c.rule, Requirement: p.node(f.node()), Verdict: Full}
	if f.partial() {
		step.Verdict = Partial
	}
	p.made[f] = step
	switch c.rule {
	case R1:
		h := p.entries[p.heldAt[f.node()]]
		step.Held, step.Controls = h.entry, h.controls
	case R2:
		if c.trigger >= 0 {
			step.Premises = []*Proof{p.prove(c.trigger)}
		} else {
			step.Premises = p.proveAll(p.members.of(f.node()))
		}
	default:
		step.Mapping, step.Reversed = p.mapping(c.reading), c.reading%2 == 1
		if c.trigger >= 0 {
			step.Premises = []*Proof{p.lower.prove(c.trigger)}
		} else {
			step.Premises = p.lower.proveAll(p.side.of(c.reading))
		}
	}
	if c.rule == R5 {
		for _, source := range p.side.of(c.reading) {
			if _, ok := p.lower.atLeastPartial(source); !ok {
				step.Missing = append(step.Missing, p.node(source))
			}
		}
	}
	return step
}

func (p *prover) proveAll(nodes []int32) []*Proof {
	proofs := make([]*Proof, len(nodes))
	for i, n := range nodes {
		proofs[i] = p.prove(fullFact(n))
	}
	return proofs
}

// touched returns the best proof that a claim touches the node, its whole or one of its points (R6), or nil.
func (p *prover) touched(node int32) *Proof {
	var best candidate
	found := false
	consider := func(at int32) {
		for _, back := range p.touch.of(at) {
			if !p.valid(back) {
				continue
			}
			for _, other := range p.side.of(back ^ 1) {
				premise, ok := p.lower.atLeastPartial(other)
				if !ok {
					continue
				}
				c := candidate{cost: through(p.lower.way(premise).cost, p.link[back/2]), rule: R6, reading: back ^ 1, trigger: premise}
				if !found || c.before(&best) {
					best, found = c, true
				}
			}
		}
	}
	for at := node; at >= 0; at = p.whole[at] {
		consider(at)
	}
	for _, point := range p.node(node).Points() {
		consider(int32(point.Index()))
	}
	if !found {
		return nil
	}
	return &Proof{
		Rule: R6, Requirement: p.node(node), Verdict: Possible,
		Mapping: p.mapping(best.reading), Reversed: best.reading%2 == 1,
		Premises: []*Proof{p.lower.prove(best.trigger)},
	}
}

// conclude returns the verdict on a node with its proof; UNKNOWN has none.
func (p *prover) conclude(node int32) (Verdict, *Proof) {
	switch v := p.verdict(node); v {
	case Full:
		return v, p.prove(fullFact(node))
	case Partial:
		return v, p.prove(partialFact(node))
	}
	if closures := p.closures(node); closures != nil {
		return None, &Proof{Rule: R7, Requirement: p.node(node), Verdict: None, Closures: closures}
	}
	if proof := p.touched(node); proof != nil {
		return Possible, proof
	}
	return Unknown, nil
}
