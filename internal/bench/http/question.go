package main

// A question is asked of all servers, which answer it with the same bytes.
type question struct {
	name  string
	query string
	plain func() any // returns an empty value of the Go type that encoding/json writes as the data of the answer
}

var questions = []question{
	{"trivial", `{ revision { number } }`, func() any { return new(trivialAnswer) }},
	{"list of 100", `{ standard(ref: "iso-27001-2022") { requirements(first: 100) { edges { node { id ref number title kind assessable } } } } }`, func() any { return new(listAnswer) }},
	{"full gap", `{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") {
		target
		summary { full partial possible none unknown total }
		items(first: 500) { edges { node {
			requirement { ref number title }
			verdict
			disposition
			remainder { text beyond { ref } point { ref } mapping { ref } }
			points { requirement { ref gist } verdict }
			proof { rule assurance steps {
				rule
				requirement { ref }
				verdict
				held
				mapping { ref relation why }
				reversed
				premises { requirement { ref } verdict }
			} }
		} } }
	} }`, func() any { return new(gapAnswer) }},
}

type trivialAnswer struct {
	Revision struct {
		Number int `json:"number"`
	} `json:"revision"`
}

type listAnswer struct {
	Standard struct {
		Requirements struct {
			Edges []struct {
				Node struct {
					ID         string  `json:"id"`
					Ref        string  `json:"ref"`
					Number     string  `json:"number"`
					Title      *string `json:"title"`
					Kind       string  `json:"kind"`
					Assessable bool    `json:"assessable"`
				} `json:"node"`
			} `json:"edges"`
		} `json:"requirements"`
	} `json:"standard"`
}

type refAnswer struct {
	Ref string `json:"ref"`
}

type gapAnswer struct {
	GapAnalysis struct {
		Target  string `json:"target"`
		Summary struct {
			Full     int `json:"full"`
			Partial  int `json:"partial"`
			Possible int `json:"possible"`
			None     int `json:"none"`
			Unknown  int `json:"unknown"`
			Total    int `json:"total"`
		} `json:"summary"`
		Items struct {
			Edges []struct {
				Node itemAnswer `json:"node"`
			} `json:"edges"`
		} `json:"items"`
	} `json:"gapAnalysis"`
}

type itemAnswer struct {
	Requirement struct {
		Ref    string  `json:"ref"`
		Number string  `json:"number"`
		Title  *string `json:"title"`
	} `json:"requirement"`
	Verdict     string `json:"verdict"`
	Disposition string `json:"disposition"`
	Remainder   []struct {
		Text    string      `json:"text"`
		Beyond  []refAnswer `json:"beyond"`
		Point   *refAnswer  `json:"point"`
		Mapping *refAnswer  `json:"mapping"`
	} `json:"remainder"`
	Points []struct {
		Requirement struct {
			Ref  string  `json:"ref"`
			Gist *string `json:"gist"`
		} `json:"requirement"`
		Verdict string `json:"verdict"`
	} `json:"points"`
	Proof *struct {
		Rule      string       `json:"rule"`
		Assurance string       `json:"assurance"`
		Steps     []stepAnswer `json:"steps"`
	} `json:"proof"`
}

type stepAnswer struct {
	Rule        string    `json:"rule"`
	Requirement refAnswer `json:"requirement"`
	Verdict     string    `json:"verdict"`
	Held        *string   `json:"held"`
	Mapping     *struct {
		Ref      string `json:"ref"`
		Relation string `json:"relation"`
		Why      string `json:"why"`
	} `json:"mapping"`
	Reversed bool `json:"reversed"`
	Premises []struct {
		Requirement refAnswer `json:"requirement"`
		Verdict     string    `json:"verdict"`
	} `json:"premises"`
}
