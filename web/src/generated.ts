// Written by codegen.mjs; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How much a claim, or a proof that uses claims, may be trusted. A proof is worth what its weakest claim is worth. */
export type Assurance =
  /** This project's claim, read once. */
  | 'DRAFT'
  /** This project's claim, confirmed by a second reader. */
  | 'REVIEWED'
  /** The claim of a named outside source. */
  | 'PUBLISHED'
  /** The claim of the standard's own annex or of a regulator; and what follows from the structure of a standard without any claim. */
  | 'OFFICIAL';

/** The ground on which two requirements were compared (NIST IR 8477). */
export type Basis =
  /** The wording. */
  | 'SYNTACTIC'
  /** The meaning of the wording. */
  | 'SEMANTIC'
  /** The result of carrying it out. */
  | 'FUNCTIONAL';

/** Why a control does not count in full. */
export type BlockerReason =
  /** It is not carried out yet. */
  | 'PLANNED'
  /** It is carried out in part. */
  | 'PARTIAL'
  /** It is carried out in another scope than the one asked about. */
  | 'OUT_OF_SCOPE';

/** How sure a heading or a statement is. */
export type Certainty =
  /** Checked against the publisher's text or two sources that do not depend on each other. */
  | 'VERIFIED'
  /** Taken from one source alone. */
  | 'SINGLE_SOURCE'
  /** Concluded from other texts, such as another edition or a translation. */
  | 'DERIVED'
  /** Not checked. */
  | 'UNVERIFIED';

/** What happened to requirements from one edition to the next. */
export type ChangeKind =
  /** Same obligations, number and heading. */
  | 'KEPT'
  /** Same obligations under another number or heading. */
  | 'RENAMED'
  /** Several old requirements make up the new one. */
  | 'MERGED'
  /** One old requirement is spread over several new ones. */
  | 'SPLIT'
  /** Carried over, and the new requirement asks more. */
  | 'EXTENDED'
  /** Nothing old relates to it. */
  | 'NEW'
  /** Nothing new relates to it. */
  | 'WITHDRAWN';

/** A control of an organisation. Of one that is given with a question nothing is kept. */
export type ControlInput = {
  /** A short id of its own, which the answer names it by. */
  id: string;
  /** What it is called. */
  title: string;
  /** Who answers for it. */
  owner?: string | null | undefined;
  /** How far it is carried out. Only what is carried out counts: a planned control never does. */
  status: ControlStatus;
  /** Why it is not applicable. */
  reason?: string | null | undefined;
  /** Where it is carried out. Null is everywhere. */
  scope?: string | null | undefined;
  /** Refs of the requirements and points that it meets in full; no headings, no standards. */
  satisfies?: Array<string> | null | undefined;
  /** Refs of the requirements and points that it meets in part; no headings, no standards. */
  contributes?: Array<string> | null | undefined;
  /** The documents that it is written down in. */
  documents?: Array<string> | null | undefined;
  /** What shows that it is carried out. */
  evidence?: Array<string> | null | undefined;
  /** When somebody last looked at it. */
  reviewedOn?: string | null | undefined;
};

/** How far a control is carried out. */
export type ControlStatus =
  /** Carried out: what it satisfies is FULL, what it contributes to PARTIAL. */
  | 'IMPLEMENTED'
  /** Carried out in part: what it satisfies is PARTIAL, what it contributes to proves nothing. */
  | 'PARTIAL'
  /** Not carried out yet. It proves nothing. */
  | 'PLANNED'
  /** Not carried out. It proves nothing. */
  | 'NOT_IMPLEMENTED'
  /** Not applicable, for a reason: it takes the requirements that it names out of what is held. */
  | 'NOT_APPLICABLE';

/** How a document is written. */
export type DeliverableFormat =
  /** A workbook of Office Open XML. */
  | 'XLSX'
  /** The main table alone, as comma-separated values in UTF-8 with a byte order mark. */
  | 'CSV'
  /** Markdown in UTF-8. */
  | 'MD'
  /** One HTML page that can be printed and needs nothing from elsewhere. */
  | 'HTML';

/** What a document is. */
export type DeliverableKind =
  /** The gap workbook: counts with a picture, the list to work with, claims, proofs, sources, legend and method. */
  | 'WORKBOOK'
  /** The statement of applicability of a standard with Annex A controls: ISO/IEC 27001, 27701 or 42001. */
  | 'SOA'
  /** The statement of operation (운영명세서) of ISMS or ISMS-P. */
  | 'OPERATION_STATEMENT'
  /** The plan from the one edition of a standard that is held to the target: what became of each requirement, and which controls it touches. */
  | 'TRANSITION'
  /** The worksheet of the time of an integrated audit, over days that its user enters. */
  | 'AUDIT_TIME'
  /** One page for the management. */
  | 'SUMMARY';

