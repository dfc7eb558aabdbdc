package loader

// fileRules are about what a file is and how it is written, whatever it says.
var fileRules = []Rule{
	{
		"F001", "A file is text in UTF-8",
		"Anything else is a document or a table that was saved under the wrong name, and would be read as garbage.",
		`a spreadsheet renamed to iso-27001-2022.yaml`,
		`a text file, saved as UTF-8`,
		Error,
	}, {
		"F002", "A file is no larger than 8 MiB",
		"The largest honest catalog is far smaller; a larger file is the wrong file, and is not read into memory.",
		`a 50 MB export of a database`,
		`one file for each standard and for each pair of standards`,
		Error,
	}, {
		"F003", "A file is YAML",
		"What cannot be parsed cannot be checked.",
		`title: {en: "Password management", ko: "비밀번호 관리"`,
		`title: {en: "Password management", ko: "비밀번호 관리"}`,
		Error,
	}, {
		"F004", "A file uses plain YAML: maps, lists, texts, numbers, true and false",
		"Aliases let one line stand for thousands, tags and merged maps hide what a reviewer should see.",
		`gist: *same-as-above`,
		`gist: {en: "...", ko: "..."}`,
		Error,
	}, {
		"F005", "A map has each key once",
		"Of two values under one key a reader would silently lose one.",
		"kind: clause\nkind: control",
		`kind: control`,
		Error,
	}, {
		"F006", "A file holds one document",
		"Everything below the line --- would be ignored.",
		"standard: iso-27001-2022\n---\nstandard: iso-27002-2022",
		`two files, iso-27001-2022.yaml and iso-27002-2022.yaml`,
		Error,
	}, {
		"F007", "A file holds a catalog, a crosswalk, a scheme or a glossary",
		"A catalog is recognised by `standard`, a crosswalk by `from` and `to`, or by `mappings`, a scheme by `scheme`, a glossary by `glossary`.",
		`- A.5.17`,
		`standard: iso-27001-2022`,
		Error,
	}, {
		"F008", "Every field is one of the format",
		"A misspelt field would be ignored without a word.",
		`gists: {en: "...", ko: "..."}`,
		`gist: {en: "...", ko: "..."}`,
		Error,
	}, {
		"F009", "No necessary field is missing",
		"There is no sensible default for it.",
		`{id: "2.5.4"}`,
		`{id: "2.5.4", kind: criterion}`,
		Error,
	}, {
		"F010", "Every value is of the kind that its field wants",
		"The program would understand something else than what is written, or nothing.",
		`status: valid`,
		`status: current`,
		Error,
	}, {
		"F011", "What looks like a number but is a text stands in quotes",
		"Without quotes YAML reads 2.10 as the number 2.1, which is another requirement.",
		`id: 2.10`,
		`id: "2.10"`,
		Error,
	}, {
		"F012", "A file is named after what it holds and stands in the right folder",
		"People and scripts find a standard by the name of its file.",
		`catalogs/isms-p.yaml with standard: isms-p-2023`,
		`catalogs/isms-p-2023.yaml`,
		Error,
	},
}
