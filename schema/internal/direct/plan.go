package direct

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// A Plan is what to write of the objects of one type that one selection yields. It is made once for all of them.
type Plan struct {
	Fields []Field
}

// A Field is a field of a Plan.
type Field struct {
	graphql.CollectedField

	Number int // of the field within its type
	Args   any // the arguments as the field's resolver takes them

	key    []byte // the name in the answer, with what stands before and after it
	object int    // the number of the type that plan is for
	plan   *Plan
	plans  map[int]*Plan // for the other types that an interface may turn out to be
}

// Root returns a field for the selections of a root field.
func Root(selections ast.SelectionSet) *Field {
	return &Field{CollectedField: graphql.CollectedField{Selections: selections}}
}

// Plan returns the plan for what the field selects of objects of the type with the number; nil before SetPlan. Numbers
// count from 1.
func (f *Field) Plan(object int) *Plan {
	if f.object == object {
		return f.plan
	}
	return f.plans[object]
}

// SetPlan keeps a plan for the objects of a type.
func (f *Field) SetPlan(object int, p *Plan) {
	if f.object == 0 {
		f.object, f.plan = object, p
		return
	}
	if f.plans == nil {
		f.plans = map[int]*Plan{}
	}
	f.plans[object] = p
}

// Collect returns a plan with what the field selects of an object that satisfies the types. It is for the caller to
// number the fields.
func (w *Writer) Collect(f *Field, satisfies []string) *Plan {
	collected := graphql.CollectFields(graphql.GetOperationContext(w.Context), f.Selections, satisfies)
	p := &Plan{make([]Field, len(collected))}
	for i, c := range collected {
		if len(c.Deferrables) > 0 || writtenBefore(collected[:i], c.Alias) {
			w.GiveUp() // gqlgen has rules for these, and no answer of ours needs them
		}
		before := byte(',')
		if i == 0 {
			before = '{'
		}
		p.Fields[i] = Field{CollectedField: c, key: append(appendString([]byte{before}, c.Alias), ':')}
	}
	return p
}

func writtenBefore(fields []graphql.CollectedField, alias string) bool {
	for _, f := range fields {
		if f.Alias == alias {
			return true
		}
	}
	return false
}