/** The language of a document. */
export type DeliverableLanguage =
  /** English. */
  | 'EN'
  /** Korean. */
  | 'KO'
  /** Both: headings and short texts below each other, long texts in columns of their own. */
  | 'BOTH';

/** The subject that a standard manages. */
export type Discipline =
  /** The quality of products and services. */
  | 'QUALITY'
  /** The security of information. */
  | 'INFORMATION_SECURITY'
  /** The protection of personal data. */
  | 'PRIVACY'
  /** The responsible use of artificial intelligence. */
  | 'AI'
  /** The continuity of the business. */
  | 'CONTINUITY'
  /** Duties that a law imposes. */
  | 'LAW';

/** What a verdict means for the work that is left. */
export type Disposition =
  /** FULL: show what is there. */
  | 'REUSE'
  /** PARTIAL: add what remains. */
  | 'EXTEND'
  /** PARTIAL, where a clause of the structure that all ISO management systems share is met, and what is held and the target have no subject in common: the process exists, its subject is new. */
  | 'EXTEND_SCOPE'
  /** POSSIBLE: read both and decide. */
  | 'REVIEW'
  /** NONE: build it. */
  | 'NEW'
  /** UNKNOWN: find out, since nobody has looked. */
  | 'ANALYSE';

/** What sort of statement a fact is. */
export type FactKind =
  /** What a law, a decree or a notice says. */
  | 'LAW'
  /** A number of things that can be counted. */
  | 'COUNT'
  /** Somebody's figure, such as a vendor's on cost or duration. It is never verified. */
  | 'ESTIMATE'
  /** How two standards compare. */
  | 'COMPARISON'
  /** What concerns an edition: its publication, the transition to it, its end. */
  | 'EDITION';

/** Something known of an organization. */
export type KeyValueInput = {
  /** The name of the question, such as daily-users. */
  key: string;
  /** The answer to it: digits for a number, yes or no for a flag. */
  value: string;
};

/** A language that the data is written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Korean. */
  | 'KO';

/** What a remark means for the reading of a file. */
export type NoteSeverity =
  /** How something was understood. */
  | 'INFO'
  /** Something was understood that a person should look at. */
  | 'WARNING'
  /** Something was not understood, and is left out. */
  | 'ERROR';

/** Whether an organization falls under an obligation. */
export type ObligationAnswer =
  /** It does. */
  | 'YES'
  /** It does not. */
  | 'NO'
  /** Too little is known of it. */
  | 'NOT_DECIDED';

/** Which claims a question trusts. Without it, all. */
export type PolicyInput = {
  /** Leave out claims of less assurance than this. */
  minAssurance?: Assurance | null | undefined;
  /** Leave out the claims of these sources and crosswalks, named by Source.title and Crosswalk.name. */
  distrust?: Array<string> | null | undefined;
  /** The largest number of claims on the way from what is held to a conclusion: 1 takes direct claims alone, null and 0 set no bound; at most 16. */
  maxHops?: number | null | undefined;
  /** Leave out these claims, named by Mapping.ref. */
  without?: Array<string> | null | undefined;
};

/**
 * How one set of obligations relates to another, read from sources to targets. These are the five set relations of NIST
 * IR 8477, in the words of OSCAL.
 */
export type Relation =
  /** Both sides ask the same. */
  | 'EQUAL_TO'
  /** The sources ask a part of what the targets ask, and nothing else: who meets the sources has met a part of the targets. */
  | 'SUBSET_OF'
  /** The sources ask all of what the targets ask, and more: who meets the sources has met the targets. */
  | 'SUPERSET_OF'
  /** Some obligations are shared, and each side asks others as well. */
  | 'INTERSECTS_WITH'
  /** No obligation is shared. Somebody looked and says so. */
  | 'NO_RELATIONSHIP';

/** What kind of node a requirement is. */
export type RequirementKind =
  /** A heading that holds other nodes. */
  | 'GROUP'
  /** A clause of a management system standard. */
  | 'CLAUSE'
  /** A control: a measure that treats risk, such as those of Annex A of ISO/IEC 27001. */
  | 'CONTROL'
  /** A criterion of a certification scheme, such as those of ISMS-P. */
  | 'CRITERION'
  /** A check item below a criterion. */
  | 'CHECK_ITEM'
  /** An article of a law. */
  | 'ARTICLE'
  /** A point: one single obligation of a requirement, in our own words. */
  | 'POINT';

/** Whether a claim has had a second reading. */
export type ReviewState =
  /** It has not. */
  | 'DRAFT'
  /** Somebody other than the author has confirmed it. */
  | 'REVIEWED';

