package graph

// Scheme is what is known about a certification scheme or a law beyond its requirements: dated facts, who is obliged,
// and which parts of an audit may be omitted.
type Scheme struct {
	Ref         string       `json:"ref"` // such as "isms-p"; standards and schemes are named apart
	Title       Text         `json:"title"`
	Authority   Text         `json:"authority"`           // who runs it
	Standards   []string     `json:"standards,omitempty"` // refs of the standards it certifies against
	Inputs      []Input      `json:"inputs,omitempty"`    // what has to be known of an organisation to say whether it is obliged
	Facts       []Fact       `json:"facts,omitempty"`
	Obligations []Obligation `json:"obligations,omitempty"`
	Omissions   []Omission   `json:"omissions,omitempty"`
}

// SchemeName returns the name of the dataset that holds a scheme. The colon, which no ref of a standard and no name of
// a crosswalk contains, keeps it apart from theirs.
func SchemeName(ref string) string { return "scheme:" + ref }

// FactKind says what sort of statement a fact is.
type FactKind string

// The kinds of facts.
const (
	FactLaw        FactKind = "law"
	FactCount      FactKind = "count"
	FactEstimate   FactKind = "estimate" // somebody's figure, never more than that
	FactComparison FactKind = "comparison"
	FactEdition    FactKind = "edition"
)

// FactKinds lists every FactKind.
var FactKinds = []FactKind{FactLaw, FactCount, FactEstimate, FactComparison, FactEdition}

// Fact is a dated, sourced statement about a scheme.
type Fact struct {
	ID        string    `json:"id"` // unique within the scheme
	Kind      FactKind  `json:"kind"`
	Claim     Text      `json:"claim"`
	About     []string  `json:"about,omitempty"` // refs of standards and requirements
	Valid     Period    `json:"valid,omitzero"`
	Source    string    `json:"source"`
	Certainty Certainty `json:"certainty"` // always given

	scheme *Scheme
}

// Scheme returns the scheme that the fact is about.
func (f *Fact) Scheme() *Scheme { return f.scheme }

// Input is something to know of an organisation.
type Input struct {
	Name  string    `json:"name"` // such as "ict-revenue-krw"
	Kind  InputKind `json:"kind"`
	Title Text      `json:"title"`
}

// InputKind says what values an input takes.
type InputKind string

// The kinds of inputs.
const (
	InputNumber InputKind = "number" // a whole number, not negative
	InputFlag   InputKind = "flag"   // yes or no
)

// InputKinds lists every InputKind.
var InputKinds = []InputKind{InputNumber, InputFlag}

// Obligation says who must do something, since when and until when.
type Obligation struct {
	ID        string    `json:"id"` // unique within the scheme
	Who       Text      `json:"who"`
	What      Text      `json:"what"`
	Due       Text      `json:"due,omitzero"` // by when it is to be done
	When      Condition `json:"when"`
	Valid     Period    `json:"valid,omitzero"`
	Source    string    `json:"source"`
	Certainty Certainty `json:"certainty"` // always given
}

// Omission says which part of the audit of a target a certificate that is held may spare. It never changes a verdict.
type Omission struct {
	Held       []string  `json:"held,omitempty"`     // refs of standards, any one of which is held as a whole
	Target     string    `json:"target"`             // ref of the standard that is audited
	Criteria   []string  `json:"criteria,omitempty"` // numbers of it
	Conditions []Text    `json:"conditions,omitempty"`
	Valid      Period    `json:"valid,omitzero"`
	Source     string    `json:"source"`
	Certainty  Certainty `json:"certainty"` // always given

	scheme *Scheme
}

// Scheme returns the scheme that allows the omission.
func (o *Omission) Scheme() *Scheme { return o.scheme }

// FactsOn returns the facts that hold on a day, in their order.
func (s *Scheme) FactsOn(day Date) []*Fact {
	var facts []*Fact
	for i := range s.Facts {
		if s.Facts[i].Valid.Holds(day) {
			facts = append(facts, &s.Facts[i])
		}
	}
	return facts
}

// input returns the input with the name, or nil.
func (s *Scheme) input(name string) *Input {
	for i := range s.Inputs {
		if s.Inputs[i].Name == name {
			return &s.Inputs[i]
		}
	}
	return nil
}
