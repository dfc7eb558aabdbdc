package search

import (
	"context"
	"strconv"
	"testing"

	"github.com/clausegraph/clausegraph/graph"
)

// The fixture: a few requirements of three standards in words of our own, a superseded edition, a guidance standard
// with the numbers of 27001 without their letter, and a profile.

type row struct {
	number, in string
	kind       graph.Kind
	title      graph.Text
	gist       graph.Text
	points     []graph.Text
}

func iso27001() *graph.Dataset {
	return catalog(&graph.Standard{
		Ref: "iso-27001-2022", Status: graph.Current, Disciplines: []graph.Discipline{graph.InformationSecurity},
		Title: graph.Text{EN: "ISO/IEC 27001:2022 Information security management systems", KO: "ISO/IEC 27001:2022 정보보안경영시스템"},
	}, []row{
		{"5.1", "", graph.KindClause, graph.Text{EN: "Leadership and commitment", KO: "리더십과 의지"},
			graph.Text{EN: "Those at the top carry the system: they steer it, pay for it and stand up for it.", KO: "최고경영진이 방향을 잡고 자원을 대며 경영시스템을 이끈다."}, nil},
		{"8.2", "", graph.KindClause, graph.Text{EN: "Information security risk assessment", KO: "정보보안 위험 평가"},
			graph.Text{EN: "Risks are looked at again at fixed times and after big changes.", KO: "정해진 주기와 중대한 변경 때 위험평가를 수행하고 결과를 남긴다."}, nil},
		{"9.2", "", graph.KindGroup, graph.Text{EN: "Internal audit", KO: "내부 심사"}, graph.Text{}, nil},
		{"9.2.2", "9.2", graph.KindClause, graph.Text{EN: "Internal audit programme", KO: "내부 심사 프로그램"},
			graph.Text{EN: "Audits are planned, with impartial auditors.", KO: "내부 감사를 계획하고 공정한 심사원이 맡는다."}, nil},
		{"A.5", "", graph.KindGroup, graph.Text{EN: "Organizational controls", KO: "조직적 통제"}, graph.Text{}, nil},
		{"A.5.1", "A.5", graph.KindControl, graph.Text{EN: "Policies for information security", KO: "정보보안 정책"},
			graph.Text{EN: "Rules from the top on security exist, are known and are kept fresh.", KO: "보안 정책을 정하고 알리며 주기적으로 검토한다."}, nil},
		{"A.5.10", "A.5", graph.KindControl, graph.Text{EN: "Acceptable use of information and other associated assets", KO: "정보와 관련 자산의 허용되는 사용"},
			graph.Text{EN: "What people may do with assets is written down.", KO: "자산을 어떻게 써도 되는지 규칙을 둔다."}, nil},
		{"A.5.15", "A.5", graph.KindControl, graph.Text{EN: "Access control", KO: "접근통제"},
			graph.Text{EN: "Rules decide who gets at what, in rooms and in systems.", KO: "업무상 필요에 따라 물리적·논리적 접근 규칙을 정한다."}, nil},
		{"A.5.17", "A.5", graph.KindControl, graph.Text{EN: "Authentication information", KO: "인증정보"},
			graph.Text{EN: "Secrets that prove who somebody is are handed out and looked after with care.", KO: "인증정보의 발급과 관리를 통제한다."},
			[]graph.Text{
				{EN: "Users are told how to treat their passwords.", KO: "사용자에게 패스워드를 다루는 방법을 알린다."},
				{EN: "Initial secrets are changed on first use.", KO: "초기 인증정보는 처음 쓸 때 바꾼다."},
			}},
		{"A.5.18", "A.5", graph.KindControl, graph.Text{EN: "Access rights", KO: "접근권한"},
			graph.Text{EN: "Rights are granted, reviewed and taken away by rule.", KO: "접근권한을 부여, 검토, 변경, 회수한다."},
			[]graph.Text{
				{EN: "Access rights are reviewed at planned intervals.", KO: "접근권한을 주기적으로 검토한다."},
				{EN: "Rights of people who leave are removed.", KO: "퇴직자의 권한은 회수한다."},
			}},
		{"A.5.24", "A.5", graph.KindControl, graph.Text{EN: "Information security incident management planning", KO: "정보보안 사고 관리 계획"},
			graph.Text{EN: "The organisation is ready to respond: roles and ways to report.", KO: "사고에 대응할 역할과 절차를 갖춘다."}, nil},
		{"A.5.34", "A.5", graph.KindControl, graph.Text{EN: "Privacy and protection of personal identifiable information (PII)", KO: "프라이버시와 개인식별정보 보호"},
			graph.Text{EN: "What law and contract ask about personal data is met.", KO: "개인정보의 보호에 관한 법과 계약의 요구를 지킨다."}, nil},
		{"A.8.8", "", graph.KindControl, graph.Text{EN: "Management of technical vulnerabilities", KO: "기술적 취약점 관리"},
			graph.Text{EN: "Known weaknesses are found and patched.", KO: "취약점을 파악하고 패치한다."}, nil},
		{"A.8.20", "", graph.KindControl, graph.Text{EN: "Networks security", KO: "네트워크 보안"},
			graph.Text{EN: "Networks and their devices are secured.", KO: "네트워크와 장비를 보호하고 망을 분리한다."}, nil},
		{"A.8.24", "", graph.KindControl, graph.Text{EN: "Use of cryptography", KO: "암호 사용"},
			graph.Text{EN: "Rules on encryption and on keys, such as TLS 1.3, are followed.", KO: "암호화와 키의 관리 규칙을 따른다."}, nil},
		{"A.8.33", "", graph.KindControl, graph.Text{EN: "Test information", KO: "시험 정보"},
			graph.Text{EN: "Real personal data must not be used for tests.", KO: "실제 개인정보를 시험에 쓰지 않는다."}, nil},
	})
}