/** The numbered rules that verdicts come from. R1 to R5 are sound: if the claims are true, so are the verdicts. */
export type Rule =
  /** It is held, so it is FULL. */
  | 'R1'
  /** Parts and their whole: the parts of a FULL requirement are FULL; it is FULL if all its parts are and make up the whole; it is PARTIAL if a part is. */
  | 'R2'
  /** All sources of a claim are FULL and are equal to the targets or contain them: each target is FULL. */
  | 'R3'
  /** All sources of a claim are FULL and lie within its one target or intersect with it: the target is PARTIAL. */
  | 'R4'
  /** A source is at least PARTIAL and the sources are equal to the one target or lie within it, or a source is FULL and each source meets a part of each target: PARTIAL. */
  | 'R5'
  /** A claim that proves nothing more touches it: POSSIBLE. */
  | 'R6'
  /** Something is held, and every pair of what is held with it was considered and found unrelated: NONE. */
  | 'R7';

/** What values a question takes. */
export type SchemeQuestionKind =
  /** A whole number that is not negative, in digits alone, such as 12000000000. */
  | 'NUMBER'
  /** The words yes or no. */
  | 'FLAG';

/** What a completion is. */
export type SearchCompletionKind =
  /** A term of the glossary. */
  | 'TERM'
  /** The heading of one or more requirements. */
  | 'TITLE'
  /** The id of a requirement. */
  | 'REQUIREMENT'
  /** The name of a standard. */
  | 'STANDARD';

/** Where a requirement has what a query asks for. */
export type SearchField =
  /** The heading. */
  | 'TITLE'
  /** The gist. */
  | 'GIST'
  /** The text of a point. */
  | 'POINT'
  /** What a claim says that the requirement asks beyond another one. */
  | 'REMAINDER'
  /** A text of the user's own. */
  | 'OVERLAY'
  /** The articles of law that it rests on. */
  | 'LAW'
  /** The id. */
  | 'ID'
  /** A claim that relates it to another hit. */
  | 'CLAIM';

/** What led from what was typed to what was found. */
export type SearchVia =
  /** The words themselves. */
  | 'TEXT'
  /** The id. */
  | 'ID'
  /** The glossary: another form of the term, maybe in the other language. */
  | 'GLOSSARY'
  /** The spelling: the word that was probably meant. */
  | 'SPELLING'
  /** The words written together, or apart. */
  | 'SPACING'
  /** What the same keys give on the other keyboard layout, Korean or English. */
  | 'LAYOUT'
  /** A word with these initial consonants. */
  | 'INITIALS'
  /** The article of law that it rests on. */
  | 'LAW'
  /** It replaces a requirement that was found by its id. */
  | 'EDITION'
  /** Claims relate it to a better hit. */
  | 'COUNTERPART';

/** Where an edition of a standard is in its life. */
export type StandardStatus =
  /** It is the valid edition. */
  | 'CURRENT'
  /** A newer edition is out, and certificates of this one are still valid. */
  | 'IN_TRANSITION'
  /** A newer edition has replaced it. */
  | 'SUPERSEDED'
  /** It was withdrawn and not replaced. */
  | 'WITHDRAWN'
  /** It gives guidance and is never a target of certification. */
  | 'GUIDANCE';

/** What is proved about a requirement, given what is held. */
export type Verdict =
  /** Every obligation is met by what is held. */
  | 'FULL'
  /** At least one obligation is met by what is held; not all are proved. */
  | 'PARTIAL'
  /** A claim touches the requirement, but set logic proves nothing. This is not coverage. */
  | 'POSSIBLE'
  /** Somebody looked and said: nothing held relates to the requirement. */
  | 'NONE'
  /** Nobody has looked. This is not a gap. */
  | 'UNKNOWN';

export type DownloadQueryVariables = Exact<{
  kind: DeliverableKind;
  format: DeliverableFormat;
  documentLanguage: DeliverableLanguage;
  held: Array<string> | string;
  controls?: Array<ControlInput> | ControlInput | null | undefined;
  scope?: string | null | undefined;
  target: string;
  organization?: string | null | undefined;
  asOf?: string | null | undefined;
  policy?: PolicyInput | null | undefined;
}>;


export type DownloadQuery = { deliverable: { fileName: string, mediaType: string, content: string } };

export type StandardsQueryVariables = Exact<{
  language: Language;
}>;


export type StandardsQuery = { revision: { hash: string, time: string }, standards: Array<{ ref: string, title: string | null, edition: string, publisher: string, status: StandardStatus, notice: string | null, supersedes: string | null, unofficial: Array<Language>, profileOf: { ref: string } | null }> };

export type TreeQueryVariables = Exact<{
  ref: string;
  language: Language;
  after?: string | null | undefined;
}>;


export type TreeQuery = { revision: { hash: string }, standard: { ref: string, title: string | null, requirements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { ref: string, number: string, name: string, kind: RequirementKind, assessable: boolean, parent: { ref: string } | null } }> } } | null };

export type FindQueryVariables = Exact<{
  query: string;
  language: Language;
}>;


