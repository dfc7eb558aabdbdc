package loader

import "slices"

// Rule is one numbered rule that the data keeps.
type Rule struct {
	Code     string   `json:"code"`  // F about files and their form, C about catalogs, M about mappings, S about schemes, G about glossaries, I about inventories
	Title    string   `json:"title"` // what is demanded, as a sentence without its stop
	Why      string   `json:"why"`
	Bad      string   `json:"bad"` // a breach, as a piece of a file
	Good     string   `json:"good"`
	Severity Severity `json:"severity"`
}

// Rules lists every rule in order of its family and number. A number is never given to another rule.
var Rules = slices.Concat(fileRules, catalogRules, mappingRules, schemeRules, glossaryRules, inventoryRules)

var ruleOf = func() map[string]Rule {
	m := make(map[string]Rule, len(Rules))
	for _, rule := range Rules {
		m[rule.Code] = rule
	}
	return m
}()
