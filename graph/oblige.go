package graph

import (
	"fmt"
	"strconv"
	"strings"
)

// Answer is a truth value of three: what depends on an input that is not given is not known.
type Answer string

// The answers.
const (
	Yes        Answer = "yes"
	No         Answer = "no"
	NotDecided Answer = "not-decided" // an input is missing
)

// Answers lists every Answer.
var Answers = []Answer{Yes, No, NotDecided}

func (a Answer) opposite() Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return NotDecided
}

// KeyValue is an input of an organisation with its value: digits for a number, yes or no for a flag.
type KeyValue struct {
	Key, Value string
}

// InputError says that an input cannot be taken.
type InputError struct {
	Name, Problem string
}

// Error names the input and the problem.
func (e *InputError) Error() string { return fmt.Sprintf("input %s: %s", clipped(e.Name), e.Problem) }

// Duty is an obligation applied to an organisation.
type Duty struct {
	*Obligation

	Answer  Answer   // whether the organisation falls under it
	Missing []*Input // inputs that would help to decide it, in the order of the scheme; none if it is decided
}

// Obliged applies the obligations of the scheme that are in force on a day to the inputs of an organisation. Inputs
// that are not given leave undecided what depends on them. The error is an *InputError.
func (s *Scheme) Obliged(inputs []KeyValue, day Date) ([]*Duty, error) {
	values := map[string]int64{}
	for _, given := range inputs {
		if _, twice := values[given.Key]; twice {
			return nil, &InputError{given.Key, "it is given twice"}
		}
		v, err := s.parse(given)
		if err != nil {
			return nil, err
		}
		values[given.Key] = v
	}
	var duties []*Duty
	for i := range s.Obligations {
		if !s.Obligations[i].Valid.Holds(day) {
			continue
		}
		d := &Duty{Obligation: &s.Obligations[i]}
		missing := map[string]bool{}
		d.Answer = d.When.decide(values, missing)
		for j := range s.Inputs {
			if d.Answer == NotDecided && missing[s.Inputs[j].Name] {
				d.Missing = append(d.Missing, &s.Inputs[j])
			}
		}
		duties = append(duties, d)
	}
	return duties, nil
}

// parse returns the number, or 1 for yes and 0 for no.
func (s *Scheme) parse(given KeyValue) (int64, error) {
	in := s.input(given.Key)
	if in == nil {
		names := make([]string, len(s.Inputs))
		for i := range s.Inputs {
			names[i] = s.Inputs[i].Name
		}
		problem := s.Ref + " asks nothing of an organisation"
		if len(names) > 0 {
			problem = fmt.Sprintf("%s does not ask for it; it asks for %s", s.Ref, strings.Join(names, ", "))
		}
		return 0, &InputError{given.Key, problem}
	}
	if in.Kind == InputFlag {
		switch given.Value {
		case "yes", "true":
			return 1, nil
		case "no", "false":
			return 0, nil
		}
		return 0, &InputError{given.Key, fmt.Sprintf("%q is neither yes nor no", clipped(given.Value))}
	}
	v, err := strconv.ParseUint(given.Value, 10, 63)
	if err != nil {
		return 0, &InputError{given.Key, fmt.Sprintf("%q is not a whole number; write it in digits alone, such as 12000000000", clipped(given.Value))}
	}
	return int64(v), nil
}
