package graph

import (
	"fmt"
	"time"
)

// Language is a language the data is written in.
type Language string

// The languages of the data.
const (
	English Language = "en"
	Korean  Language = "ko"
)

// ParseLanguage accepts "en" and "ko".
func ParseLanguage(s string) (Language, error) {
	if l := Language(s); l == English || l == Korean {
		return l, nil
	}
	return "", fmt.Errorf("unknown language %q; the languages are en and ko", s)
}

// Text is one text in both languages. Either half may be empty where a source has only one.
type Text struct {
	EN string `json:"en,omitempty" yaml:"en,omitempty"`
	KO string `json:"ko,omitempty" yaml:"ko,omitempty"`
}

// In returns the text in the language, or in the other one where that half is empty.
func (t Text) In(l Language) string {
	if l == Korean && t.KO != "" || t.EN == "" {
		return t.KO
	}
	return t.EN
}

// IsZero reports whether both halves are empty.
func (t Text) IsZero() bool { return t == Text{} }

// Date is a calendar day as YYYY-MM-DD; the zero Date means "not given". Dates compare as strings do.
type Date string

// ParseDate accepts a day of the calendar in the form YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%q is not a date; write it as YYYY-MM-DD, such as 2026-11-22", s)
	}
	return Date(s), nil
}

// Period is a span of days, both ends included. An empty end is open.
type Period struct {
	From Date `json:"from,omitempty" yaml:"from,omitempty"`
	To   Date `json:"to,omitempty" yaml:"to,omitempty"`
}

// Holds reports whether the day lies in the period.
func (p Period) Holds(day Date) bool {
	return (p.From == "" || p.From <= day) && (p.To == "" || day <= p.To)
}

// IsZero reports whether the period is open at both ends.
func (p Period) IsZero() bool { return p == Period{} }
