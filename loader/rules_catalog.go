package loader

// catalogRules are about standards, their trees of requirements and the points of these.
var catalogRules = []Rule{
	{
		"C001", "A standard has one catalog",
		"Of two catalogs nobody could tell which one an answer is about.",
		"two files with standard: iso-27001-2022",
		"standard: iso-27001-2013 in one file, standard: iso-27001-2022 in the other",
		Error,
	}, {
		"C002", "A ref consists of letters, digits, - and .",
		"Refs become OSCAL tokens and OLIR ids and must come back unchanged, which : and _ and blanks prevent; -- parts the two halves of a crosswalk's name.",
		`id: "A_5:17"`,
		`id: "A.5.17"`,
		Error,
	}, {
		"C003", "An id names one requirement",
		"Claims on the id would be claims on either.",
		"- {id: \"2.5.4\", kind: criterion}\n- {id: \"2.5.4\", kind: criterion}",
		"- {id: \"2.5.4\", kind: criterion}\n- {id: \"2.5.5\", kind: criterion}",
		Error,
	}, {
		"C004", "The parent of a requirement exists",
		"The requirement would be missing from the tree.",
		`{id: "2.5.4", in: "2.55", kind: criterion}`,
		`{id: "2.5.4", in: "2.5", kind: criterion}`,
		Error,
	}, {
		"C005", "A requirement comes after its parent",
		"A catalog is in the order of the document, so that it can be read beside it.",
		"- {id: \"2.5.4\", in: \"2.5\", kind: criterion}\n- {id: \"2.5\", kind: group}",
		"- {id: \"2.5\", kind: group}\n- {id: \"2.5.4\", in: \"2.5\", kind: criterion}",
		Error,
	}, {
		"C006", "No requirement stands in itself, and none under more than 30 headings",
		"Such a tree has no top from which it could be shown.",
		"- {id: \"2\", in: \"2.5\", kind: group}\n- {id: \"2.5\", in: \"2\", kind: group}",
		"- {id: \"2\", kind: group}\n- {id: \"2.5\", in: \"2\", kind: group}",
		Error,
	}, {
		"C007", "A superseded edition has a catalog",
		"Comparing editions needs both.",
		`supersedes: isms-p-2019`,
		`supersedes: isms-p-2018`,
		Error,
	}, {
		"C008", "A profile selects what there is",
		"What it selects is the very requirement of the other standard; it has none of its own and selects from no profile.",
		`profile: {of: isms-p-2023, select: ["1", "22"]}`,
		`profile: {of: isms-p-2023, select: ["1", "2"]}`,
		Error,
	}, {
		"C009", "A heading has requirements below it, and a group is never assessed",
		"Answers count what is assessed: a heading without requirements is nothing, and an assessed group counts twice.",
		`{id: "2.5", kind: group, assessable: true}`,
		`{id: "2.5", kind: group}, with requirements in: "2.5" below it`,
		Error,
	}, {
		"C010", "A heading has a title",
		"It is nothing else.",
		`{id: "2.5", kind: group}`,
		`{id: "2.5", kind: group, title: {en: "Access control", ko: "접근통제"}}`,
		Error,
	}, {
		"C011", "An assessable requirement has a gist",
		"Most official headings do not say what is asked, and a reader without the standard has nothing else.",
		`{id: "2.5.4", kind: criterion, title: {en: "Password management", ko: "비밀번호 관리"}}`,
		`the same with gist: {en: "Set and apply rules for passwords.", ko: "비밀번호 관리 절차를 수립·이행한다."}`,
		Error,
	}, {
		"C012", "Every text is there in English and Korean",
		"Both languages are first languages here; a reader of one never sees a gap.",
		`title: {en: "Password management"}`,
		`title: {en: "Password management", ko: "비밀번호 관리"}`,
		Error,
	}, {
		"C013", "A title is a short heading",
		"Sentences of a standard belong to its publisher and are never copied here.",
		`title: {en: "The organization manages passwords. It trains users.", ko: "비밀번호 관리"}`,
		`title: {en: "Password management", ko: "비밀번호 관리"}`,
		Error,
	}, {
		"C014", "A gist or a point is no longer than 600 characters",
		"A paraphrase in one sentence is short; a long text may be a copied one, or holds several obligations.",
		`gist: {en: "(a paragraph of the standard)", ko: "(한 단락)"}`,
		`gist: {en: "Set and apply rules for passwords.", ko: "비밀번호 관리 절차를 수립·이행한다."}`,
		Warning,
	}, {
		"C015", "A requirement with points says whether they make up the whole of it",
		"Only then may an answer conclude from all points to the requirement.",
		`{id: "2.5.4", kind: criterion, points: [...]}`,
		`{id: "2.5.4", kind: criterion, parts: whole, points: [...]}`,
		Error,
	}, {
		"C016", "Points are numbered upwards, and no number is used twice",
		"Claims name points by number, for ever: that of a deleted point is given to no other.",
		`points: [{id: "a", ...}, {id: "1", ...}, {id: "1", ...}]`,
		`points: [{id: "1", ...}, {id: "2", ...}, {id: "4", ...}]`,
		Error,
	}, {
		"C017", "No point has the id of a requirement",
		"Point 1 of GV.OC is GV.OC-1; where a requirement has that id, a claim on it would mean both.",
		`{id: "GV.OC", points: [{id: "1", ...}, ...]} beside {id: "GV.OC-1"}`,
		`{id: "GV.OC", points: [{id: "11", ...}, ...]} beside {id: "GV.OC-1"}`,
		Error,
	}, {
		"C018", "Only assessable requirements have points",
		"The parts of a heading are the requirements below it.",
		`{id: "2.5", kind: group, points: [...]}`,
		`{id: "2.5.4", in: "2.5", kind: criterion, parts: whole, points: [...]}`,
		Error,
	}, {
		"C019", "A requirement has two to six points",
		"One point is the requirement itself; more than six cannot be kept apart by those who write claims.",
		`points: [{id: "1", ...}]`,
		`points: [{id: "1", ...}, {id: "2", ...}]`,
		Warning,
	}, {
		"C020", "A provision that a requirement rests on exists, where its law has a catalog",
		"A reader who follows it would find nothing. Of a law without a catalog nobody can tell.",
		`laws: [pipa/290]`,
		`laws: [pipa/29]`,
		Error,
	},
}