export type FindQuery = { revision: { hash: string }, search: { edges: Array<{ node: { ref: string, number: string, name: string, kind: RequirementKind, standard: { ref: string } } }> } };

export type ReadInventoryQueryVariables = Exact<{
  fileName: string;
  content: string;
}>;


export type ReadInventoryQuery = { revision: { hash: string }, inventory: { organization: string, scopes: Array<string>, controls: Array<{ id: string, title: string, owner: string | null, status: ControlStatus, reason: string | null, scope: string | null, satisfies: Array<string>, contributes: Array<string>, documents: Array<string>, evidence: Array<string>, reviewedOn: string | null }>, notes: Array<{ severity: NoteSeverity, place: string, message: string }> } };

export type CoverageQueryVariables = Exact<{
  held: Array<string> | string;
  controls?: Array<ControlInput> | ControlInput | null | undefined;
  scope?: string | null | undefined;
  target: string;
  asOf?: string | null | undefined;
  policy?: PolicyInput | null | undefined;
  language: Language;
  after?: string | null | undefined;
}>;


export type CoverageQuery = { revision: { hash: string }, gapAnalysis: { asOf: string, held: Array<string>, lapsed: Array<{ ref: string, until: string }>, doubts: Array<{ requirement: { ref: string, name: string }, controls: Array<{ id: string, title: string }> }>, summary: { full: number, partial: number, possible: number, none: number, unknown: number, total: number, byGroup: Array<{ group: { ref: string, number: string, name: string, parent: { ref: string } | null }, summary: { full: number, partial: number, possible: number, none: number, unknown: number, total: number } }> }, items: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { verdict: Verdict, disposition: Disposition, requirement: { ref: string, number: string, name: string, parent: { ref: string } | null }, blockers: Array<{ control: { id: string } }>, conflict: Array<{ standard: { ref: string } }>, disagreements: Array<{ claims: Array<{ ref: string }> }> } }> } } };

export type CrosswalkQueryVariables = Exact<{
  from: string;
  to: string;
  language: Language;
  after?: string | null | undefined;
}>;


export type CrosswalkQuery = { revision: { hash: string }, mappings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ reversed: boolean, relation: Relation, node: { ref: string, strength: number | null, basis: Basis | null, assurance: Assurance, each: boolean, why: string, remainder: { from: string | null, to: string | null }, sources: Array<{ ref: string, number: string, kind: RequirementKind, parent: { ref: string } | null }>, targets: Array<{ ref: string, number: string, kind: RequirementKind, parent: { ref: string } | null }>, source: { title: string }, review: { state: ReviewState, by: string | null, on: string | null } } }> } };

export type ExplainQueryVariables = Exact<{
  held: Array<string> | string;
  controls?: Array<ControlInput> | ControlInput | null | undefined;
  scope?: string | null | undefined;
  requirement: string;
  asOf?: string | null | undefined;
  policy?: PolicyInput | null | undefined;
  language: Language;
}>;


export type ExplainQuery = { revision: { hash: string }, explain: { asOf: string, verdict: Verdict, disposition: Disposition, sentences: Array<string>, lapsed: Array<{ ref: string, until: string }>, requirement: { ref: string, number: string, name: string, gist: string | null, laws: Array<string>, standard: { ref: string, title: string | null, edition: string }, parent: { ref: string, number: string, name: string } | null }, remainder: Array<{ text: string, beyond: Array<{ ref: string }>, point: { ref: string, number: string } | null, mapping: { ref: string } | null }>, points: Array<{ verdict: Verdict, requirement: { ref: string, number: string, gist: string | null } }>, omission: { source: string, conditions: Array<string>, certainty: Certainty } | null, blockers: Array<{ why: BlockerReason, verdict: Verdict, control: { id: string, title: string } }>, conflict: Array<{ standard: { ref: string, title: string | null }, mappings: Array<{ ref: string }>, crosswalk: { name: string } | null }>, disagreements: Array<{ claims: Array<{ ref: string, relation: Relation, why: string, sources: Array<{ ref: string }>, targets: Array<{ ref: string }>, sourceStandard: { ref: string }, targetStandard: { ref: string }, source: { title: string } }> }>, doubts: Array<{ requirement: { ref: string, name: string }, controls: Array<{ id: string, title: string }> }>, proof: { assurance: Assurance, steps: Array<{ rule: Rule, verdict: Verdict, held: string | null, reversed: boolean, controls: Array<{ id: string, title: string }>, requirement: { ref: string, number: string, name: string, kind: RequirementKind, standard: { ref: string, edition: string }, parent: { ref: string } | null }, missing: Array<{ ref: string, number: string, name: string }>, premises: Array<{ verdict: Verdict, requirement: { ref: string } }>, mapping: { ref: string, relation: Relation, strength: number | null, basis: Basis | null, assurance: Assurance, each: boolean, why: string, sources: Array<{ ref: string }>, targets: Array<{ ref: string }>, sourceStandard: { ref: string, title: string | null, edition: string }, targetStandard: { ref: string, title: string | null, edition: string }, crosswalk: { name: string, author: string }, source: { title: string, url: string | null, licence: string | null }, review: { state: ReviewState, by: string | null, on: string | null } } | null }> } | null } };

