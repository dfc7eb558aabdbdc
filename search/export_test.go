package search

// Weights are weights, for those who fit them.
type Weights = weights

// Shipped returns the weights that every index has.
func Shipped() Weights { return shipped }

// WithWeights gives an index other weights.
func WithWeights(w Weights) Option {
	return func(x *Index) { x.weights = w }
}

// SharesTexts reports whether an index took over from another one.
func SharesTexts(x, earlier *Index) bool { return x.text == earlier.text }

// Reweigher gives an index other weights without reading its documents again.
type Reweigher struct {
	x     *Index
	links [][]link
}

// NewReweigher returns a Reweigher of an index that is there.
func NewReweigher(x *Index) *Reweigher { return &Reweigher{x, newLinks(x)} }

// Reweigh gives the index weights that differ in none that says how texts are counted. No search may be under way.
func (r *Reweigher) Reweigh(w Weights) {
	x := r.x
	x.weights = w
	for l := range x.lengths {
		x.norms[l] = w.norms(x.lengths[l])
	}
	x.standing = w.standings(x.docs)
	x.near, x.weightNear = w.neighbours(r.links)
}
