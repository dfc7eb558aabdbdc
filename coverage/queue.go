package coverage

// queue holds facts by the cost of what concludes them, the cheapest first. Costs are few: the rank of a link, and the
// height of a proof. So it is a list for each, and no comparison is made.
type queue [][][]fact // by link, then height

// push adds a fact. Its cost is no less than that of the fact taken last.
func (q queue) push(f fact, c cost) {
	link, height := c.link(), int(c.height())
	for len(q[link]) <= height {
		q[link] = append(q[link], nil)
	}
	q[link][height] = append(q[link][height], f)
}

// drain calls take with every fact, in the order of cost, also with those that are pushed meanwhile, and leaves the
// queue empty.
func (q queue) drain(take func(fact, cost)) {
	for link := range q {
		for height := 0; height < len(q[link]); height++ {
			for i := 0; i < len(q[link][height]); i++ {
				take(q[link][height][i], makeCost(uint16(link), uint32(height)))
			}
			q[link][height] = q[link][height][:0]
		}
	}
}