func ismsp() *graph.Dataset {
	return catalog(&graph.Standard{
		Ref: "isms-p-2023", Status: graph.Current, Disciplines: []graph.Discipline{graph.InformationSecurity, graph.Privacy},
		Title: graph.Text{EN: "ISMS-P certification criteria", KO: "정보보호 및 개인정보보호 관리체계 인증기준"},
	}, []row{
		{"1", "", graph.KindGroup, graph.Text{EN: "Management system", KO: "관리체계 수립 및 운영"}, graph.Text{}, nil},
		{"1.2", "1", graph.KindGroup, graph.Text{EN: "Risk management", KO: "위험 관리"}, graph.Text{}, nil},
		{"1.2.3", "1.2", graph.KindCriterion, graph.Text{EN: "Risk assessment", KO: "위험 평가"},
			graph.Text{EN: "Risks are rated each year and accepted by management.", KO: "연 1회 이상 위험을 평가하고 경영진의 승인을 받는다."}, nil},
		{"2", "", graph.KindGroup, graph.Text{EN: "Protective measures", KO: "보호대책 요구사항"}, graph.Text{}, nil},
		{"2.2.4", "2", graph.KindCriterion, graph.Text{EN: "Awareness, education and training", KO: "인식제고 및 교육훈련"},
			graph.Text{EN: "Everybody is trained once a year.", KO: "모든 임직원에게 연간 교육을 한다."}, nil},
		{"2.5.1", "2", graph.KindCriterion, graph.Text{EN: "User account management", KO: "사용자 계정 관리"},
			graph.Text{EN: "Accounts are opened and closed by a set way.", KO: "계정 등록과 해지 절차를 둔다."}, nil},
		{"2.5.3", "2", graph.KindCriterion, graph.Text{EN: "User authentication", KO: "사용자 인증"},
			graph.Text{EN: "Logging in is safe, with MFA where the risk asks for it.", KO: "안전한 인증수단과 필요 시 MFA 등 다중 인증을 적용한다."}, nil},
		{"2.5.4", "2", graph.KindCriterion, graph.Text{EN: "Password management", KO: "비밀번호 관리"},
			graph.Text{EN: "Rules make passwords strong and change them.", KO: "안전한 패스워드 작성규칙을 두고 비밀번호를 바꾼다."},
			[]graph.Text{
				{EN: "Users of systems follow a password rule.", KO: "사용자는 비밀번호 작성규칙을 따른다."},
				{EN: "Customers can choose safe passwords.", KO: "이용자가 안전한 비밀번호를 쓰게 한다."},
			}},
		{"2.5.6", "2", graph.KindCriterion, graph.Text{EN: "Review of access rights", KO: "접근권한 검토"},
			graph.Text{EN: "Who may do what is looked through regularly.", KO: "접근권한의 적정성을 주기적으로 검토한다."}, nil},
		{"2.6.1", "2", graph.KindCriterion, graph.Text{EN: "Network access", KO: "네트워크 접근"},
			graph.Text{EN: "Networks are parted and access to them is held down.", KO: "네트워크에 대한 비인가 접근을 통제하고 망분리를 적용한다."}, nil},
		{"2.7.2", "2", graph.KindCriterion, graph.Text{EN: "Cryptographic key management", KO: "암호키 관리"},
			graph.Text{EN: "Keys are made, kept, and destroyed safely.", KO: "암호키의 생성, 보관, 파기 절차를 둔다."}, nil},
		{"2.11.1", "2", graph.KindCriterion, graph.Text{EN: "Incident prevention and response", KO: "사고 예방 및 대응체계 구축"},
			graph.Text{EN: "There is a plan and a team for intrusions.", KO: "침해사고와 개인정보 유출에 대응할 체계를 갖춘다."}, nil},
		{"3", "", graph.KindGroup, graph.Text{EN: "Personal information", KO: "개인정보 처리 단계별 요구사항"}, graph.Text{}, nil},
		{"3.1.1", "3", graph.KindCriterion, graph.Text{EN: "Collection and use of personal information", KO: "개인정보 수집·이용"},
			graph.Text{EN: "Personal data is taken lawfully, with consent where needed.", KO: "적법하게, 필요하면 동의를 받아 개인정보를 수집ㆍ이용한다."}, nil},
	})
}

