// Package search finds requirements by id, by words, or by both, in English and Korean.
//
// An id is exact and never guessed: it is looked up in the snapshot, apart from the text index, and its requirement
// stands before everything found by words. The text index holds one document per requirement, groups included, under
// its ref:
//
//	title_en  title_ko     the heading
//	body_en   body_ko      heading, gist and points, so that a word of the heading counts twice
//	syllables              every syllable of the Korean text, for words that are one syllable long
//	standard               ref, titles and disciplines of its standard; they raise a hit, and never make one
//	standards              refs of the standards that have it, profiles included; a filter
//	kind                   a filter
//
// Two text fields for each language rather than one for each of heading, gist and points: Bleve multiplies a score by
// the share of the fields that match, and with many fields a heading that says it all would lose against a word
// dropped in passing in a gist and in a point.
package search
