// Package coverage says what follows from the claims: which requirements of a target are met by what is held, with a
// proof for every verdict and the remainder that is left to do.
//
// A requirement is a non-empty set of obligations; held requirements are met in full. The rules R1 to R5 derive what
// is met in full or in part and are sound for sets of obligations; R6 and R7 tell the rest apart: touched but
// unproved, looked at and unrelated, or never looked at.
package coverage

import "fmt"

// Verdict says what is proved about a requirement, given what is held. The zero Verdict is invalid.
type Verdict uint8

// The five verdicts.
const (
	Full     Verdict = iota + 1 // every obligation is met by what is held
	Partial                     // at least one obligation is met; not all are proved
	Possible                    // a claim touches it, but set logic proves nothing
	None                        // somebody looked and said: nothing held relates to it
	Unknown                     // nobody has looked
)

// Verdicts lists the five in the order of their declaration.
var Verdicts = [...]Verdict{Full, Partial, Possible, None, Unknown}

var verdictNames = [...]string{"INVALID", "FULL", "PARTIAL", "POSSIBLE", "NONE", "UNKNOWN"}

// String returns the name, such as "PARTIAL".
func (v Verdict) String() string {
	if int(v) >= len(verdictNames) {
		v = 0
	}
	return verdictNames[v]
}

// ParseVerdict returns the verdict with the name.
func ParseVerdict(name string) (Verdict, error) {
	for _, v := range Verdicts {
		if verdictNames[v] == name {
			return v, nil
		}
	}
	return 0, fmt.Errorf("unknown verdict %q; the verdicts are FULL, PARTIAL, POSSIBLE, NONE, UNKNOWN", name)
}

// MarshalText returns the name. It fails for the invalid verdict.
func (v Verdict) MarshalText() ([]byte, error) {
	if v < Full || v > Unknown {
		return nil, fmt.Errorf("coverage: %d is not a verdict", uint8(v))
	}
	return []byte(verdictNames[v]), nil
}

// UnmarshalText accepts what ParseVerdict accepts.
func (v *Verdict) UnmarshalText(text []byte) error {
	parsed, err := ParseVerdict(string(text))
	if err != nil {
		return err
	}
	*v = parsed
	return nil
}

// Disposition is what a verdict means for the work that is left.
type Disposition string

// The dispositions.
const (
	Reuse       Disposition = "REUSE"        // FULL: show what is there
	Extend      Disposition = "EXTEND"       // PARTIAL: add what remains
	ExtendScope Disposition = "EXTEND_SCOPE" // PARTIAL: the process exists, its subject is new
	ToReview    Disposition = "REVIEW"       // POSSIBLE: read both and decide
	Build       Disposition = "NEW"          // NONE: build it
	Analyse     Disposition = "ANALYSE"      // UNKNOWN: nobody has looked yet
)

// Dispositions lists every Disposition.
var Dispositions = []Disposition{Reuse, Extend, ExtendScope, ToReview, Build, Analyse}

// disposition returns the disposition of a verdict. It does not know EXTEND_SCOPE, which depends on more than the
// verdict.
func (v Verdict) disposition() Disposition {
	return [...]Disposition{"", Reuse, Extend, ToReview, Build, Analyse}[v]
}

// Rule is one of the numbered rules that verdicts come from. The zero Rule is invalid.
type Rule uint8

// The rules.
const (
	R1 Rule = iota + 1 // held
	R2                 // parts and their whole
	R3                 // all sources full, sources equal to or superset of the targets: full
	R4                 // all sources full, sources subset of or intersecting one target: partial
	R5                 // a source at least partial, sources equal to or subset of one target: partial; or a joint claim marked each
	R6                 // touched by a claim that proves nothing: possible
	R7                 // every pair with what is held is closed: none
)

// Rules lists every Rule.
var Rules = [...]Rule{R1, R2, R3, R4, R5, R6, R7}

// String returns "R1" to "R7".
func (r Rule) String() string {
	if r < R1 || r > R7 {
		return "invalid"
	}
	return fmt.Sprintf("R%d", uint8(r))
}

// MarshalText returns String.
func (r Rule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
