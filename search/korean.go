package search

import "strings"

// endings lists particles and common verb endings.
var endings = set(`
	으로부터 에서부터 에게서 으로서 으로써 이라도 이라고 이나마 까지는 에서는 에게는 으로는 에서도 으로의 에서의 에의 과의 와의
	부터 까지 에게 에서 으로 로서 로써 처럼 보다 마다 조차 만큼 이나 라도 라고 에는 에도 이며 이란 인지
	은 는 이 가 을 를 의 에 로 와 과 도 만 나
	하여야 되어야 하였는지 되었는지 했는지 됐는지 하는지 되는지 하는가 되는가 하나요 되나요 합니다 됩니다 하십시오
	하도록 되도록 하거나 되거나 하여 되어 한다 된다 하는 되는 하고 되고 해야 돼야 하며 되며 하기 되기 하면 되면 하지 되지
	하라는 하라고 하려면 하려고 하였을 되었을 했을 됐을 해도 해서 해 할지 될지 하는데 하므로 해달라고
	할 될 한 된`)

const (
	syllable      = len("가")
	longestEnding = 4 * syllable
)

// nouns lists nouns of the field whose last syllable looks like an ending: 위험평가 does not end in the particle 가.
var nouns = set(`평가 인가 허가 추가 국가 증가 참가 휴가 대가 전문가 결과 성과 효과 부과 통과 경과 초과 정의 동의 주의 협의 심의 회의
	합의 이의 유의 편의 임의 논의 결의 문의 제도 정도 용도 빈도 한도 의도 시도 지도 유도 각도 난이도 중요도 신뢰도 민감도 위험도
	만족도 경로 통로 도로 선로 미로 차이 길이 깊이 높이 나이 불만 미만 권한 제한 기한 무한 유한 역할 분할 마을 가을`)

// strip takes the longest particle or ending, and then a plural 들, off a word of Hangul, so that 에서는 goes rather
// than 는. At least least syllables stay.
func strip(word string, least int) string {
	if !endsInNoun(word) {
		for n := min(longestEnding, len(word)-least*syllable); n > 0; n -= syllable {
			if endings[word[len(word)-n:]] {
				word = word[:len(word)-n]
				break
			}
		}
	}
	if root, ok := strings.CutSuffix(word, "들"); ok && len(root) >= 2*syllable {
		return root
	}
	return word
}

func endsInNoun(word string) bool {
	for n := 2 * syllable; n <= min(3*syllable, len(word)); n += syllable {
		if nouns[word[len(word)-n:]] {
			return true
		}
	}
	return false
}

// koreanStop lists words that a question has and an answer need not have, in the form they are asked in or stripped.
var koreanStop = set(`및 또는 그리고 대한 대하여 대해 위한 위하여 위해 관한 관하여 관해 따른 따라 등 등의 등을 때 것 수 어떻게 무엇 무엇을
	무엇인가 뭐 왜 어디 어디에 어느 어떤 누가 언제 있는 있는가 있는지 있나요 있다 하는 하는가 하는지 하나요 한다 되는 되는가 되는지
	되나요 해야 할 된 한 모든 각 이 그 저 우리`)