export type FactsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  language: Language;
}>;


export type FactsQuery = { revision: { hash: string }, schemes: Array<{ ref: string, title: string, authority: string, standards: Array<{ ref: string }>, questions: Array<{ name: string, kind: SchemeQuestionKind, title: string }> }>, facts: Array<{ key: string, kind: FactKind, claim: string, about: Array<string>, source: string, certainty: Certainty, valid: { from: string | null, to: string | null }, scheme: { ref: string } }> };

export type ObligationsQueryVariables = Exact<{
  scheme: string;
  inputs: Array<KeyValueInput> | KeyValueInput;
  asOf?: string | null | undefined;
  language: Language;
}>;


export type ObligationsQuery = { revision: { hash: string }, obligations: Array<{ key: string, answer: ObligationAnswer, source: string, certainty: Certainty, who: string, what: string, due: string | null, missing: Array<{ name: string, title: string }>, valid: { from: string | null, to: string | null } }> };

export type NeighbourhoodQueryVariables = Exact<{
  ref: string;
  language: Language;
  after?: string | null | undefined;
}>;


export type NeighbourhoodQuery = { revision: { hash: string }, requirement: { ref: string, number: string, kind: RequirementKind, name: string, gist: string | null, laws: Array<string>, standard: { ref: string, title: string | null }, parent: { ref: string, number: string, name: string, kind: RequirementKind } | null, children: Array<{ ref: string, number: string, name: string }>, points: Array<{ ref: string, number: string, gist: string | null }>, mappings: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ reversed: boolean, relation: Relation, node: { ref: string, strength: number | null, assurance: Assurance, why: string, sources: Array<{ ref: string, number: string, kind: RequirementKind, name: string, standard: { ref: string }, parent: { ref: string, number: string, name: string } | null }>, targets: Array<{ ref: string, number: string, kind: RequirementKind, name: string, standard: { ref: string }, parent: { ref: string, number: string, name: string } | null }>, sourceStandard: { ref: string }, targetStandard: { ref: string }, source: { title: string }, review: { state: ReviewState, by: string | null, on: string | null } } }> } } | null };

export type EndFragment = { ref: string, number: string, kind: RequirementKind, name: string, standard: { ref: string }, parent: { ref: string, number: string, name: string } | null };

export type OverlapQueryVariables = Exact<{
  standards: Array<string> | string;
  asOf?: string | null | undefined;
  policy?: PolicyInput | null | undefined;
  language: Language;
}>;


export type OverlapQuery = { revision: { hash: string }, overlap: { notices: Array<string>, pairs: Array<{ held: { ref: string }, target: { ref: string }, summary: { full: number, partial: number, possible: number, none: number, unknown: number, total: number } }> } };

export type NextStandardsQueryVariables = Exact<{
  held: Array<string> | string;
  controls?: Array<ControlInput> | ControlInput | null | undefined;
  scope?: string | null | undefined;
  asOf?: string | null | undefined;
  policy?: PolicyInput | null | undefined;
  language: Language;
}>;


export type NextStandardsQuery = { revision: { hash: string }, nextStandards: Array<{ standard: { ref: string, title: string | null, status: StandardStatus }, summary: { full: number, partial: number, possible: number, none: number, unknown: number, total: number } }> };

export type EditionChangesQueryVariables = Exact<{
  from: string;
  to: string;
  controls?: Array<ControlInput> | ControlInput | null | undefined;
  language: Language;
  after?: string | null | undefined;
}>;


export type EditionChangesQuery = { revision: { hash: string }, editionChanges: { counts: Array<{ kind: ChangeKind, count: number }>, changes: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { kind: ChangeKind, verdict: Verdict | null, from: Array<{ ref: string, number: string, name: string }>, to: { ref: string, number: string, name: string } | null, remainder: Array<{ text: string, point: { number: string } | null, mapping: { ref: string } | null }>, controls: Array<{ id: string, title: string }> } }> } } };

export type SearchQueryVariables = Exact<{
  query: string;
  standards?: Array<string> | string | null | undefined;
  kinds?: Array<RequirementKind> | RequirementKind | null | undefined;
  disciplines?: Array<Discipline> | Discipline | null | undefined;
  domains?: Array<string> | string | null | undefined;
  attributes?: Array<string> | string | null | undefined;
  language: Language;
  first: number;
}>;


