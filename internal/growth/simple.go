package growth

import "github.com/clausegraph/clausegraph/graph"

// Simple leaves out of a world what neither a path nor a recursive query can say, since it takes counting what is known
// so far: claims with several sources, and that all parts make up the whole. What is left is the same question to all.
func Simple(datasets []*graph.Dataset) []*graph.Dataset {
	list := make([]*graph.Dataset, len(datasets))
	for i, d := range datasets {
		less := *d
		less.Mappings, less.Requirements = nil, nil
		for _, r := range d.Requirements {
			loose := *r
			loose.Parts = graph.PartsSome
			less.Requirements = append(less.Requirements, &loose)
		}
		for _, m := range d.Mappings {
			if len(m.From) == 1 && len(m.To) == 1 {
				less.Mappings = append(less.Mappings, m)
			}
		}
		list[i] = &less
	}
	return list
}
