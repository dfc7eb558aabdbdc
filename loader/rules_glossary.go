package loader

// glossaryRules are about glossaries and their terms.
var glossaryRules = []Rule{
	{
		"G001", "A glossary has one file",
		"Of two files nobody could tell which one is in force.",
		"two files with glossary: acme",
		"one file glossary.yaml",
		Error,
	}, {
		"G002", "The id of a term consists of small letters, digits and single hyphens",
		"It is written in other terms and in questions, and must never need quoting.",
		`id: "Multi-Factor Authentication"`,
		`id: "multi-factor-authentication"`,
		Error,
	}, {
		"G003", "An id names one term, in all glossaries",
		"Of two with one id nobody could tell which one is meant.",
		"- id: \"mfa\"\n- id: \"mfa\"",
		"- id: \"mfa\"\n- id: \"sso\"",
		Error,
	}, {
		"G004", "No form is empty",
		"An empty form would match everything.",
		`abbreviations: ["MFA", ""]`,
		`abbreviations: ["MFA"]`,
		Error,
	}, {
		"G005", "A term, its note and the title are there in English and Korean",
		"A term without its counterpart leads nowhere from the other language.",
		`note: {en: "Two or more different factors."}`,
		`note: {en: "Two or more different factors.", ko: "서로 다른 요소 둘 이상."}`,
		Error,
	}, {
		"G006", "A form is in composed letters (Unicode NFC) with single blanks",
		"Decomposed Hangul and double blanks look the same and are never found.",
		"ko: {term: \"다중  인증\"}",
		`ko: {term: "다중 인증"}`,
		Error,
	}, {
		"G007", "A form stands once in its term",
		"The second adds nothing, and was probably meant to be another one.",
		`{term: "password", also: ["password"]}`,
		`{term: "password", also: ["passcode"]}`,
		Error,
	}, {
		"G008", "A form that two terms have is marked ambiguous in both",
		"A search for one meaning would bring the other one. Case, blanks and hyphens make no difference.",
		`abbreviations: ["SoA"] in two terms`,
		`ambiguous: ["SoA"] in both`,
		Error,
	}, {
		"G009", "What is marked ambiguous is a form of the term",
		"A mark on a form that is not there protects nothing.",
		`{abbreviations: ["BIA"], ambiguous: ["BIAS"]}`,
		`{abbreviations: ["BIA"], ambiguous: ["BIA"]}`,
		Error,
	}, {
		"G010", "Broader and related terms exist, and are others",
		"A misspelt id leads nowhere.",
		`broader: [autentication]`,
		`broader: [authentication]`,
		Error,
	}, {
		"G011", "No term is broader than one that is broader than it",
		"Of two notions only one can include the other.",
		"a: broader [b]\nb: broader [a]",
		"a: broader [b]",
		Error,
	}, {
		"G012", "A note is no longer than 600 characters",
		"A long text may be a copied one; a note says in a sentence what is meant.",
		`note: {en: "(a paragraph)", ko: "(한 단락)"}`,
		`note: {en: "Two or more different factors.", ko: "서로 다른 요소 둘 이상."}`,
		Warning,
	},
}
