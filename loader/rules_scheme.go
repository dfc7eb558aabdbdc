package loader

// schemeRules are about schemes: their facts, obligations and omissions.
var schemeRules = []Rule{
	{
		"S001", "A scheme has one file",
		"Of two files nobody could tell which one is in force.",
		"two files with scheme: isms-p",
		"one file schemes/isms-p.yaml",
		Error,
	}, {
		"S002", "The names of a scheme consist of letters, digits, - and .",
		"Users write them on a command line, where = and blanks mean something else.",
		`{name: "daily users", kind: number, ...}`,
		`{name: daily-users, kind: number, ...}`,
		Error,
	}, {
		"S003", "The standards that a scheme speaks of exist",
		"What is said of an unknown standard is never shown.",
		`standards: [isms-p-2032]`,
		`standards: [isms-p-2023]`,
		Error,
	}, {
		"S004", "The requirements that a scheme speaks of exist; those of an omission are audited by themselves",
		"A misspelt id is lost, or says something of another requirement; a heading is not audited, what stands below it is.",
		`criteria: ["2.1", "2.1.11"]`,
		`criteria: ["2.1.1", "2.1.2"]`,
		Error,
	}, {
		"S005", "A fact, an obligation, an input and a criterion are named once",
		"Of two with one name nobody could tell which one is meant.",
		"- {id: \"fine\", kind: law, ...}\n- {id: \"fine\", kind: law, ...}",
		"- {id: \"fine\", kind: law, ...}\n- {id: \"fee\", kind: law, ...}",
		Error,
	}, {
		"S006", "Every text is there in English and Korean",
		"Both languages are first languages here; a reader of one never sees a gap.",
		`claim: {en: "A certificate is valid for three years."}`,
		`claim: {en: "A certificate is valid for three years.", ko: "인증의 유효기간은 3년이다."}`,
		Error,
	}, {
		"S007", "A text is no longer than 600 characters",
		"A long text may be a copied one, or says several things that have dates and sources of their own.",
		`claim: {en: "(a paragraph)", ko: "(한 단락)"}`,
		`claim: {en: "A certificate is valid for three years.", ko: "인증의 유효기간은 3년이다."}`,
		Warning,
	}, {
		"S008", "A fact, an obligation and an omission have a source",
		"What nobody can look up is hearsay.",
		`{id: "cycle", kind: law, claim: {...}, certainty: verified}`,
		`{id: "cycle", kind: law, claim: {...}, source: "notice art. 32", certainty: verified}`,
		Error,
	}, {
		"S009", "Nothing ends before it begins",
		"It would never hold.",
		`{validFrom: "2027-07-01", validTo: "2027-06-30"}`,
		`{validFrom: "2027-06-30", validTo: "2027-07-01"}`,
		Error,
	}, {
		"S010", "An estimate is never verified",
		"A vendor's figure on cost or duration stays a figure of that vendor, whoever has seen it.",
		`{kind: estimate, certainty: verified}`,
		`{kind: estimate, certainty: single-source}`,
		Error,
	}, {
		"S011", "A condition has one operator: all, any, not, or input with one of atLeast, below and is",
		"Of two side by side a reader cannot tell whether both are meant, or one of them.",
		`when: {input: daily-users, atLeast: 1000000, not: {input: financial, is: true}}`,
		`when: {all: [{input: daily-users, atLeast: 1000000}, {input: financial, is: false}]}`,
		Error,
	}, {
		"S012", "A condition tests inputs of the scheme",
		"Nobody is ever asked for another input, so that the condition could not be decided.",
		`{input: daily-user, atLeast: 1000000}`,
		`{input: daily-users, atLeast: 1000000}`,
		Error,
	}, {
		"S013", "A number is tested by atLeast or below, a flag by is",
		"Neither can be decided otherwise.",
		`{input: daily-users, is: true}`,
		`{input: daily-users, atLeast: 1000000}`,
		Error,
	},
}