export type SearchQuery = { revision: { hash: string }, search: { totalCount: number, suggestion: { text: string, via: SearchVia } | null, facets: Array<{ name: string, label: string, values: Array<{ value: string, label: string, count: number, selected: boolean }> }>, edges: Array<{ byId: boolean, node: { ref: string, number: string, name: string, kind: RequirementKind, assessable: boolean, standard: { ref: string, title: string | null } }, highlights: Array<{ field: SearchField, language: Language, of: { number: string }, pieces: Array<{ text: string, match: boolean }> }>, matches: Array<{ query: string, term: string, via: SearchVia }>, heirs: Array<{ ref: string, number: string, name: string }>, counterparts: Array<{ standard: { ref: string }, counterparts: Array<{ relation: Relation | null, requirement: { ref: string, number: string, name: string } }> }> }> } };

export type SuggestionsQueryVariables = Exact<{
  query: string;
}>;


export type SuggestionsQuery = { revision: { hash: string }, suggestions: Array<{ text: string, kind: SearchCompletionKind, requirement: { ref: string } | null, standard: { ref: string } | null }> };

export type TodoQueryVariables = Exact<{
  held: Array<string> | string;
  controls?: Array<ControlInput> | ControlInput | null | undefined;
  scope?: string | null | undefined;
  target: string;
  asOf?: string | null | undefined;
  policy?: PolicyInput | null | undefined;
  language: Language;
  after?: string | null | undefined;
}>;


export type TodoQuery = { revision: { hash: string }, gapAnalysis: { asOf: string, lapsed: Array<{ ref: string, until: string }>, items: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { verdict: Verdict, disposition: Disposition, requirement: { ref: string, number: string, name: string }, remainder: Array<{ text: string, point: { ref: string, number: string } | null, mapping: { ref: string } | null }>, blockers: Array<{ why: BlockerReason, verdict: Verdict, control: { id: string, title: string } }>, omission: { source: string, conditions: Array<string> } | null, proof: { steps: Array<{ rule: Rule, requirement: { ref: string }, controls: Array<{ id: string, owner: string | null, evidence: Array<string> }> }> } | null, points: Array<{ verdict: Verdict, proof: { steps: Array<{ rule: Rule, requirement: { ref: string }, controls: Array<{ id: string, owner: string | null, evidence: Array<string> }> }> } | null }> } }> } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EndFragmentDoc = new TypedDocumentString(`
    fragment End on Requirement {
  ref
  number
  kind
  name(language: $language)
  standard {
    ref
  }
  parent {
    ref
    number
    name(language: $language)
  }
}
    `, {"fragmentName":"End"}) as unknown as TypedDocumentString<EndFragment, unknown>;
export const DownloadDocument = new TypedDocumentString(`
    query Download($kind: DeliverableKind!, $format: DeliverableFormat!, $documentLanguage: DeliverableLanguage!, $held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $organization: String, $asOf: Date, $policy: PolicyInput) {
  deliverable(
    kind: $kind
    format: $format
    language: $documentLanguage
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    organization: $organization
    asOf: $asOf
    policy: $policy
  ) {
    fileName
    mediaType
    content
  }
}
    `) as unknown as TypedDocumentString<DownloadQuery, DownloadQueryVariables>;
export const StandardsDocument = new TypedDocumentString(`
    query Standards($language: Language!) {
  revision {
    hash
    time
  }
  standards {
    ref
    title(language: $language)
    edition
    publisher
    status
    notice(language: $language)
    supersedes
    unofficial
    profileOf {
      ref
    }
  }
}
    `) as unknown as TypedDocumentString<StandardsQuery, StandardsQueryVariables>;
