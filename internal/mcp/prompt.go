package mcp

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/clausegraph/clausegraph/export"
	"github.com/clausegraph/clausegraph/graph"
)

func (s *service) addPrompts(server *mcp.Server) {
	held := &mcp.PromptArgument{Name: "held", Title: "Held", Description: "refs of what is held, with commas between, such as iso-27001-2022", Required: true}
	language := &mcp.PromptArgument{Name: "language", Title: "Language", Description: "en or ko; en unless given"}
	server.AddPrompt(&mcp.Prompt{
		Name: "gap_report", Title: "Gap report", Description: "A report on what a standard asks beyond what is held, with nothing in it that is not proved.",
		Arguments: []*mcp.PromptArgument{held, {Name: "target", Title: "Target", Description: "ref of the standard that is wanted, such as isms-p-2023", Required: true}, language},
	}, s.prompt(s.gapReport))
	server.AddPrompt(&mcp.Prompt{
		Name: "defend_line", Title: "Defend this line to an auditor", Description: "The answer to an auditor who asks how one verdict is known.",
		Arguments: []*mcp.PromptArgument{held, {Name: "requirement", Title: "Requirement", Description: "ref of the requirement, such as isms-p-2023/2.5.4", Required: true}, language},
	}, s.prompt(s.defence))
}

// asking is a prompt with its arguments read.
type asking struct {
	held     []string
	of       func(argument string) string
	language graph.Language
}

// prompt returns the handler of a prompt whose text is written by a function.
func (s *service) prompt(write func(context.Context, asking) (string, error)) mcp.PromptHandler {
	return func(ctx context.Context, req *mcp.GetPromptRequest) (*mcp.GetPromptResult, error) {
		a := asking{of: func(name string) string { return strings.TrimSpace(req.Params.Arguments[name]) }, language: graph.English}
		for _, ref := range strings.Split(a.of("held"), ",") {
			if ref = strings.TrimSpace(ref); ref != "" {
				a.held = append(a.held, ref)
			}
		}
		if text := a.of("language"); text != "" {
			l, err := graph.ParseLanguage(text)
			if err != nil {
				return nil, bad("language: %v", err)
			}
			a.language = l
		}
		text, err := write(ctx, a)
		if err != nil {
			return nil, s.fault(ctx, err)
		}
		return &mcp.GetPromptResult{Messages: []*mcp.PromptMessage{{Role: "user", Content: &mcp.TextContent{Text: text}}}}, nil
	}
}

// gapReport asks for a report, and gives the counts that it must agree with.
func (s *service) gapReport(ctx context.Context, a asking) (string, error) {
	answer, err := s.gap(ctx, gapInput{question: question{Held: a.held, Language: a.language}, Target: a.of("target"), paging: paging{Limit: 1}})
	if err != nil {
		return "", err
	}
	c := answer.Summary
	var b strings.Builder
	fmt.Fprintf(&b, textGapReport.In(a.language), answer.Target, strings.Join(answer.Held, ", "),
		c.Total, c.Full, c.Partial, c.Possible, c.None, c.Unknown, answer.AsOf, answer.Revision)
	if answer.Notice != "" {
		b.WriteString("\n\n" + answer.Notice)
	}
	b.WriteString("\n\n" + answer.Disclaimer)
	return b.String(), nil
}

// defence asks for the defence of one verdict, and gives the whole proof of it.
func (s *service) defence(ctx context.Context, a asking) (string, error) {
	q := question{Held: a.held, Language: a.language}
	asked, err := s.about(q, a.of("requirement"))
	if err != nil {
		return "", err
	}
	leave, err := s.admit(ctx, q.cost()+10*costProof)
	if err != nil {
		return "", err
	}
	defer leave()
	x, err := s.Data.Engine.Explain(asked)
	if err != nil {
		return "", err
	}
	var proof bytes.Buffer
	if err := export.Explain(&proof, x, s.snapshot(), export.Options{Format: export.Markdown, Language: a.language}); err != nil {
		return "", err
	}
	return fmt.Sprintf(textDefence.In(a.language), x.Item.Requirement.Ref) + "\n\n" + proof.String(), nil
}

var (
	textGapReport = graph.Text{
		EN: "Write a gap report on %s for an organisation that holds %s.\n\n" +
			"The tool gap_analysis gives the items; ask for page after page with the same held and target, and with proofs for what is to be defended. " +
			"Of the %d requirements %d are FULL, %d PARTIAL, %d POSSIBLE, %d NONE and %d UNKNOWN as of %s (data revision %s): the report must agree with these counts.\n\n" +
			"Order it by what is to be done: what can be reused, what is to be extended and by what, what a person has to review, what is new, and what is not known. " +
			"Name the ref of every requirement, and what the verdict rests on. Take what remains from the answer word for word. " +
			"Add no requirement, relation or advice that the answers do not contain, and say where they leave something open. End with the disclaimer:",
		KO: "다음 대상에 대한 갭 분석 보고서를 작성하십시오. 대상: %s, 보유: %s.\n\n" +
			"항목은 gap_analysis 도구에서 가져옵니다. held와 target을 그대로 두고 페이지를 차례로 요청하고, 근거를 제시해야 하는 항목은 proofs를 함께 요청하십시오. " +
			"요구사항 %d건의 판정은 FULL %d건, PARTIAL %d건, POSSIBLE %d건, NONE %d건, UNKNOWN %d건이며(기준일 %s, 데이터 리비전 %s), 보고서의 건수는 이와 일치해야 합니다.\n\n" +
			"할 일을 기준으로 정리하십시오: 그대로 활용할 것, 보완할 것과 그 내용, 담당자가 검토할 것, 새로 마련할 것, 알 수 없는 것. " +
			"모든 요구사항의 참조(ref)와 판정의 근거를 밝히고, 남은 사항은 답변의 문구를 그대로 옮기십시오. " +
			"답변에 없는 요구사항, 관계, 조언을 덧붙이지 말고, 답변이 결론 내리지 않은 부분은 그렇다고 밝히십시오. 끝에 다음 고지를 붙이십시오.",
	}
	textDefence = graph.Text{
		EN: "An auditor asks how the verdict on %s is known. Answer from the proof below and from nothing else: " +
			"name what is held, each step with its refs, who makes each claim and how far it has been reviewed, and what the claims leave open. " +
			"Concede what the proof does not show. Do not say that the organisation complies, or that the auditor has to accept anything.",
		KO: "심사원이 %s에 대한 판정의 근거를 묻습니다. 아래 증명만으로 답하십시오. " +
			"보유한 것, 각 단계와 그 참조(ref), 각 주장의 출처와 검토 수준, 주장이 남겨 둔 부분을 밝히십시오. " +
			"증명이 보여 주지 않는 것은 인정하십시오. 조직이 준수하고 있다거나 심사원이 받아들여야 한다고 말하지 마십시오.",
	}
)
