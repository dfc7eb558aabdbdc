package graph

// Condition is a condition over inputs. Exactly one of All, Any, Not and Input is given; with Input, exactly one of
// AtLeast and Below (of a number) and Is (of a flag).
type Condition struct {
	All     []Condition `json:"all,omitempty"`
	Any     []Condition `json:"any,omitempty"`
	Not     *Condition  `json:"not,omitempty"`
	Input   string      `json:"input,omitempty"`
	AtLeast *int64      `json:"atLeast,omitempty"`
	Below   *int64      `json:"below,omitempty"`
	Is      *bool       `json:"is,omitempty"`
}

// wellFormed reports whether the condition has one operator at every level, and tests inputs of the scheme as their
// kind allows.
func (c Condition) wellFormed(s *Scheme) bool {
	parts := append(append([]Condition(nil), c.All...), c.Any...)
	if c.Not != nil {
		parts = append(parts, *c.Not)
	}
	for _, part := range parts {
		if !part.wellFormed(s) {
			return false
		}
	}
	tests := count(c.AtLeast != nil, c.Below != nil, c.Is != nil)
	if c.Input == "" {
		return tests == 0 && count(len(c.All) > 0, len(c.Any) > 0, c.Not != nil) == 1
	}
	in := s.input(c.Input)
	return len(parts) == 0 && tests == 1 && in != nil && (in.Kind == InputFlag) == (c.Is != nil)
}

func count(given ...bool) int {
	n := 0
	for _, g := range given {
		if g {
			n++
		}
	}
	return n
}

// decide evaluates the condition and notes the inputs that are missing.
func (c Condition) decide(values map[string]int64, missing map[string]bool) Answer {
	switch {
	case c.Not != nil:
		return c.Not.decide(values, missing).opposite()
	case len(c.All) > 0:
		return fold(c.All, No, Yes, values, missing)
	case len(c.Any) > 0:
		return fold(c.Any, Yes, No, values, missing)
	}
	v, ok := values[c.Input]
	if !ok {
		missing[c.Input] = true
		return NotDecided
	}
	if c.AtLeast != nil && v >= *c.AtLeast || c.Below != nil && v < *c.Below || c.Is != nil && (v == 1) == *c.Is {
		return Yes
	}
	return No
}

// fold decides a list: one that is decisive settles it, and without one the default holds if all are decided.
func fold(list []Condition, decisive, otherwise Answer, values map[string]int64, missing map[string]bool) Answer {
	answer := otherwise
	for _, c := range list {
		switch part := map[string]bool{}; c.decide(values, part) {
		case decisive:
			return decisive
		case NotDecided:
			answer = NotDecided
			for name := range part { // not what a part that is decided went without
				missing[name] = true
			}
		}
	}
	return answer
}
