package graph

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
)

// A snapshot file is a snapshot almost as it lies in memory, for a start that neither parses nor links:
//
//	header   "cgsnap", the version of the format in 2 bytes, CRC-32C of all that follows in 4, and in 8 bytes each the
//	         lengths of the sections
//	head     JSON: the revision, the standards, crosswalks, schemes and glossaries, who makes claims
//	nodes    a row for each node
//	claims   a row for each claim, by id
//	pool     the lists that rows point into
//	starts   where in texts each text starts, and the last one ends
//	texts    every distinct text once; the first is the empty one
//
// But for the header, numbers are 32 bits, little-endian. A file is derived from a store, which is the truth: one of
// another version, revision or program is made anew.
const (
	fileMagic  = "cgsnap"
	sections   = 6
	headerSize = len(fileMagic) + 2 + 4 + 8*sections
)

// FileVersion is the version of the format of snapshot files.
const FileVersion = 2

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// ErrSnapshotFile is of a file that is none of snapshots, of another version of the format, or damaged. It has to be made
// anew from its store.
var ErrSnapshotFile = errors.New("not a snapshot file that this program can read")

// fileHead is the small part of a snapshot.
type fileHead struct {
	Revision   Revision
	Standards  []*Standard
	Crosswalks []*Crosswalk
	Schemes    []*Scheme
	Glossaries []*Glossary
	Sources    []Source
}

// WriteTo writes the snapshot as a file for ReadSnapshot.
func (s *Snapshot) WriteTo(w io.Writer) (int64, error) {
	t := newTables(s.revision)
	t.head.Standards, t.head.Crosswalks, t.head.Schemes, t.head.Glossaries = s.standards, s.crosswalks, s.schemes, s.glossaries
	nodes, claims := row{tables: t, writing: true}, row{tables: t, writing: true}
	for _, q := range s.nodes {
		nodes.requirement(q)
	}
	for _, m := range s.mappings {
		claims.mapping(m)
	}
	starts, texts := t.joinTexts()
	small, err := json.Marshal(t.head)
	if err != nil {
		return 0, fmt.Errorf("write a snapshot file: %w", err)
	}
	if len(texts) > math.MaxUint32 || len(t.pool) > math.MaxUint32 {
		return 0, errors.New("write a snapshot file: it would hold more than 4 GB of texts")
	}
	header := append([]byte(fileMagic), byte(FileVersion), byte(FileVersion>>8), 0, 0, 0, 0)
	parts := [sections][]byte{small, nodes.bytes, claims.bytes, t.pool, starts, texts}
	for _, p := range parts {
		header = binary.LittleEndian.AppendUint64(header, uint64(len(p)))
	}
	sum := crc32.Checksum(header[headerSize-8*sections:], castagnoli)
	for _, p := range parts {
		sum = crc32.Update(sum, castagnoli, p)
	}
	binary.LittleEndian.PutUint32(header[headerSize-8*sections-4:], sum)
	n, err := io.Copy(w, io.MultiReader(bytes.NewReader(header), bytes.NewReader(parts[0]), bytes.NewReader(parts[1]),
		bytes.NewReader(parts[2]), bytes.NewReader(parts[3]), bytes.NewReader(parts[4]), bytes.NewReader(parts[5])))
	if err != nil {
		return n, fmt.Errorf("write a snapshot file: %w", err)
	}
	return n, nil
}

// split checks a file and returns its sections.
func split(file []byte) (parts [sections][]byte, err error) {
	if len(file) < headerSize || string(file[:len(fileMagic)]) != fileMagic {
		return parts, fmt.Errorf("%w: it does not begin as one", ErrSnapshotFile)
	}
	if version := binary.LittleEndian.Uint16(file[len(fileMagic):]); version != FileVersion {
		return parts, fmt.Errorf("%w: it has version %d of the format, and this program reads %d", ErrSnapshotFile, version, FileVersion)
	}
	lengths := file[headerSize-8*sections:] // and all that follows
	if crc32.Checksum(lengths, castagnoli) != binary.LittleEndian.Uint32(file[headerSize-8*sections-4:]) {
		return parts, fmt.Errorf("%w: it is damaged", ErrSnapshotFile)
	}
	rest := file[headerSize:]
	for i := range parts {
		n := binary.LittleEndian.Uint64(lengths[8*i:])
		if n > uint64(len(rest)) {
			return parts, fmt.Errorf("%w: it is cut short", ErrSnapshotFile)
		}
		parts[i], rest = rest[:n:n], rest[n:]
	}
	return parts, nil
}
