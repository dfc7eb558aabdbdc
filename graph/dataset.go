package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"
)

// Dataset is the content of one release: a catalog, a crosswalk, a scheme or a glossary, as plain values. It is what goes into a
// store and what comes out of it; Build links datasets into a Snapshot. A catalog has Standard and Requirements (points
// after the requirement they belong to); a crosswalk has Crosswalk and Mappings; a scheme has Scheme; a glossary has Glossary.
type Dataset struct {
	Name         string         `json:"name"` // the ref of the standard, the name of the crosswalk, the SchemeName or the GlossaryName
	Standard     *Standard      `json:"standard,omitempty"`
	Requirements []*Requirement `json:"requirements,omitempty"`
	Crosswalk    *Crosswalk     `json:"crosswalk,omitempty"`
	Mappings     []*Mapping     `json:"mappings,omitempty"`
	Scheme       *Scheme        `json:"scheme,omitempty"`
	Glossary     *Glossary      `json:"glossary,omitempty"`
}

// Dataset returns the catalog as plain values, as a file of it holds them.
func (s *Standard) Dataset() *Dataset {
	d := &Dataset{Name: s.Ref, Standard: s}
	if s.Profile != nil {
		return d
	}
	for _, r := range s.requirements {
		d.Requirements = append(append(d.Requirements, r), r.points...)
	}
	return d
}

// Dataset returns the crosswalk as plain values, as a file of it holds them: claims in the order of the to side.
func (c *Crosswalk) Dataset() *Dataset {
	d := &Dataset{Name: c.Name, Crosswalk: c, Mappings: slices.Clone(c.mappings)}
	slices.SortStableFunc(d.Mappings, func(a, b *Mapping) int {
		return cmp.Or(first(a.Targets())-first(b.Targets()), first(a.Sources())-first(b.Sources()))
	})
	return d
}

// first is the place of the first of the nodes; a whole standard, which has none here, comes before all.
func first(nodes []*Requirement) int {
	if len(nodes) == 0 {
		return -1
	}
	return nodes[0].index
}

// Hash returns a digest of the content, equal for equal content, as 64 hexadecimal digits.
func (d *Dataset) Hash() string {
	content, err := json.Marshal(d)
	if err != nil { // only an invalid Relation can do this; the loader lets none through
		content = []byte(d.Name + err.Error())
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Revision names one state of the data.
type Revision struct {
	Number int       `json:"number"` // 1, 2, 3 ... within a store
	Hash   string    `json:"hash"`   // digest of all releases: equal hashes give equal answers
	Author string    `json:"author"`
	Time   time.Time `json:"time"`
}
