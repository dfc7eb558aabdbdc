package search

// weights say what counts how much. None has a meaning by itself: they are fitted together on the tuning half of the
// judged queries, by `make fit-search`.
type weights struct {
	// How often a word counts, by where it stands.
	CountTitle     int
	CountOwn       int // a gist, and texts of the user's own
	CountPoint     int
	CountRemainder int // what claims say that it asks beyond others
	CountParent    int // the heading that a requirement stands under
	CountAbove     int // those above that
	CountSyllable  int // a syllable of a longer word
	NestedPart     int // what a term within a longer one is divided by

	// The form of the score of a text.
	Saturation  float64 // the weighted count at which half of the most is reached
	LengthShare float64 // how far long documents are held back, 0 to 1
	OtherTerm   float64 // what a spelling of a unit other than the first is worth
	TermWeight  float64 // what is in the glossary counts more

	// What stands for a term of the glossary.
	WorthConcept  float64 // the very term, in whichever form
	WorthDoubt    float64 // the factor of all, where what was typed may mean something else
	WorthEveryday float64 // what everyday words mean
	WorthKin      float64 // a term that is broader, narrower or near

	// What counts beside the words.
	CoverPower  int     // how hard it is on a document that has only a part of what is asked for
	BoostTitle  float64 // for a heading that says all that is asked for and nothing else
	FitParent   float64 // what the heading above is worth beside the own one
	BoostNamed  float64 // for a standard that the query names
	BoostAbout  float64 // for a standard whose title has the words of the query
	WeightGroup float64 // of a heading
	WeightLeaf  float64 // of what nobody is assessed against and has nothing under it, such as guidance
	SpreadShare float64 // of the mean score of its counterparts that a document gets on top
	SpreadMost  float64 // of the score of its best counterpart
	SpreadSteps int     // claims between a document and those that it gets from
	SpreadPrior float64 // counterparts that nobody has: they hold back documents with few
	TwinShare   float64 // of the score of its best twin that a document has at least
	HeadShare   float64 // of the mean score of what is under it that a heading has at least
	HeadPrior   float64 // documents under a heading that nobody has: they hold back those with few
	LeastSpread float64 // of the best score: what a document must get from its counterparts alone to be found

	// How close two requirements are.
	NearPart   float64 // one asks a part of what the other asks
	NearSome   float64 // both share something
	NearHub    float64 // both share an element of the harmonized structure: the factor of the weaker claim
	NearShare  float64 // the factor of each of several claims, which add up
	NearTitle  float64 // both have the same heading, which at most mostTitled have
	NearParent float64 // one is a heading over the other and at most mostChildren more
}

// shipped are the weights that every index has.
var shipped = weights{
	CountTitle: 7, CountOwn: 2, CountPoint: 2, CountRemainder: 1, CountParent: 1, CountAbove: 1, CountSyllable: 1, NestedPart: 4,
	Saturation: 10, LengthShare: 0.7, OtherTerm: 0.07, TermWeight: 1.3,
	WorthConcept: 1.4, WorthDoubt: 0.6, WorthEveryday: 1.4, WorthKin: 1.25,
	CoverPower: 4, BoostTitle: 5.4, FitParent: 0.6, BoostNamed: 5, BoostAbout: 1, WeightGroup: 0.56, WeightLeaf: 0.85,
	SpreadShare: 1, SpreadMost: 0.6, SpreadSteps: 4, SpreadPrior: 0.3, TwinShare: 0.8, HeadShare: 0.43, HeadPrior: 0.5, LeastSpread: 0.1,
	NearPart: 0.75, NearSome: 0.63, NearHub: 0.714, NearShare: 0.5, NearTitle: 0.84, NearParent: 0.2,
}