func others() []*graph.Dataset {
	iso9001 := catalog(&graph.Standard{
		Ref: "iso-9001-2015", Status: graph.InTransition, Disciplines: []graph.Discipline{graph.Quality},
		Title: graph.Text{EN: "ISO 9001:2015 Quality management systems", KO: "ISO 9001:2015 품질경영시스템"},
	}, []row{
		{"5.1", "", graph.KindGroup, graph.Text{EN: "Leadership and commitment", KO: "리더십과 의지"}, graph.Text{}, nil},
		{"5.1.1", "5.1", graph.KindClause, graph.Text{EN: "General", KO: "일반사항"},
			graph.Text{EN: "Top management answers for the quality management system.", KO: "최고경영진이 품질경영시스템의 책임을 진다."}, nil},
		{"8.5.1", "", graph.KindClause, graph.Text{EN: "Control of production and service provision", KO: "생산 및 서비스 제공의 관리"},
			graph.Text{EN: "Work is done under conditions that were set.", KO: "관리된 조건에서 생산한다."}, nil},
		{"9.2", "", graph.KindClause, graph.Text{EN: "Internal audit", KO: "내부 심사"},
			graph.Text{EN: "The system is audited by its own people.", KO: "경영시스템을 스스로 심사한다."}, nil},
	})
	old := catalog(&graph.Standard{
		Ref: "iso-27001-2013", Status: graph.Superseded, Title: graph.Text{EN: "ISO/IEC 27001:2013"},
	}, []row{
		{"A.5.1", "", graph.KindGroup, graph.Text{EN: "Management direction"}, graph.Text{}, nil},
		{"A.9.2.5", "", graph.KindControl, graph.Text{EN: "Going over who may use what"}, graph.Text{}, nil},
	})
	guidance := catalog(&graph.Standard{
		Ref: "iso-27002-2022", Status: graph.Guidance, Title: graph.Text{EN: "ISO/IEC 27002:2022"},
	}, []row{{"5.17", "", graph.KindControl, graph.Text{EN: "Authentication information", KO: "인증정보"}, graph.Text{}, nil}})
	profile := &graph.Dataset{Name: "isms-2023", Standard: &graph.Standard{
		Ref: "isms-2023", Status: graph.Current, Title: graph.Text{EN: "ISMS certification", KO: "ISMS 인증"},
		Profile: &graph.Profile{Of: "isms-p-2023", Select: []string{"1", "2"}},
	}}
	return []*graph.Dataset{iso9001, old, guidance, profile}
}

func catalog(std *graph.Standard, rows []row) *graph.Dataset {
	d := &graph.Dataset{Name: std.Ref, Standard: std}
	for _, r := range rows {
		d.Requirements = append(d.Requirements, &graph.Requirement{
			Ref: graph.JoinRef(std.Ref, r.number), Number: r.number, In: r.in, Kind: r.kind, Title: r.title, Gist: r.gist,
			Assessable: r.kind != graph.KindGroup,
		})
		for i, p := range r.points {
			number := r.number + "-" + strconv.Itoa(i+1)
			d.Requirements = append(d.Requirements, &graph.Requirement{
				Ref: graph.JoinRef(std.Ref, number), Number: number, In: r.number, Kind: graph.KindPoint, Gist: p,
			})
		}
	}
	return d
}

func snapshot(t testing.TB) *graph.Snapshot {
	t.Helper()
	s, err := graph.Build(graph.Revision{Number: 1}, append(others(), iso27001(), ismsp()))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func index(t testing.TB) *Index {
	t.Helper()
	x, err := Build(context.Background(), snapshot(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func find(t testing.TB, x *Index, q Query) Result {
	t.Helper()
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("Search(%+v): %v", q, err)
	}
	return r
}

func refs(r Result) []string {
	var list []string
	for _, h := range r.Hits {
		list = append(list, h.Requirement.Ref)
	}
	return list
}
