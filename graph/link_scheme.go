package graph

import "slices"

// addScheme links a scheme, and names what it speaks of that does not exist.
func (l *linker) addScheme(given *Scheme) {
	s := *given
	s.Facts, s.Omissions = slices.Clone(s.Facts), slices.Clone(s.Omissions)
	if l.scheme[s.Ref] != nil {
		l.fault("%s: two schemes have this ref", s.Ref)
		return
	}
	l.scheme[s.Ref] = &s
	l.schemes = append(l.schemes, &s)
	for _, ref := range s.Standards {
		l.wantStandard(&s, ref)
	}
	ids := map[string]bool{}
	once := func(id string) {
		if ids[id] {
			l.fault("%s: %q is there twice", SchemeName(s.Ref), id)
		}
		ids[id] = true
	}
	for i := range s.Inputs {
		once("input " + s.Inputs[i].Name)
	}
	for i := range s.Facts {
		f := &s.Facts[i]
		f.scheme = &s
		once("fact " + f.ID)
		for _, ref := range f.About {
			if l.standard[ref] == nil && l.Requirement(ref) == nil {
				l.fault("%s: the fact %s is about %q, which does not exist", SchemeName(s.Ref), f.ID, ref)
			}
		}
	}
	for i := range s.Obligations {
		o := &s.Obligations[i]
		once("obligation " + o.ID)
		if !o.When.wellFormed(&s) {
			l.fault("%s: the condition of the obligation %s cannot be decided", SchemeName(s.Ref), o.ID)
		}
	}
	for i := range s.Omissions {
		l.linkOmission(&s, &s.Omissions[i])
	}
}

func (l *linker) linkOmission(s *Scheme, o *Omission) {
	o.scheme = s
	for _, ref := range append([]string{o.Target}, o.Held...) {
		l.wantStandard(s, ref)
	}
	for _, number := range o.Criteria {
		if ref := JoinRef(o.Target, number); l.Requirement(ref) == nil {
			l.fault("%s: the criterion %q that may be omitted does not exist", SchemeName(s.Ref), ref)
		}
	}
}

func (l *linker) wantStandard(s *Scheme, ref string) {
	if l.standard[ref] == nil {
		l.fault("%s: the standard %q does not exist", SchemeName(s.Ref), ref)
	}
}
