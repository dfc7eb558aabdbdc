package graph

import (
	"encoding/json"
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sync/errgroup"
)

// The bytes of a row.
var (
	nodeRow  = sizeOf(func(r *row) { r.requirement(&Requirement{standard: &Standard{}}) })
	claimRow = sizeOf(func(r *row) { r.mapping(&Mapping{}) })
)

func sizeOf(write func(*row)) int {
	r := row{tables: newTables(Revision{}), writing: true}
	write(&r)
	return len(r.bytes)
}

// ReadSnapshot returns the snapshot that a file holds. The file must not be changed afterwards: the texts of the snapshot
// lie in it. The error is an ErrSnapshotFile.
func ReadSnapshot(file []byte) (*Snapshot, error) {
	parts, err := split(file)
	if err != nil {
		return nil, err
	}
	r := fileReader{mappings: make([]Mapping, len(parts[2])/claimRow)}
	r.tables = tables{
		head: new(fileHead), pool: parts[3], starts: parts[4], texts: unsafe.String(unsafe.SliceData(parts[5]), len(parts[5])), // #nosec G103 -- nothing writes to the bytes
		nodes: make([]Requirement, len(parts[1])/nodeRow),
	}
	if err := json.Unmarshal(parts[0], r.head); err != nil {
		return nil, fmt.Errorf("%w: its head: %w", ErrSnapshotFile, err)
	}
	var group errgroup.Group
	r.inShares(&group, len(r.nodes), func(from, to int) {
		at := row{tables: &r.tables, bytes: parts[1][from*nodeRow:]}
		for i := from; i < to; i++ {
			r.nodes[i].index = i
			at.requirement(&r.nodes[i])
		}
	})
	r.inShares(&group, len(r.mappings), func(from, to int) {
		at := row{tables: &r.tables, bytes: parts[2][from*claimRow:]}
		for i := from; i < to; i++ {
			r.mappings[i].index = int32(i)
			at.mapping(&r.mappings[i])
		}
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return r.link()
}

// fileReader is a file that is being read.
type fileReader struct {
	tables
	mappings []Mapping
}

// inShares lets every core do a share of n.
func (r *fileReader) inShares(group *errgroup.Group, n int, do func(from, to int)) {
	shares := runtime.GOMAXPROCS(0)
	for i := range shares {
		group.Go(func() (err error) {
			defer refusing(&err)
			do(n*i/shares, n*(i+1)/shares)
			return nil
		})
	}
}

// refusing turns a panic into an error: the checksum lets through only what a faulty program wrote.
func refusing(err *error) {
	if cause := recover(); cause != nil {
		*err = fmt.Errorf("%w: %v", ErrSnapshotFile, cause)
	}
}

// link puts together what the rows do not say themselves.
func (r *fileReader) link() (_ *Snapshot, err error) {
	defer refusing(&err)
	l := linker{Snapshot: newSnapshot(r.head.Revision)}
	l.standards, l.nodes, l.node = r.head.Standards, make([]*Requirement, len(r.nodes)), make(map[string]*Requirement, len(r.nodes))
	for _, std := range l.standards {
		l.standard[std.Ref] = std
	}
	for i := range r.nodes {
		q := &r.nodes[i]
		l.nodes[i], l.node[q.Ref] = q, q
		q.standard.list(q)
	}
	for _, std := range l.standards {
		l.selectProfile(std)
	}
	l.crosswalks = r.head.Crosswalks
	for _, c := range l.crosswalks {
		l.crosswalk[c.Name] = c
	}
	l.mappings = make([]*Mapping, len(r.mappings))
	var of *Crosswalk
	for i := range r.mappings {
		m := &r.mappings[i]
		l.mappings[i] = m
		if of == nil || of.Name != m.Crosswalk { // claims are in the order of their ids, which begin with it
			if of = l.crosswalk[m.Crosswalk]; of == nil {
				return nil, fmt.Errorf("%w: it lacks the crosswalk %s", ErrSnapshotFile, m.Crosswalk)
			}
		}
		if m.split < 0 || int(m.split) > len(m.ends) || !m.Relation.Valid() {
			return nil, fmt.Errorf("%w: the claim %s is none", ErrSnapshotFile, m.ID)
		}
		of.mappings = append(of.mappings, m)
	}
	l.addClaims()
	for _, s := range r.head.Schemes {
		l.addScheme(s)
	}
	for _, g := range r.head.Glossaries {
		l.addGlossary(g)
	}
	l.linkTerms()
	if len(l.faults) > 0 {
		return nil, fmt.Errorf("%w: %v", ErrSnapshotFile, l.faults)
	}
	return l.Snapshot, nil
}
