package relation

import "testing"

// between returns the relation of two non-empty sets given as bit masks: the definition, from which both tables follow.
func between(a, b int) Relation {
	switch {
	case a == b:
		return EqualTo
	case a&b == 0:
		return NoRelationship
	case a&^b == 0:
		return SubsetOf
	case b&^a == 0:
		return SupersetOf
	}
	return IntersectsWith
}

const subsets = 1 << 5 // of a five-element set; five elements are enough to realise every composition

func TestConverseIsExact(t *testing.T) {
	for a := 1; a < subsets; a++ {
		for b := 1; b < subsets; b++ {
			if got, want := between(a, b).Converse(), between(b, a); got != want {
				t.Errorf("converse of %v = %v, the sets %05b and %05b say %v", between(a, b), got, a, b, want)
			}
		}
	}
}

// TestCompositionIsExact derives the table from all triples of non-empty subsets: what occurs must be in the table
// (sound), and what is in the table must occur (closed and exact).
func TestCompositionIsExact(t *testing.T) {
	var occurs [5][5]Set
	for a := 1; a < subsets; a++ {
		for b := 1; b < subsets; b++ {
			for c := 1; c < subsets; c++ {
				occurs[between(a, b)-1][between(b, c)-1] |= Of(between(a, c))
			}
		}
	}
	for _, r := range All {
		for _, s := range All {
			if got, want := Compose(r, s), occurs[r-1][s-1]; got != want {
				t.Errorf("%v then %v: table says %v, sets say %v", r, s, got.Relations(), want.Relations())
			}
		}
	}
}

func TestSetOperationsFollowTheirMembers(t *testing.T) {
	for s := Set(0); s <= Any; s++ {
		if got := s.Converse().Converse(); got != s {
			t.Errorf("converse twice of %v = %v", s.Relations(), got.Relations())
		}
		if !s.Within(Any) || Of(s.Relations()...) != s {
			t.Errorf("%v does not survive Of(Relations())", s.Relations())
		}
		for u := Set(0); u <= Any; u++ {
			// (R;S) converse is S converse;R converse: the law that lets a path be read from its other end.
			if got, want := s.Compose(u).Converse(), u.Converse().Compose(s.Converse()); got != want {
				t.Errorf("converse of %v;%v = %v, want %v", s.Relations(), u.Relations(), got.Relations(), want.Relations())
			}
		}
	}
}

func TestNamesRoundTrip(t *testing.T) {
	for _, r := range All {
		text, err := r.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back Relation
		if err := back.UnmarshalText(text); err != nil || back != r {
			t.Errorf("%s came back as %v, %v", text, back, err)
		}
		if r.Symbol() == "?" {
			t.Errorf("%v has no symbol", r)
		}
	}
	var zero Relation
	if zero.Valid() || zero.String() != "invalid" || zero.Symbol() != "?" {
		t.Error("the zero Relation must be invalid")
	}
	if _, err := zero.MarshalText(); err == nil {
		t.Error("the zero Relation was marshalled")
	}
	if _, err := Parse("equals"); err == nil {
		t.Error(`"equals" was accepted`)
	}
}
