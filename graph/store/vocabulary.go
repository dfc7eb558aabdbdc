package store

import (
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// This package stores the following quads. <x:y> stands for <urn:clausegraph:x:y>; a name without a colon is a
// predicate of <urn:clausegraph:term:>. Texts carry their language; numbers, truth values, days and times are typed.
// What is empty, zero or false is not stated.
//
// A release is the immutable content of one dataset, in a named graph of its own that is called like the release. The
// label of a quad is therefore its provenance. Everything below, up to the history, is in such a graph.
//
//	<release:NAME:HASH16>      rdf:type <term:Release>; name; hash; size (quads in the graph, to notice any loss);
//	                           catalog <standard:S>; claims <crosswalk:C>; scheme <scheme:S>;
//	                           glossary <glossary:G>
//	<standard:S>               dcterms: title, publisher, issued, replaces <standard:T>; edition, status, discipline,
//	                           text-policy, unofficial; origin-format, -title, -licence, -url, -id and -prefix; of a profile: profile-of <standard:T>, selects <requirement:T/N>, selects-alone
//	<requirement:S/N>          dcterms:identifier "N"; in <standard:S> or <requirement:S/M>; order, kind, dcterms:title,
//	                           gist, assessable, parts, certainty, law <requirement:LAW/ARTICLE>, tag
//	<crosswalk:C>              from, to, via <standard:S>; complete-all-from, complete-all-to; complete-from and
//	                           complete-to <requirement:S/N>; dcterms:creator; claimant <source:C/KEY>
//	<source:C/KEY>             dcterms:identifier "KEY"; kind, dcterms:title, licence, url
//	<mapping:C/ID>             one claim: source and target <requirement:S/N>; relation <relation:subset-of>; order, each,
//	                           basis, strength, why, remainder-from, remainder-to, crosswalk <crosswalk:C>,
//	                           claimant <source:C/KEY>, review, reviewed-by, reviewed-on, valid-from, valid-to
//	<scheme:S>                 dcterms:title, authority; certifies <standard:T>; asks <input:S/NAME>; states <fact:S/ID>;
//	                           obliges <obligation:S/ID>; omits <omission:S/N>
//	<input:S/NAME>             dcterms:identifier "NAME"; kind, dcterms:title
//	<fact:S/ID>                dcterms:identifier "ID"; kind, says, about <standard:T> or <requirement:T/N>, valid-from,
//	                           valid-to, cites, certainty
//	<obligation:S/ID>          dcterms:identifier "ID"; who, what, due; when, the condition as graph.Condition writes it in
//	                           JSON, typed rdf:JSON; valid-from, valid-to, cites, certainty
//	<omission:S/N>             the Nth omission: if-held and audited <standard:T>, omitted <requirement:T/N>, provided (a
//	                           text for each condition), valid-from, valid-to, cites, certainty
//	<glossary:G>               dcterms:title; defines <concept:ID>
//	<concept:ID>               one term of a glossary: dcterms:identifier "ID"; skos: prefLabel, scopeNote, broader
//	                           <concept:ID>, related <concept:ID>;
//	                           also-en, also-ko, abbreviation, ambiguous, law <requirement:LAW/ARTICLE>
//	<SUBJECT#PREDICATE>        rdf:_1, rdf:_2 ...: the order of a predicate that has more than one value, repeats included
//
// The history is the graph <graph:history>. The greatest revision is the head: adding its quads in one transaction is
// what publishes it, so that no transaction ever has to delete and add at once.
//
//	<revision:N>               number, hash, dcterms:creator, dcterms:created, previous <revision:N-1>; format (Format);
//	                           active <release:NAME:HASH16>, once for each release
//
// The log of changes is the graph <graph:changes>. An entry is added with the revision that it is of, and never removed.
//
//	<change:N>                 number, dcterms:creator, dcterms:created, action, subject, detail (JSON), key
//
// Workspaces are no part of any revision. Each tenant has a graph of its own, and so have each of its workspaces, each
// version of one, and each inventory that a version has, all called like the node that they are about: what reads the
// graphs of releases never sees them. The greatest version is the current one.
//
//	<tenant:T>                 keeps <workspace:T/ID>, once for each workspace
//	<workspace:T/ID>           rdf:type <term:Workspace>; has-version <version:T/ID/N>, once for each version that is kept;
//	                           rdf:type <term:Deleted> while what is deleted is being removed
//	<version:T/ID/N>           key, in the graph of the workspace; in its own: number, dcterms:title, hash, action, count-controls, count-held,
//	                           dcterms:creator, dcterms:created; inventory <inventory:T/ID/HASH>
//	<inventory:T/ID/HASH>      content, what an organisation holds and has, in JSON, typed rdf:JSON
const (
	base    = "urn:clausegraph:"
	dcterms = "http://purl.org/dc/terms/"
	rdf     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	skos    = "http://www.w3.org/2004/02/skos/core#"
	xsd     = "http://www.w3.org/2001/XMLSchema#"

	history      quad.IRI = base + "graph:history"
	changes      quad.IRI = base + "graph:changes"
	releaseClass quad.IRI = base + "term:Release"

	workspaceClass quad.IRI = base + "term:Workspace"
	deletedClass   quad.IRI = base + "term:Deleted"
)

// The predicates that others defined before us.
const (
	rdfType    quad.IRI = rdf + "type"
	title      quad.IRI = dcterms + "title"
	publisher  quad.IRI = dcterms + "publisher"
	issued     quad.IRI = dcterms + "issued"
	replaces   quad.IRI = dcterms + "replaces"
	identifier quad.IRI = dcterms + "identifier"
	creator    quad.IRI = dcterms + "creator"
	created    quad.IRI = dcterms + "created"
	prefLabel  quad.IRI = skos + "prefLabel"
	broader    quad.IRI = skos + "broader"
	related    quad.IRI = skos + "related"
	scopeNote  quad.IRI = skos + "scopeNote"
)

// The predicates of our own.
const (
	abbreviation  quad.IRI = base + "term:abbreviation"
	about         quad.IRI = base + "term:about"
	action        quad.IRI = base + "term:action"
	active        quad.IRI = base + "term:active"
	alsoEN        quad.IRI = base + "term:also-en"
	alsoKO        quad.IRI = base + "term:also-ko"
	ambiguous     quad.IRI = base + "term:ambiguous"
	asks          quad.IRI = base + "term:asks"
	assessable    quad.IRI = base + "term:assessable"
	audited       quad.IRI = base + "term:audited"
	authority     quad.IRI = base + "term:authority"
	basis         quad.IRI = base + "term:basis"
	catalog       quad.IRI = base + "term:catalog"
	certainty     quad.IRI = base + "term:certainty"
	certifies     quad.IRI = base + "term:certifies"
	cites         quad.IRI = base + "term:cites"
	claimant      quad.IRI = base + "term:claimant"
	claims        quad.IRI = base + "term:claims"
	completeFrom  quad.IRI = base + "term:complete-from"
	completeTo    quad.IRI = base + "term:complete-to"
	contentJSON   quad.IRI = base + "term:content"
	countControls quad.IRI = base + "term:count-controls"
	countHeld     quad.IRI = base + "term:count-held"
	wholeFrom     quad.IRI = base + "term:complete-all-from"
	wholeTo       quad.IRI = base + "term:complete-all-to"
	defines       quad.IRI = base + "term:defines"
	discipline    quad.IRI = base + "term:discipline"
	due           quad.IRI = base + "term:due"
	each          quad.IRI = base + "term:each"
	edition       quad.IRI = base + "term:edition"
	from          quad.IRI = base + "term:from"
	gist          quad.IRI = base + "term:gist"
	ofGlossary    quad.IRI = base + "term:glossary"
	hasVersion    quad.IRI = base + "term:has-version"
	ifHeld        quad.IRI = base + "term:if-held"
	detail        quad.IRI = base + "term:detail"
	digest        quad.IRI = base + "term:hash"
	onWhat        quad.IRI = base + "term:subject"
	requestKey    quad.IRI = base + "term:key"
	in            quad.IRI = base + "term:in"
	ofInventory   quad.IRI = base + "term:inventory"
	keeps         quad.IRI = base + "term:keeps"
	kind          quad.IRI = base + "term:kind"
	law           quad.IRI = base + "term:law"
	licence       quad.IRI = base + "term:licence"
	datasetName   quad.IRI = base + "term:name"
	formatNo      quad.IRI = base + "term:format"
	revisionNo    quad.IRI = base + "term:number"
	ofCrosswalk   quad.IRI = base + "term:crosswalk"
	obliges       quad.IRI = base + "term:obliges"
	omits         quad.IRI = base + "term:omits"
	omitted       quad.IRI = base + "term:omitted"
	order         quad.IRI = base + "term:order"
	parts         quad.IRI = base + "term:parts"
	previous      quad.IRI = base + "term:previous"
	profileOf     quad.IRI = base + "term:profile-of"
	provided      quad.IRI = base + "term:provided"
	relationTo    quad.IRI = base + "term:relation"
	remainderFrom quad.IRI = base + "term:remainder-from"
	remainderTo   quad.IRI = base + "term:remainder-to"
	review        quad.IRI = base + "term:review"
	reviewedBy    quad.IRI = base + "term:reviewed-by"
	reviewedOn    quad.IRI = base + "term:reviewed-on"
	says          quad.IRI = base + "term:says"
	ofScheme      quad.IRI = base + "term:scheme"
	selects       quad.IRI = base + "term:selects"
	selectsAlone  quad.IRI = base + "term:selects-alone"
	quadCount     quad.IRI = base + "term:size"
	source        quad.IRI = base + "term:source"
	states        quad.IRI = base + "term:states"
	status        quad.IRI = base + "term:status"
	strength      quad.IRI = base + "term:strength"
	tag           quad.IRI = base + "term:tag"
	target        quad.IRI = base + "term:target"
	originFormat  quad.IRI = base + "term:origin-format"
	originID      quad.IRI = base + "term:origin-id"
	originLicence quad.IRI = base + "term:origin-licence"
	originPrefix  quad.IRI = base + "term:origin-prefix"
	originTitle   quad.IRI = base + "term:origin-title"
	originURL     quad.IRI = base + "term:origin-url"
	textPolicy    quad.IRI = base + "term:text-policy"
	to            quad.IRI = base + "term:to"
	unofficial    quad.IRI = base + "term:unofficial"
	webAddress    quad.IRI = base + "term:url"
	validFrom     quad.IRI = base + "term:valid-from"
	validTo       quad.IRI = base + "term:valid-to"
	via           quad.IRI = base + "term:via"
	what          quad.IRI = base + "term:what"
	when          quad.IRI = base + "term:when"
	who           quad.IRI = base + "term:who"
	why           quad.IRI = base + "term:why"
)

// local returns the last part of a predicate, such as "title". The local names of the vocabulary are distinct.
func local(predicate quad.IRI) string {
	s := string(predicate)
	return s[strings.LastIndexAny(s, ":/#")+1:]
}

// listOf returns the node that keeps the order of a predicate's values. No id contains an unescaped "#".
func listOf(subject, predicate quad.IRI) quad.IRI {
	return subject + "#" + quad.IRI(local(predicate))
}

// position returns the predicate of the nth member of a list, counted from 1.
func position(n int) quad.IRI { return rdf + "_" + quad.IRI(strconv.Itoa(n)) }
