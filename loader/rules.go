package loader

// Rule is one numbered rule that the data keeps.
type Rule struct {
	Code     string
	Title    string
	Why      string
	Bad      string
	Good     string
	Severity Severity
}

// Rules lists every rule in order of its code.
var Rules []Rule

var ruleOf = map[string]Rule{}
