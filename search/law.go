package search

import (
	"slices"
	"strings"
)

// lawNames lists what people call the laws that requirements rest on, in lower case, longest first.
var lawNames = func() [][2]string {
	list := [][2]string{}
	for ref, names := range map[string][]string{
		"pipa":        {"개인정보 보호법", "개인정보보호법", "개보법", "personal information protection act", "pipa"},
		"pipa-safety": {"개인정보의 안전성 확보조치 기준", "개인정보의 안전성 확보조치", "개인정보 안전성 확보조치 기준", "안전성 확보조치 기준", "안전성확보조치기준", "pipa-safety"},
		"network-act": {"정보통신망 이용촉진 및 정보보호 등에 관한 법률", "정보통신망법", "망법", "network act", "network-act"},
	} {
		for _, name := range names {
			list = append(list, [2]string{name, ref})
		}
	}
	slices.SortFunc(list, func(a, b [2]string) int {
		if len(a[0]) != len(b[0]) {
			return len(b[0]) - len(a[0])
		}
		return strings.Compare(a[0], b[0])
	})
	return list
}()

func lawOf(article string) string {
	of, _, _ := strings.Cut(article, "/")
	return of
}

// findLaws returns what a text in lower case asks of laws, and the text without the numbers of the articles: 개인정보
// 보호법 제29조, pipa/29, 망법 45조의3. A name without a number asks for all that rests on the law.
func findLaws(text string) (asks []ask, rest string) {
	out := []byte(text)
	for _, name := range lawNames {
		for from := 0; ; {
			at := strings.Index(text[from:], name[0])
			if at < 0 {
				break
			}
			start := from + at
			end := start + len(name[0])
			from = end
			if out[start] == 0 || name[0][0] < 0x80 && !apart(text, start, end) {
				continue
			}
			number, stop := article(text, end)
			a := ask{text: text[start:stop], from: strings.TrimSpace(text[start:stop]), at: span{start, stop}}
			ref := name[1]
			if number != "" {
				ref += "/" + number
			}
			a.ways = []way{{text: ref, via: ViaLaw, worth: 1, exact: true, units: []unit{{terms: []string{lawTerm(ref)}, key: true}}}}
			asks = append(asks, a)
			for i := start; i < stop; i++ {
				out[i] = 0
			}
		}
	}
	for i, b := range out {
		if b == 0 {
			out[i] = ' '
		}
	}
	return asks, string(out)
}

// apart reports whether no letter or digit touches the text between the places.
func apart(text string, start, end int) bool {
	touches := func(s string, last bool) bool {
		for _, w := range cut(s) {
			if last && w.end == len(s) || !last && w.start == 0 {
				return true
			}
		}
		return false
	}
	return !touches(text[:start], true) && !touches(text[end:], false)
}

// article reads the number of an article that begins at a place, as it is in refs: 제45조의3 is 45-3. It returns where
// the number ends; without a number, the place.
func article(text string, from int) (number string, end int) {
	i := from
	skip := func(words ...string) bool {
		for _, w := range words {
			if strings.HasPrefix(text[i:], w) {
				i += len(w)
				return true
			}
		}
		return false
	}
	digits := func() string {
		start := i
		for i < len(text) && isDigit(rune(text[i])) {
			i++
		}
		return text[start:i]
	}
	for skip(" ", "/", ",", "제", "art.", "article", "art", "§", "section") {
	}
	n := digits()
	if n == "" {
		return "", from
	}
	skip("조")
	at := i
	if skip("의", "-") {
		if m := digits(); m != "" {
			return n + "-" + m, i
		}
		i = at
	}
	return n, i
}
