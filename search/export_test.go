package search

// Weights are weights, for those who fit them.
type Weights = weights

// Shipped returns the weights that every index has.
func Shipped() Weights { return shipped }

// WithWeights gives an index other weights.
func WithWeights(w Weights) Option {
	return func(x *Index) { x.weights = w }
}
