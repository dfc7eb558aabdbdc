package search

import (
	"slices"
	"strings"
)

// everydayWords says what people mean who do not speak the language of the field: behind terms of the glossary, or words
// of the texts where it has none, stand the words that people use for them. Of Hangul stands how the word begins, as far
// as its endings leave it alone: 지우 지워 지운 are one verb.
const everydayWords = `
endpoint device; mobile device: laptop, notebook, smartphone, phone, tablet, pc, desktop, computer, 노트북, 휴대폰, 핸드폰, 스마트폰, 태블릿, 컴퓨터
storage media: hard disk, hard drive, disk, ssd, tape, 하드디스크, 디스크, 저장장치
removable media: usb stick, memory stick, thumb drive, 외장하드
secure disposal or re-use of equipment: throw away, throw, sell, scrap, discard, resell, give away, given somebody else, old computer, 버리, 버릴, 버려, 처분, 내다
information deletion; destruction of personal information: erase, delete, wipe, get rid, rid, purge, 지우, 지워, 지운, 지울, 없애, 없앤
retention: how long keep, long keep, keep, 남기, 남겨, 남긴, 간직
top management; leadership: ceo, boss, board, executives, executive, directors, 대표이사, 대표, 사장, 임원, 이사회
personnel; 임직원: staff, employee, employees, worker, workers, colleague, 직원, 사원, 근로자
termination or change of employment: leave company, leaver, quit, fired, resign, laid, dismissed, 퇴사, 그만두, 그만둔
background check: hire, hiring, recruit, applicant, applicants, candidate, 채용, 입사, 뽑을, 뽑기
awareness training: teach, course, lessons, 가르치, 가르쳐
incident response; security incident: hacked, hack, attacked, intruder, stolen, compromised, 해킹, 뚫리, 뚫렸, 털리, 털렸, 침입
personal data breach: leak, leaked, spilled, breach, 새어, 새나, 흘러나
notification; 통지: tell, inform, let know, announce, 알리, 알려, 알릴, 통보
root cause analysis: reason, cause, 까닭, 이유
corrective action; nonconformity: wrong, mistake, pointed out, 지적, 고치, 고쳐, 고칠, 잘못, 바로잡
continual improvement: better, 나아지, 나아질, 발전
statement of applicability: left out, leave out, exclude, 제외, 빼도, 빼려, 뺀
security monitoring; anomaly detection: watch, observe, suspicious, unusual, strange, abnormal, round clock, 지켜보, 지켜봐, 지켜볼, 감시, 수상, 밤낮
review; 검토: go over, revisit, 살펴, 들여다, 훑어, 따져
supplier monitoring: keep eye, 감독
production environment: live, go live, production system, 실서버, 실서비스, 라이브, 운영 서버
separate; 분리: keep apart, kept out, keep out, split, 나누, 나눠, 나눌, 떼어, 갈라, 섞
network segmentation: office network, server network, subnet, vlan, 서버망, 사무망, 업무망
web filtering: website, websites, sites, 웹사이트, 사이트
public server: homepage, 홈페이지
remote working; remote access: work home, home, home office, 집에서, 자택, 외부에서, 밖에서, 바깥에서
physical entry control: building, buildings, visitor, visitors, guest, door, badge, 건물, 방문객, 방문자, 손님
secure area: computer room, machine room, 서버실, 기계실
protective facilities; supporting utilities: power cut, power cuts, blackout, outage, electricity, fire, flood, air conditioning, generator, 정전, 전기, 화재, 홍수, 침수, 에어컨, 발전기, 누수
redundancy: second server, spare, standby, failover, 예비, 여분
backup: copies, 사본, 복사본
business continuity; disaster recovery: disaster, earthquake, catastrophe, keep running, 재난, 지진, 멈추, 멈췄
multi-factor authentication: two steps, sms code, second factor, 인증번호, 문자인증
privileged access; privileged account: root, superuser, sysadmin, 루트, 최고권한
acceptable use: private use, 사적, 사사로
asset inventory: list, 목록, 리스트, 대장
information classification: confidential, secret, secrecy, 기밀, 대외비
labelling of information: stamp, 도장
information transfer: send, sending, exchange files, hand over, 보내, 보낼, 보낸, 주고받, 넘기, 넘겨, 넘길
non-disclosure agreement; security pledge: keep secret, pledge, promise, 서약, 각서, 약속
disciplinary process: punish, punished, break rules, breaks rules, 처벌, 어기, 어긴, 어겼
compliance with security policies and standards: follow, obey, comply, 지키, 지켜, 지킨, 따르는
segregation of duties: same person, one person, own work, 한 사람, 혼자
supplier: vendor, contractor, 업체, 협력사, 거래처
outsourcing: outsource, hand work, give work, 맡기, 맡긴, 맡길, 대행
sub-processing; sub-processor: hand on somebody else, hand work on, subcontract, 다시 맡, 재하청, 하청
threat intelligence: new attacks, latest attacks, attack trends, 수법, 동향
vulnerability: hole, holes, weakness, weaknesses, bug, bugs, flaw, flaws, 구멍, 허점, 약점
patch management: update, updates, upgrade, hotfix, 업데이트, 업그레이드
malware: virus, viruses, worm, trojan, spyware, 바이러스
installation of software on operational systems: install, installing, download, 설치, 깔아, 깔면
intellectual property rights: pirated, copy software, licence, license, 정품, 불법복제, 라이선스
data masking: hide, black out, blur, asterisks, 가리, 가려, 가린, 가릴, 숨기, 숨겨
clear desk and clear screen: desk, papers, lock screen, printouts, 책상, 서류, 퇴근
time synchronization: clock, clocks, same time, 시계, 시각
log; logging: traces, 흔적, 이력
database: query, queries, sql, 쿼리, 질의
cabling security: wires, wire, cables, 전선
audit: inspection, inspector, 감사관
competence: qualified, skilled, skills, skill, 자격, 경력, 경험, 실력
customer satisfaction: happy, unhappy, satisfied, feedback, 만족
customer complaint: complain, complains, complaint, 불평, 항의
design and development: new product, 신제품
external provider: parts, purchase, purchased, buy, procurement, 부품, 구매, 납품
planning of changes; change management: switch, 바꾸, 바꿀, 바꿔, 바뀌
AI system impact assessment: hurt people, harm people, ai hurt, ai harm, hurt, 피해
AI bias: unfair, prejudice, discriminate, 편견, 차별
explainability: explain decision, 설명
automated decision-making: computer decide, software decide, machine decide, without human, automatically, decide people, 자동으로, 기계가, 컴퓨터가 혼자
artificial intelligence: chatbot, robot, 챗봇
lawful basis: allowed process, legal reason, permitted process
consent: agree, agreed, opt, 허락
withdrawal of consent: change mind, unsubscribe, opt out, take back, 수신거부
collection limitation; data minimization: more data, too much data, more than need, only need, only necessary, 필요 이상, 꼭 필요, 최소한
sensitive information: health, medical, religion, race, political, disability, genetic, 건강, 병력, 종교, 유전
biometric information: fingerprint, fingerprints, face, iris, 지문, 얼굴, 홍채
resident registration number: national id, 주민번호
unique identification information: passport, passports, driver licence, 여권, 운전면허
indirect collection: bought list, someone else, somewhere else, 남에게서, 출처
marketing use; advertising information transmission: newsletter, newsletters, promotion, promotions, advertise, ads, spam, 뉴스레터, 이벤트, 광고, 홍보, 스팸
access to user devices: camera, microphone, gps, photo album, 카메라, 마이크, 사진첩
dormant user: inactive, not logged, long unused, unused, 오랫동안, 오래된 회원, 미접속, 로그인하지
access request; data subject rights: see data, 보여, 달라고
data portability: move data, take data, 옮겨
data flow diagram; analysis of current status and flows: draw, 어디서, 그려, 그리는
legally binding PII disclosure: police, court, prosecutor, warrant, subpoena, law enforcement, 수사, 경찰, 검찰, 법원, 영장
child under 14: kid, kids, child, children, teenager, 어린이, 아이, 미성년, 아동
statutory agent: parent, parents, mother, father, guardian, 부모, 보호자
cross-border transfer: abroad, overseas, foreign, 해외, 외국, 국외
visual data processing device: surveillance camera, 감시카메라
incident response training: drill, rehearse, practise, practice, 연습
security budget: money, spend, 비용
chief information security officer: in charge security, head security, 보안 책임자
roles and responsibilities: charge, 담당
documented information: write down, written down, paper, 적어, 적을, 써 두
risk assessment: danger, dangers, go wrong, 위험한
legal requirement: statute
access right: user sees, users see, 볼 수
hardening; configuration management: settings, 설정값
secure coding: programming, write code, 프로그래밍
electronic messaging: chat, messenger, 메신저
cloud service: aws, azure, 클라우드
wireless network: wifi, 와이파이
equipment maintenance: repair, repaired, 수리
removal of assets: take home, take out, carry out, 들고, 가지고 나
return of assets: give back, hand back, bring back, 돌려, 반납
limit on login attempts: too many tries, wrong password, 틀리면, 틀렸
session timeout: log out automatically, idle, 자동 로그아웃
account management: new account, sign up, 아이디
encryption: unreadable, scramble, scrambled, 암호로
restore test: actually restore, works backup, 되살
security testing: before live, before goes live, tested before, 출시 전
privacy impact assessment: before launch, launch, 새 서비스
`

