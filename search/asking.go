package search

import (
	"slices"
	"strings"
)

// A sentence that asks has words that make it a question and that no answer has: "is somebody required to", 얼마나 자주.
// In keywords the same words may be meant: "security requirements", 요구사항 정의.

// asking lists words by which a text of several words is seen to ask; of Hangul, endings.
var (
	asking = set(`what when who whom how where which why is are am do does did should must can may could shall have has need needs`)
	asked  = strings.Fields(`나요 가요 까요 니까 는가 은가 인가 는지 은지 인지 까 라는 라고`)
)

// leastSentence is how many words a text has that is taken for a sentence.
const leastSentence = 4

// askingStop lists words that such a text may have for nothing else.
var askingStop = set(`somebody someone anybody anyone nobody something anything else required require requires requirement requirements
	rule rules need needs needed often done say says tell look have us get gets got ask asks asked expect expects find finds out think
	happen happens happened personally really actually always every own many much long ever first over same kind sort sure able allowed
	want wants like let put quickly know go goes going come comes take takes give gives given make makes
	요구사항 규정 조항 요건 얼마나 자주 실제로 누가 필요 반드시 새로운 지켜야 지킬 받나요 받아야 필요한가 필요한가요 필요한지 필요합니까 인가요 건가요 경우
	몇 다시 꼭 하고 하면 해도 해야 할지 안에서 것은 것을 점은 점을 사항 사항은 회사 직접 먼저 다른 같은 어디까지 어디로 어디에서 어디서 언제까지 무엇부터
	아무 만들어야 정해야 줘야 되는지 하는지 주의할 년마다 해마다 매년 최근 갖고 다룰 다루는`)

// unasked returns the text, of which every other character is in its place, without the words that merely ask.
func (x *Index) unasked(text string) string {
	words := cut(text)
	if len(words) < leastSentence || !asks(text, words) {
		return text
	}
	rest := []byte(text)
	content := false
	words = slices.DeleteFunc(words, isStop)
	for i := 0; i < len(words); {
		w := words[i]
		if _, n := x.everyday.find(words[i:]); n > 0 {
			content = true
			i += n
			continue
		}
		if stopsAsking(w) {
			for i := w.start; i < w.end; i++ {
				rest[i] = ' '
			}
		} else {
			content = true
		}
		i++
	}
	if !content {
		return text
	}
	return string(rest)
}

func asks(text string, words []word) bool {
	if strings.HasSuffix(strings.TrimSpace(text), "?") || asking[words[0].text] {
		return true
	}
	return slices.ContainsFunc(words, func(w word) bool {
		return w.hangul && slices.ContainsFunc(asked, func(ending string) bool { return len(w.text) > len(ending) && strings.HasSuffix(w.text, ending) })
	})
}

func stopsAsking(w word) bool {
	return askingStop[w.text] || w.hangul && askingStop[strip(w.text, 2)]
}
