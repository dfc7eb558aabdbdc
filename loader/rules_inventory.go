package loader

// inventoryRules are about inventories: the controls that an organisation has itself.
var inventoryRules = []Rule{
	{
		"I001", "A control has an id of its own",
		"Of two with one id nobody could tell which one an answer rests on.",
		"- {id: \"AR-1\", title: \"Access review\", ...}\n- {id: \"AR-1\", title: \"Backup\", ...}",
		"- {id: \"AR-1\", title: \"Access review\", ...}\n- {id: \"BK-1\", title: \"Backup\", ...}",
		Error,
	}, {
		"I002", "What a control implements exists",
		"A misspelt ref is lost, or counts for another requirement.",
		`satisfies: [iso-27001-2022/A.5.81]`,
		`satisfies: [iso-27001-2022/A.5.18]`,
		Error,
	}, {
		"I003", "A control implements requirements or points, no headings and no whole standards",
		"One control hardly ever meets all that stands below a heading; who holds a whole standard says so in the question.",
		`satisfies: [iso-27001-2022]`,
		`satisfies: [iso-27001-2022/A.5.18]`,
		Error,
	}, {
		"I004", "A control that is not applicable says why",
		"It takes the requirements that it names out of what is held; an auditor asks for the justification first.",
		`{id: "SD-1", title: "Secure coding", status: not-applicable}`,
		`{id: "SD-1", title: "Secure coding", status: not-applicable, reason: "No software is developed."}`,
		Error,
	}, {
		"I005", "The scope of a control is one of the scopes of the inventory, where these are listed",
		"A misspelt scope takes the control out of every question about a scope.",
		"scopes: [head office]\ncontrols:\n  - {id: \"AR-1\", scope: headoffice, ...}",
		"scopes: [head office]\ncontrols:\n  - {id: \"AR-1\", scope: head office, ...}",
		Error,
	}, {
		"I006", "The id of a control is not blank and holds no comma",
		"Questions name controls by their ids, several of them with commas between.",
		`id: "AR,1"`,
		`id: "AR-1"`,
		Error,
	}, {
		"I007", "Only a control that is not applicable has a reason",
		"A reason beside another status is a status that was mistaken, or a remark in the wrong place.",
		`{status: planned, reason: "No software is developed."}`,
		`{status: not-applicable, reason: "No software is developed."}`,
		Warning,
	}, {
		"I008", "A control names a requirement once",
		"It cannot meet the same requirement in full and in part.",
		"satisfies: [iso-27001-2022/A.5.18]\ncontributes: [iso-27001-2022/A.5.18]",
		`satisfies: [iso-27001-2022/A.5.18]`,
		Error,
	},
}
