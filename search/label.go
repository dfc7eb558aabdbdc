package search

import (
	"strings"

	"github.com/clausegraph/clausegraph/graph"
)

var kindLabels = map[graph.Kind]graph.Text{
	graph.KindGroup:     {EN: "heading", KO: "제목"},
	graph.KindClause:    {EN: "clause", KO: "조항"},
	graph.KindControl:   {EN: "control", KO: "통제"},
	graph.KindCriterion: {EN: "criterion", KO: "인증기준"},
	graph.KindCheckItem: {EN: "check item", KO: "점검항목"},
	graph.KindArticle:   {EN: "article", KO: "조문"},
}

var disciplineLabels = map[graph.Discipline]graph.Text{
	graph.Quality:             {EN: "quality", KO: "품질"},
	graph.InformationSecurity: {EN: "information security", KO: "정보보호"},
	graph.Privacy:             {EN: "privacy", KO: "개인정보보호"},
	graph.AI:                  {EN: "artificial intelligence", KO: "인공지능"},
	graph.Continuity:          {EN: "business continuity", KO: "업무연속성"},
	graph.Law:                 {EN: "law", KO: "법률"},
}

// attributeLabels are the Korean names of the attribute values of ISO/IEC 27002:2022. The English ones are the values.
var attributeLabels = map[string]string{
	"preventive": "예방", "detective": "탐지", "corrective": "교정",
	"confidentiality": "기밀성", "integrity": "무결성", "availability": "가용성",
	"identify": "식별", "protect": "보호", "detect": "탐지", "respond": "대응", "recover": "복구",
	"governance": "거버넌스", "asset-management": "자산 관리", "information-protection": "정보 보호",
	"human-resource-security": "인적 보안", "physical-security": "물리적 보안", "system-and-network-security": "시스템 및 네트워크 보안",
	"application-security": "애플리케이션 보안", "secure-configuration": "안전한 구성", "identity-and-access-management": "신원 및 접근 관리",
	"threat-and-vulnerability-management": "위협 및 취약점 관리", "continuity": "연속성", "supplier-relationships-security": "공급자 관계 보안",
	"legal-and-compliance": "법규 및 준수", "information-security-event-management": "정보보안 이벤트 관리",
	"information-security-assurance": "정보보안 보증", "governance-and-ecosystem": "거버넌스 및 생태계",
	"protection": "보호", "defence": "방어", "resilience": "회복력",
}

// attributeLabel returns the name of a tag without its group.
func attributeLabel(name string) graph.Text {
	return graph.Text{EN: strings.ReplaceAll(name, "-", " "), KO: attributeLabels[name]}
}

var facetLabels = map[string]graph.Text{
	FacetStandard:            {EN: "Standard", KO: "표준"},
	FacetKind:                {EN: "Kind", KO: "종류"},
	FacetDiscipline:          {EN: "Discipline", KO: "분야"},
	FacetDomain:              {EN: "Domain", KO: "영역"},
	"control-type":           {EN: "Control type", KO: "통제 유형"},
	"security-property":      {EN: "Information security properties", KO: "정보보안 속성"},
	"cybersecurity-concept":  {EN: "Cybersecurity concepts", KO: "사이버보안 개념"},
	"operational-capability": {EN: "Operational capabilities", KO: "운영 역량"},
	"security-domain":        {EN: "Security domains", KO: "보안 도메인"},
}

func facetLabel(name string) graph.Text {
	if l, ok := facetLabels[name]; ok {
		return l
	}
	return attributeLabel(name)
}
