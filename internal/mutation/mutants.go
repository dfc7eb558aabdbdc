package main

// mutants are the faults that are tried: each rule too generous, each condition of it dropped, in the search for
// verdicts, in the search for proofs and in the checker.
var mutants = []mutant{
	// What claims conclude.
	{"claims are read in one direction: the converse is dropped", "engine.go", "m.Read(false), m.Read(true)", "m.Read(false), m.Read(false)", true},
	{"R3 for intersects-with: what R4 makes PARTIAL is FULL", "edges.go", "holdsAll := rel == relation.EqualTo || rel == relation.SupersetOf", "holdsAll := rel == relation.EqualTo || rel == relation.SupersetOf || rel == relation.IntersectsWith", true},
	{"R3 for subset-of", "edges.go", "holdsAll := rel == relation.EqualTo || rel == relation.SupersetOf", "holdsAll := rel == relation.EqualTo || rel == relation.SubsetOf", false},
	{"R3 with one of several sources", "edges.go", "alone := len(sources) == 1", "alone := len(sources) > 0", false},
	{"R4 for one of several targets", "edges.go", "case alone && len(targets) == 1, e.each[reading/2]:", "case alone, e.each[reading/2]:", false},
	{"R4 for several sources and targets", "edges.go", "if len(sources) > 1 && (holdsAll || len(targets) == 1) {", "if len(sources) > 1 {", false},
	{"R5 for a superset", "edges.go", "inside := len(targets) == 1 && (rel == relation.EqualTo || rel == relation.SubsetOf)", "inside := len(targets) == 1 && (rel == relation.EqualTo || rel == relation.SupersetOf)", true},
	{"R5 for several targets, as of a joint superset", "edges.go", "inside := len(targets) == 1 && (", "inside := len(targets) > 0 && (", false},
	{"a joint claim without its last source", "spread.go", "r.count(&r.full[reading]) < len(r.side.of(reading))", "r.count(&r.full[reading])+1 < len(r.side.of(reading))", false},
	{"a joint claim makes FULL whatever it says", "spread.go", "if r.containsTargets(reading) {", "if reading >= 0 {", false},
	{"a PARTIAL source fires as a FULL one", "spread.go", "r.fire(r.edges[at.edges[edgeEqual]:next.edges[0]], Partial)", "r.fire(r.edges[at.edges[edgePartial]:next.edges[0]], Partial)", false},
	{"what rises from PARTIAL to FULL fires nothing", "spread.go", "\t\tcase raised:\n\t\t\tr.fire(r.edges[at.edges[edgePartial]:at.edges[edgeFull]], Partial)\n\t\t\tr.fire(r.edges[at.edges[edgeFull]:at.edges[edgeSome]], Full)", "\t\tcase raised:", false},

	// Parts and wholes.
	{"R2 though the parts are not the whole", "spread.go", "w >= 0 && r.places[w].adds && r.count", "w >= 0 && r.count", true},
	{"R2 though the parts are not the whole, in proofs", "derive.go", "if w >= 0 && r.adds[w] {", "if w >= 0 {", false},
	{"R2 makes the parts of a PARTIAL FULL", "spread.go", "if what != foundPartial {", "if what != 0 {", false},
	{"R2 does not go down", "spread.go", "r.learn(part, Full)", "_ = part", false},
	{"R2 does not go up", "spread.go", "r.learn(w, Partial)", "_ = w", false},

	// Verdicts on what is asked about alone.
	{"decide: R2 is not followed", "decide.go", "\t\tr.followFull(at, next)\n", "", false},
	{"decide: a part does not make its whole PARTIAL", "decide.go", "if w := at.whole; w >= 0 && r.asked[w] == r.stamp && r.mark[w] == 0 {", "if w := at.whole; w >= 0 && false {", false},
	{"decide: R3 is not followed", "decide.go", "r.fire(r.edges[at.edges[edgeFull]:at.edges[edgeSome]], Full)", "_ = next", false},
	{"decide: R4 with one of several sources", "decide.go", "return !slices.ContainsFunc(sources, func(n int32) bool { return r.mark[n] != Full })", "return slices.ContainsFunc(sources, isFull)", true},
	{"decide: R5 for a superset", "decide.go", "return (rel == relation.EqualTo || rel == relation.SubsetOf) && r.alone(reading^1)", "return rel != relation.IntersectsWith && r.alone(reading^1)", false},
	{"decide: it looks one claim far", "decide.go", "for ; proved < len(r.news); proved++ {", "for false {", false},
	{"decide: what R6 looks at is not asked about", "held.go", "\tr.decide(r.near)\n", "", false},

	// Best proofs.
	{"the weakest link is the strongest", "derive.go", "return makeCost(max(premise.link(), link), premise.height()+1)", "return makeCost(min(premise.link(), link), premise.height()+1)", false},
	{"heights do not count", "derive.go", "link, height = max(link, c.link()), max(height, c.height())", "link, height = max(link, c.link()), min(height, c.height())", false},
	{"a worse way replaces a better one", "derive.go", "if known && (old.proved || !c.before(old)) {", "if known && (old.proved || c.before(old)) {", false},
	{"what a proof lacks is what it has", "proof.go", "if _, ok := p.lower.atLeastPartial(source); !ok {", "if _, ok := p.lower.atLeastPartial(source); ok {", false},

	// R6 and R7.
	{"R6 though nothing touches", "run.go", "return known[other] != 0 })", "return known[other] == 0 })", false},
	{"R7 though the requirement itself is held in part", "closed.go", "return r.node(h).Whole() == t.Whole() })", "return r.node(h) == t })", false},
	{"R7 over what is related", "closed.go", "\treturn apart\n", "\treturn apart || true\n", true},
	{"R7 over what a hub relates", "closed.go", "if slices.Contains(hubs, e.node(other).Standard().Ref) {", "if false {", false},
	{"R7 without a complete crosswalk", "closed.go", "return all && !ofProfile && len(std.Assessable()) > 0 && covers(s, c, std.Assessable()[0], r)", "return (all || !all) && !ofProfile && len(std.Assessable()) > 0", false},
	{"R7 by one pair of several", "closed.go", "\t\tif !r.closedPair(h, target, c) {\n\t\t\treturn false\n\t\t}", "\t\tif r.closedPair(h, target, c) {\n\t\t\treturn true\n\t\t}", false},

	// Controls, policies, what is tried.
	{"planned controls count", "control.go", "case o == \"\", hope && o != never:", "case o == \"\", c.Status == graph.Planned, hope && o != never:", false},
	{"controls of other scopes count", "control.go", "case scope != \"\" && c.Scope != \"\" && c.Scope != scope:", "case scope == \"nowhere\":", false},
	{"partly implemented controls count in full", "control.go", "case o == unfinished && c.Status == graph.PartiallyImplemented:\n\t\treturn Partial, 0", "case o == unfinished && c.Status == graph.PartiallyImplemented:\n\t\treturn Full, 0", false},
	{"claims that are not trusted count", "run.go", "return !r.sifted || r.counts(reading)", "return r.sifted || r.counts(reading) || true", false},
	{"what was tried stays", "spread.go", "\tfor _, node := range r.marked[t.marked:] {\n\t\tr.mark[node] = 0\n\t}\n", "", false},
	{"what was counted in a trial stays", "spread.go", "r.parts[w].count--", "_ = w", false},

	// The checker.
	{"Check: R3 for intersects-with", "check.go", "if rel != relation.EqualTo && rel != relation.SupersetOf {", "if rel != relation.EqualTo && rel != relation.SupersetOf && rel != relation.IntersectsWith {", true},
	{"Check: R4 for several targets", "check.go", "if !single || rel != relation.SubsetOf && rel != relation.IntersectsWith {", "if rel != relation.SubsetOf && rel != relation.IntersectsWith {", false},
	{"Check: R5 for a superset", "check.go", "inside := single && (rel == relation.EqualTo || rel == relation.SubsetOf)", "inside := single && rel != relation.IntersectsWith", false},
	{"Check: the converse is forgotten", "check.go", "sources, targets, rel = targets, sources, rel.Converse()", "sources, targets = targets, sources", false},
	{"Check: premises may be PARTIAL", "check.go", "return q.Requirement == n && q.Verdict == Full })", "return q.Requirement == n })", false},
	{"Check: parts that are not the whole", "check.go", "if p.Requirement.Parts != graph.PartsWhole {", "if p.Requirement.Parts == \"none\" {", false},
	{"Check: parts of a whole that is PARTIAL", "check.go", "\t\tif whole.Verdict != Full {", "\t\tif whole.Verdict == Unknown {", false},
	{"Check: a claim names any target", "check.go", "if !slices.Contains(targets, p.Requirement) {", "if len(targets) == 0 {", false},
	{"Check: any rule gives any verdict", "check.go", "case !slices.Contains(verdict[p.Rule], p.Verdict):", "case len(verdict[p.Rule]) == 0:", false},
	{"Check: planned controls hold", "check.go", "done := inScope && k.Status == graph.Implemented", "done := inScope && k.Status != graph.NotImplemented", false},
	{"Check: R7 over what is related", "check_none.go", "return (forth || back) && !c.relates(held, target, x.Via)", "return forth || back", false},
	{"Check: R7 with some of what is held", "check_none.go", "\t\tif !slices.ContainsFunc(p.Closures, func(by Closure) bool { return c.closes(by, h, p.Requirement) }) {", "\t\tif len(p.Closures) == 0 {", false},
}
