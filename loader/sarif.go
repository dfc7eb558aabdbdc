package loader

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
)

// WriteSARIF writes diagnostics as a log in SARIF 2.1.0, which services that show the results of checks read. The rules are
// those that the diagnostics may break.
func WriteSARIF(w io.Writer, diagnostics []Diagnostic, rules []Rule) error {
	type text struct {
		Text string `json:"text"`
	}
	type configuration struct {
		Level string `json:"level"`
	}
	type rule struct {
		ID      string        `json:"id"`
		Name    string        `json:"name"`
		Short   text          `json:"shortDescription"`
		Full    text          `json:"fullDescription"`
		Help    text          `json:"help"`
		Default configuration `json:"defaultConfiguration"`
	}
	type artifact struct {
		URI string `json:"uri"`
	}
	type region struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	type physical struct {
		Artifact artifact `json:"artifactLocation"`
		Region   region   `json:"region"`
	}
	type location struct {
		Physical physical `json:"physicalLocation"`
	}
	type finding struct {
		RuleID    string     `json:"ruleId"`
		RuleIndex int        `json:"ruleIndex"`
		Level     string     `json:"level"`
		Message   text       `json:"message"`
		Locations []location `json:"locations"`
	}
	type driver struct {
		Name           string `json:"name"`
		InformationURI string `json:"informationUri"`
		Rules          []rule `json:"rules"`
	}
	type tool struct {
		Driver driver `json:"driver"`
	}
	type run struct {
		Tool       tool      `json:"tool"`
		ColumnKind string    `json:"columnKind"`
		Results    []finding `json:"results"`
	}
	r := run{Tool: tool{driver{Name: "clausegraph", InformationURI: "https://github.com/clausegraph/clausegraph", Rules: []rule{}}}, ColumnKind: "unicodeCodePoints", Results: []finding{}}
	for _, x := range rules {
		r.Tool.Driver.Rules = append(r.Tool.Driver.Rules, rule{x.Code, x.Code, text{x.Title + "."}, text{x.Why}, text{"Bad: " + x.Bad + "\nGood: " + x.Good}, configuration{x.Severity.String()}})
	}
	for _, d := range diagnostics {
		message := d.Message
		if d.Help != "" {
			message += "; " + d.Help
		}
		r.Results = append(r.Results, finding{
			d.Code, slices.IndexFunc(rules, func(x Rule) bool { return x.Code == d.Code }), d.Severity.String(), text{message},
			[]location{{physical{artifact{(&url.URL{Path: d.File}).String()}, region{max(1, d.Line), max(1, d.Column)}}}},
		})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []run{r}})
}
