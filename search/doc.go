// Package search finds requirements by id, by words, or by both, in English and Korean.
//
// An id is exact and never guessed: it is looked up in the snapshot, apart from the text index, and its requirement
// stands before everything found by words. The index of Bleve holds one document per requirement, groups included, under
// its ref:
//
//	en  ko    heading, gist, points, texts of the user's own, what claims say it asks beyond others, and the headings above;
//	          a term counts by where it stands
//	exact     articles of law, and the terms of the glossary that the texts speak of
//
// A query becomes a list of what is asked for (ask), each with several ways to say it: its words, the term of the glossary,
// the words of the term's other forms, what everyday words mean in the field. Words that nobody uses are first taken for what was probably meant (lexicon). The
// best way counts (score), headings, standards and claims are regarded (rank), and reasons are given for what is shown (why).
package search
