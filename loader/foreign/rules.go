package foreign

import "github.com/clausegraph/clausegraph/loader"

// Rules lists what is checked of the files of others, in order of code.
var Rules = []loader.Rule{
	{
		Code: "E001", Title: "A file is of its format, and no larger than it may be",
		Why: "What cannot be parsed cannot be read, and a file that unpacks to more than it seems is refused.",
		Bad: "an OSCAL catalog with an entity that stands for a thousand others", Good: "the catalog with its texts written out", Severity: loader.Error,
	}, {
		Code: "E002", Title: "A record has what it needs",
		Why: "A claim without an end, or a requirement without an id, means nothing; the rest of the file is read without it.",
		Bad: "- source_requirement_urn: urn:a:1", Good: "- source_requirement_urn: urn:a:1\n  target_requirement_urn: urn:b:2\n  relationship: equal", Severity: loader.Error,
	}, {
		Code: "E003", Title: "An id is given once",
		Why: "Of two requirements with one id nobody could tell which one a claim is about; the first one counts.",
		Bad: "- urn: urn:a:1\n- urn: urn:a:1", Good: "- urn: urn:a:1\n- urn: urn:a:2", Severity: loader.Error,
	}, {
		Code: "E004", Title: "The parent of a requirement is there, above it",
		Why: "Otherwise the requirement stands at the top, and headings above it do not count it.",
		Bad: "- urn: urn:a:1.1\n  parent_urn: urn:a:7", Good: "- urn: urn:a:1\n- urn: urn:a:1.1\n  parent_urn: urn:a:1", Severity: loader.Warning,
	}, {
		Code: "E005", Title: "Both ends of a claim exist",
		Why: "A claim about what is not there is lost without anybody noticing.",
		Bad: "target_requirement_urn: urn:b:99", Good: "target_requirement_urn: urn:b:2", Severity: loader.Error,
	}, {
		Code: "E006", Title: "No end of a claim is a heading",
		Why: "A heading asks nothing by itself: whether the claim is about all that stands below it, or about some, is open.",
		Bad: "target_requirement_urn: urn:b:a, a node with assessable: false", Good: "target_requirement_urn: urn:b:a.1", Severity: loader.Error,
	}, {
		Code: "E007", Title: "A claim is made once",
		Why: "A repetition says nothing more, and is counted twice by every tool that counts.",
		Bad: "two rows with the same ends and the same relationship", Good: "one of them", Severity: loader.Warning,
	}, {
		Code: "E008", Title: "Claims about the same ends agree",
		Why: "Two of the five relations never hold together. Neither claim is taken.",
		Bad: "one row says subset, another one equal, of the same ends", Good: "one of them", Severity: loader.Error,
	}, {
		Code: "E009", Title: "The relationship of a claim is one of five",
		Why: "Words such as \"related\" prove nothing.",
		Bad: "relationship: similar", Good: "relationship: intersect", Severity: loader.Error,
	}, {
		Code: "E010", Title: "The catalogs that claims are about are there",
		Why: "Without them nobody can tell whether the ends exist.",
		Bad: "source_framework_urn: urn:x, and no framework urn:x", Good: "both files, read together", Severity: loader.Error,
	}, {
		Code: "E011", Title: "Catalogs have refs of their own",
		Why: "Two of one name cannot be told apart; the first one counts.",
		Bad: "two files with the framework urn:a:framework:x", Good: "two frameworks with two urns", Severity: loader.Error,
	}, {
		Code: "E012", Title: "Texts are in English or Korean",
		Why: "Those in other languages have no place here: the texts of a catalog that has nothing else stand where English would.",
		Bad: "locale: fr", Good: "locale: en, with translations in ko", Severity: loader.Warning,
	}, {
		Code: "E013", Title: "Strength and rationale are of their vocabularies",
		Why: "What is not is left out of the claim, which is read without it.",
		Bad: "strength_of_relationship: high", Good: "strength_of_relationship: 7", Severity: loader.Warning,
	}, {
		Code: "E014", Title: "A claim is about different things",
		Why: "That a requirement relates to itself says nothing.",
		Bad: "a row whose ends are the same", Good: "a row with two ends", Severity: loader.Warning,
	},
}

var severities = func() map[string]loader.Severity {
	all := map[string]loader.Severity{}
	for _, r := range Rules {
		all[r.Code] = r.Severity
	}
	return all
}()

func severity(code string) loader.Severity { return severities[code] }
