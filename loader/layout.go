package loader

// form is how a value is laid out.
type form uint8

const (
	inline  form = iota // on the line of its key: a scalar, {...} or [...]
	block               // a map with a line for each key, of the given fields
	entries             // a map with a line for each key, whatever they are
	rows                // a list with a line for each element
	items               // a list of maps with a line for each key
)

// quoting is which scalars of a value stand in double quotes whatever they are. The others do where they have to.
type quoting uint8

const (
	asNeeded quoting = iota
	always
	elements // those in a list
)

// field is one key of a map in its canonical place.
type field struct {
	key    string
	form   form
	quotes quoting
	fields []field // of the map that the value is, or that each of its elements is
}

// bilingual are the fields of a text.
var bilingual = []field{{key: "en", quotes: always}, {key: "ko", quotes: always}}

// forms are the fields of a term in one language.
var forms = []field{{key: "term", quotes: always}, {key: "also", quotes: always}}

// evidence are the fields with which a statement of a scheme ends.
var evidence = []field{{key: "validFrom", quotes: always}, {key: "validTo", quotes: always}, {key: "source", quotes: always}, {key: "certainty"}}

// condition are the fields of a condition, which may hold conditions.
var condition = func() []field {
	fields := []field{{key: "all"}, {key: "any"}, {key: "not"}, {key: "input"}, {key: "atLeast"}, {key: "below"}, {key: "is"}}
	for i := range fields[:3] {
		fields[i].fields = fields
	}
	return fields
}()

// layouts are the fields of each kind of file in their canonical order.
var layouts = map[content][]field{
	catalogFile: {
		{key: "standard"},
		{key: "title", fields: bilingual},
		{key: "publisher"},
		{key: "edition", quotes: always},
		{key: "published", quotes: always},
		{key: "status"},
		{key: "supersedes"},
		{key: "discipline"},
		{key: "text"},
		{key: "origin", fields: []field{{key: "format"}, {key: "title", quotes: always}, {key: "licence", quotes: always}, {key: "url", quotes: always}, {key: "id", quotes: always}, {key: "prefix", quotes: always}}},
		{key: "unofficial"},
		{key: "profile", fields: []field{{key: "of"}, {key: "select", quotes: always}, {key: "alone"}}},
		{key: "requirements", form: items, fields: []field{
			{key: "id", quotes: always},
			{key: "in", quotes: always},
			{key: "kind"},
			{key: "assessable"},
			{key: "title", fields: bilingual},
			{key: "certainty"},
			{key: "gist", fields: bilingual},
			{key: "laws"},
			{key: "tags"},
			{key: "parts"},
			{key: "points", form: rows, fields: append([]field{{key: "id", quotes: always}}, bilingual...)},
		}},
	},
	crosswalkFile: {
		{key: "from"},
		{key: "to"},
		{key: "complete", fields: []field{{key: "from", quotes: elements}, {key: "to", quotes: elements}}},
		{key: "via"},
		{key: "author"},
		{key: "sources", form: entries, fields: []field{{key: "kind"}, {key: "title"}, {key: "licence"}, {key: "url"}}},
		{key: "mappings", form: items, fields: []field{
			{key: "from", quotes: always},
			{key: "relation"},
			{key: "to", quotes: always},
			{key: "each"},
			{key: "basis"},
			{key: "strength"},
			{key: "why", fields: bilingual},
			{key: "remainder", form: block, fields: []field{{key: "from", fields: bilingual}, {key: "to", fields: bilingual}}},
			{key: "source"},
			{key: "review", fields: []field{{key: "state"}, {key: "by"}, {key: "on", quotes: always}}},
			{key: "valid", fields: []field{{key: "from", quotes: always}, {key: "to", quotes: always}}},
		}},
	},
	inventoryFile: {
		{key: "organization", quotes: always},
		{key: "scopes"},
		{key: "controls", form: items, fields: []field{
			{key: "id", quotes: always},
			{key: "title", quotes: always},
			{key: "owner"},
			{key: "status"},
			{key: "reason", quotes: always},
			{key: "scope"},
			{key: "satisfies"},
			{key: "contributes"},
			{key: "documents", quotes: always},
			{key: "evidence", quotes: always},
			{key: "reviewedOn", quotes: always},
		}},
	},
	glossaryFile: {
		{key: "glossary"},
		{key: "title", fields: bilingual},
		{key: "terms", form: items, fields: []field{
			{key: "id", quotes: always},
			{key: "en", fields: forms},
			{key: "ko", fields: forms},
			{key: "abbreviations", quotes: always},
			{key: "ambiguous", quotes: always},
			{key: "note", fields: bilingual},
			{key: "broader"},
			{key: "related"},
			{key: "laws"},
		}},
	},
	schemeFile: {
		{key: "scheme"},
		{key: "title", fields: bilingual},
		{key: "authority", fields: bilingual},
		{key: "standards"},
		{key: "inputs", form: rows, fields: []field{{key: "name"}, {key: "kind"}, {key: "title", fields: bilingual}}},
		{key: "facts", form: items, fields: append([]field{
			{key: "id", quotes: always},
			{key: "kind"},
			{key: "claim", fields: bilingual},
			{key: "about"},
		}, evidence...)},
		{key: "obligations", form: items, fields: append([]field{
			{key: "id", quotes: always},
			{key: "who", fields: bilingual},
			{key: "what", fields: bilingual},
			{key: "when", fields: condition},
			{key: "due", fields: bilingual},
		}, evidence...)},
		{key: "omissions", form: items, fields: append([]field{
			{key: "held"},
			{key: "target"},
			{key: "criteria", quotes: always},
			{key: "conditions", form: rows, fields: bilingual},
		}, evidence...)},
	},
}
