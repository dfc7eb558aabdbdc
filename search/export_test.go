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