// everyday finds what people mean by everyday words.
type everyday struct {
	english map[string][]way // by stems, parted by blanks
	korean  map[string][]way // by how the word begins
	most    int              // words of the longest of either
}

func newEveryday(c *concepts) *everyday {
	e := &everyday{english: map[string][]way{}, korean: map[string][]way{}}
	for line := range strings.Lines(everydayWords) {
		field, plain, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		var ways []way
		for _, text := range strings.Split(field, "; ") {
			ways = append(ways, c.meant(text)...)
		}
		for _, text := range strings.Split(plain, ", ") {
			text = strings.TrimSpace(text)
			if isSyllable([]rune(text)[0]) {
				e.korean[text] = join(e.korean[text], ways)
				continue
			}
			key := stemmed(cut(text))
			e.english[key] = join(e.english[key], ways)
			e.most = max(e.most, strings.Count(key, " ")+1)
		}
	}
	return e
}

// join adds the ways that ask for something else than those before.
func join(list, ways []way) []way {
	for _, w := range ways {
		if !slices.ContainsFunc(list, func(other way) bool { return other.text == w.text && other.exact == w.exact }) {
			list = append(list, w)
		}
	}
	return list
}

// meant returns the ways to ask for a term of the glossary, or for the words of it where the glossary does not have it.
func (c *concepts) meant(text string) []way {
	for _, o := range c.find(lower(text)) {
		if o.start == 0 && o.end == len(text) {
			of := o.forms[0].concept
			term := way{text: c.terms[of].forms[0].text, via: ViaGlossary, worth: 1, exact: true, units: []unit{{terms: []string{conceptTerm(of)}, key: true}}}
			return []way{term}
		}
	}
	w := way{text: text, via: ViaGlossary, worth: 1}
	for _, each := range cut(text) {
		w.units = append(w.units, bareUnits(each)...)
	}
	return []way{w}
}

