package foreign

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escaped is a letter that no number may have: -x3a- is a colon.
var escaped = regexp.MustCompile(`^-x([0-9a-f]{1,6})-`)

// Number writes an id of others as the number of a requirement: letters, digits, dots and single dashes stand for
// themselves, two dashes for an underscore, and anything else is escaped. ID is its converse: no two ids have the same
// number.
func Number(id string) string {
	var number string
	for rest := id; rest != ""; {
		r, size := utf8.DecodeLastRuneInString(rest)
		rest = rest[:len(rest)-size]
		switch {
		case r == utf8.RuneError && size == 1:
			number = "-xfffd-" + number
		case unicode.IsLetter(r) || unicode.Is(unicode.N, r) || r == '.':
			number = string(r) + number
		case r == '_':
			number = "--" + number
		case r == '-' && !strings.HasPrefix(number, "-") && !escaped.MatchString("-"+number):
			number = "-" + number
		default:
			number = fmt.Sprintf("-x%x-", r) + number
		}
	}
	first, _ := utf8.DecodeRuneInString(number)
	if !unicode.IsLetter(first) && !unicode.Is(unicode.N, first) || strings.HasPrefix(number, lead) {
		number = lead + number // a number begins with a letter or a digit
	}
	return number
}

// lead stands before numbers that would begin with another sign.
const lead = "x0."

// ID is the converse of Number.
func ID(number string) string {
	number = strings.TrimPrefix(number, lead)
	var b strings.Builder
	for number != "" {
		if m := escaped.FindStringSubmatch(number); m != nil {
			code, _ := strconv.ParseUint(m[1], 16, 32)
			b.WriteRune(rune(code))
			number = number[len(m[0]):]
			continue
		}
		if rest, ok := strings.CutPrefix(number, "--"); ok {
			b.WriteByte('_')
			number = rest
			continue
		}
		_, size := utf8.DecodeRuneInString(number)
		b.WriteString(number[:size])
		number = number[size:]
	}
	return b.String()
}

// simple reports whether an id is its own number, as most are.
func simple(id string) bool {
	for i := 0; i < len(id); i++ {
		c := id[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || (c == '.' || c == '-' && i+1 < len(id) && id[i+1] != '-' && id[i+1] != 'x') && i > 0) {
			return false
		}
	}
	return id != "" && !strings.HasPrefix(id, lead)
}

// number is Number, fast for what need not be changed.
func number(id string) string {
	if simple(id) {
		return id
	}
	return Number(id)
}

// standardRef writes the name of a catalog as the ref of a standard, which has no two dashes in a row.
func standardRef(id string) string {
	return strings.ReplaceAll(number(strings.ToLower(id)), "--", "-x5f-")
}