export const TreeDocument = new TypedDocumentString(`
    query Tree($ref: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  standard(ref: $ref) {
    ref
    title(language: $language)
    requirements(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ref
          number
          name(language: $language)
          kind
          assessable
          parent {
            ref
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TreeQuery, TreeQueryVariables>;
export const FindDocument = new TypedDocumentString(`
    query Find($query: String!, $language: Language!) {
  revision {
    hash
  }
  search(query: $query, first: 8) {
    edges {
      node {
        ref
        number
        name(language: $language)
        kind
        standard {
          ref
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindQuery, FindQueryVariables>;
export const ReadInventoryDocument = new TypedDocumentString(`
    query ReadInventory($fileName: String!, $content: Base64!) {
  revision {
    hash
  }
  inventory(fileName: $fileName, content: $content) {
    organization
    scopes
    controls {
      id
      title
      owner
      status
      reason
      scope
      satisfies
      contributes
      documents
      evidence
      reviewedOn
    }
    notes {
      severity
      place
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReadInventoryQuery, ReadInventoryQueryVariables>;
export const CoverageDocument = new TypedDocumentString(`
    query Coverage($held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $asOf: Date, $policy: PolicyInput, $language: Language!, $after: String) {
  revision {
    hash
  }
  gapAnalysis(
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    held
    lapsed {
      ref
      until
    }
    doubts {
      requirement {
        ref
        name(language: $language)
      }
      controls {
        id
        title
      }
    }
    summary {
      full
      partial
      possible
      none
      unknown
      total
      byGroup {
        group {
          ref
          number
          name(language: $language)
          parent {
            ref
          }
        }
        summary {
          full
          partial
          possible
          none
          unknown
          total
        }
      }
    }
    items(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          verdict
          disposition
          requirement {
            ref
            number
            name(language: $language)
            parent {
              ref
            }
          }
          blockers {
            control {
              id
            }
          }
          conflict {
            standard {
              ref
            }
          }
          disagreements {
            claims {
              ref
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CoverageQuery, CoverageQueryVariables>;
export const CrosswalkDocument = new TypedDocumentString(`
    query Crosswalk($from: String!, $to: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  mappings(from: $from, to: $to, first: 250, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      reversed
      relation
      node {
        ref
        strength
        basis
        assurance
        each
        why(language: $language)
        remainder {
          from(language: $language)
          to(language: $language)
        }
        sources {
          ref
          number
          parent {
            ref
          }
          kind
        }
        targets {
          ref
          number
          parent {
            ref
          }
          kind
        }
        source {
          title
        }
        review {
          state
          by
          on
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CrosswalkQuery, CrosswalkQueryVariables>;
export const ExplainDocument = new TypedDocumentString(`
    query Explain($held: [String!]!, $controls: [ControlInput!], $scope: String, $requirement: String!, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  explain(
    held: $held
    controls: $controls
    scope: $scope
    requirement: $requirement
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    lapsed {
      ref
      until
    }
    verdict
    disposition
    requirement {
      ref
      number
      name(language: $language)
      gist(language: $language)
      laws
      standard {
        ref
        title(language: $language)
        edition
      }
      parent {
        ref
        number
        name(language: $language)
      }
    }
    sentences(language: $language)
    remainder {
      text(language: $language)
      beyond {
        ref
      }
      point {
        ref
        number
      }
      mapping {
        ref
      }
    }
    points {
      verdict
      requirement {
        ref
        number
        gist(language: $language)
      }
    }
    omission {
      source
      conditions(language: $language)
      certainty
    }
    blockers {
      why
      verdict
      control {
        id
        title
      }
    }
    conflict {
      standard {
        ref
        title(language: $language)
      }
      mappings {
        ref
      }
      crosswalk {
        name
      }
    }
    disagreements {
      claims {
        ref
        relation
        why(language: $language)
        sources {
          ref
        }
        targets {
          ref
        }
        sourceStandard {
          ref
        }
        targetStandard {
          ref
        }
        source {
          title
        }
      }
    }
    doubts {
      requirement {
        ref
        name(language: $language)
      }
      controls {
        id
        title
      }
    }
    proof {
      assurance
      steps {
        rule
        verdict
        held
        reversed
        controls {
          id
          title
        }
        requirement {
          ref
          number
          name(language: $language)
          kind
          standard {
            ref
            edition
          }
          parent {
            ref
          }
        }
        missing {
          ref
          number
          name(language: $language)
        }
        premises {
          verdict
          requirement {
            ref
          }
        }
        mapping {
          ref
          relation
          strength
          basis
          assurance
          each
          why(language: $language)
          sources {
            ref
          }
          targets {
            ref
          }
          sourceStandard {
            ref
            title(language: $language)
            edition
          }
          targetStandard {
            ref
            title(language: $language)
            edition
          }
          crosswalk {
            name
            author
          }
          source {
            title
            url
            licence
          }
          review {
            state
            by
            on
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainQuery, ExplainQueryVariables>;
export const FactsDocument = new TypedDocumentString(`
    query Facts($asOf: Date, $language: Language!) {
  revision {
    hash
  }
  schemes {
    ref
    title(language: $language)
    authority(language: $language)
    standards {
      ref
    }
    questions {
      name
      kind
      title(language: $language)
    }
  }
  facts(asOf: $asOf) {
    key
    kind
    claim(language: $language)
    about
    valid {
      from
      to
    }
    source
    certainty
    scheme {
      ref
    }
  }
}
    `) as unknown as TypedDocumentString<FactsQuery, FactsQueryVariables>;
export const ObligationsDocument = new TypedDocumentString(`
    query Obligations($scheme: String!, $inputs: [KeyValueInput!]!, $asOf: Date, $language: Language!) {
  revision {
    hash
  }
  obligations(scheme: $scheme, inputs: $inputs, asOf: $asOf) {
    key
    answer
    source
    certainty
    who(language: $language)
    what(language: $language)
    due(language: $language)
    missing {
      name
      title(language: $language)
    }
    valid {
      from
      to
    }
  }
}
    `) as unknown as TypedDocumentString<ObligationsQuery, ObligationsQueryVariables>;
export const NeighbourhoodDocument = new TypedDocumentString(`
    query Neighbourhood($ref: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  requirement(ref: $ref) {
    ref
    number
    kind
    name(language: $language)
    gist(language: $language)
    laws
    standard {
      ref
      title(language: $language)
    }
    parent {
      ref
      number
      name(language: $language)
      kind
    }
    children {
      ref
      number
      name(language: $language)
    }
    points {
      ref
      number
      gist(language: $language)
    }
    mappings(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        reversed
        relation
        node {
          ref
          strength
          assurance
          why(language: $language)
          sources {
            ...End
          }
          targets {
            ...End
          }
          sourceStandard {
            ref
          }
          targetStandard {
            ref
          }
          source {
            title
          }
          review {
            state
            by
            on
          }
        }
      }
    }
  }
}
    fragment End on Requirement {
  ref
  number
  kind
  name(language: $language)
  standard {
    ref
  }
  parent {
    ref
    number
    name(language: $language)
  }
}`) as unknown as TypedDocumentString<NeighbourhoodQuery, NeighbourhoodQueryVariables>;
export const OverlapDocument = new TypedDocumentString(`
    query Overlap($standards: [String!]!, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  overlap(standards: $standards, asOf: $asOf, policy: $policy) {
    notices(language: $language)
    pairs {
      held {
        ref
      }
      target {
        ref
      }
      summary {
        full
        partial
        possible
        none
        unknown
        total
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverlapQuery, OverlapQueryVariables>;
export const NextStandardsDocument = new TypedDocumentString(`
    query NextStandards($held: [String!]!, $controls: [ControlInput!], $scope: String, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  nextStandards(
    held: $held
    controls: $controls
    scope: $scope
    asOf: $asOf
    policy: $policy
  ) {
    standard {
      ref
      title(language: $language)
      status
    }
    summary {
      full
      partial
      possible
      none
      unknown
      total
    }
  }
}
    `) as unknown as TypedDocumentString<NextStandardsQuery, NextStandardsQueryVariables>;
export const EditionChangesDocument = new TypedDocumentString(`
    query EditionChanges($from: String!, $to: String!, $controls: [ControlInput!], $language: Language!, $after: String) {
  revision {
    hash
  }
  editionChanges(from: $from, to: $to, controls: $controls) {
    counts {
      kind
      count
    }
    changes(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          kind
          verdict
          from {
            ref
            number
            name(language: $language)
          }
          to {
            ref
            number
            name(language: $language)
          }
          remainder {
            text(language: $language)
            point {
              number
            }
            mapping {
              ref
            }
          }
          controls {
            id
            title
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EditionChangesQuery, EditionChangesQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $standards: [String!], $kinds: [RequirementKind!], $disciplines: [Discipline!], $domains: [String!], $attributes: [String!], $language: Language!, $first: Int!) {
  revision {
    hash
  }
  search(
    query: $query
    standards: $standards
    kinds: $kinds
    disciplines: $disciplines
    domains: $domains
    attributes: $attributes
    first: $first
  ) {
    totalCount
    suggestion {
      text
      via
    }
    facets {
      name
      label(language: $language)
      values {
        value
        label(language: $language)
        count
        selected
      }
    }
    edges {
      byId
      node {
        ref
        number
        name(language: $language)
        kind
        assessable
        standard {
          ref
          title(language: $language)
        }
      }
      highlights {
        field
        language
        of {
          number
        }
        pieces {
          text
          match
        }
      }
      matches {
        query
        term
        via
      }
      heirs {
        ref
        number
        name(language: $language)
      }
      counterparts {
        standard {
          ref
        }
        counterparts {
          relation
          requirement {
            ref
            number
            name(language: $language)
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($query: String!) {
  revision {
    hash
  }
  suggestions(query: $query, first: 8) {
    text
    kind
    requirement {
      ref
    }
    standard {
      ref
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const TodoDocument = new TypedDocumentString(`
    query Todo($held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $asOf: Date, $policy: PolicyInput, $language: Language!, $after: String) {
  revision {
    hash
  }
  gapAnalysis(
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    lapsed {
      ref
      until
    }
    items(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          verdict
          disposition
          requirement {
            ref
            number
            name(language: $language)
          }
          remainder {
            text(language: $language)
            point {
              ref
              number
            }
            mapping {
              ref
            }
          }
          blockers {
            why
            verdict
            control {
              id
              title
            }
          }
          omission {
            source
            conditions(language: $language)
          }
          proof {
            steps {
              rule
              requirement {
                ref
              }
              controls {
                id
                owner
                evidence
              }
            }
          }
          points {
            verdict
            proof {
              steps {
                rule
                requirement {
                  ref
                }
                controls {
                  id
                  owner
                  evidence
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TodoQuery, TodoQueryVariables>;