func stemmed(words []word) string {
	var list []string
	for _, w := range words {
		if !isStop(w) {
			list = append(list, stem(w.text))
		}
	}
	return strings.Join(list, " ")
}

// find returns what the first of the words mean, and how many they are; 0 where they are not everyday words.
func (e *everyday) find(words []word) (ways []way, n int) {
	if len(words) == 0 {
		return nil, 0
	}
	if words[0].hangul {
		text := words[0].text
		if len(words) > 1 && words[1].hangul && words[1].near && !words[1].glued {
			both := text + " " + words[1].text
			for end := len(both); end > len(text)+1; end -= syllable {
				if ways := e.korean[both[:end]]; ways != nil {
					return ways, 2
				}
			}
		}
		for end := len(text); end >= 2*syllable; end -= syllable {
			if ways := e.korean[text[:end]]; ways != nil {
				return ways, 1
			}
		}
		return nil, 0
	}
	for n := min(e.most, len(words)); n > 0; n-- {
		if slices.ContainsFunc(words[:n], func(w word) bool { return w.hangul }) {
			continue
		}
		var list []string
		for _, w := range words[:n] {
			list = append(list, stem(w.text))
		}
		if ways := e.english[strings.Join(list, " ")]; ways != nil {
			return ways, n
		}
	}
	return nil, 0
}

// places returns where a text has everyday words.
func (e *everyday) places(text string) []span {
	var list []span
	words := slices.DeleteFunc(cut(text), isStop)
	for i := 0; i < len(words); {
		_, n := e.find(words[i:])
		if n > 0 {
			list = append(list, span{words[i].start, words[i+n-1].end})
		}
		i += max(n, 1)
	}
	return list
}
