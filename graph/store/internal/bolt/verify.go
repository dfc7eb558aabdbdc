package bolt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"go.etcd.io/bbolt"
)

// bbolt has no checksum but that of its two meta pages, and takes the rest of a file on trust: where a page is damaged it
// panics in a goroutine of its own while it opens the file, which ends the program, or runs into the next page. So the tree
// is walked before bbolt does: every page is where and what it says, is reached once, lies within the file, and holds its
// keys in order. What the values mean is checked by the hashes of package store.
//
//	page    id in 8 bytes, flags in 2, count in 2, overflow (further pages that belong to it) in 4, then count elements
//	branch  element: position of the key, counted from the element, in 4 bytes, its length in 4, page in 8
//	leaf    element: flags in 4 bytes (1: a bucket), position in 4, length of the key in 4 and of the value after it in 4
//	bucket  value: root page in 8 bytes, or 0 where a page follows after 8 more
//	meta    in pages 0 and 1: magic in 4 bytes, version, page size, flags in 4 each, root bucket in 16, then in 8 each
//	        the page of the list of free pages, the first page never used, the number of the transaction, the checksum
const (
	headerSize  = 16
	elementSize = 16
	branchFlag  = 1
	leafFlag    = 2
	bucketFlag  = 1
	magic       = 0xED0CDAED
)

var native = binary.NativeEndian

// errDamaged is of a file whose pages do not fit together.
var errDamaged = errors.New("its pages do not fit together")

// verify checks the file under a lock that keeps writers away. A file that does not exist yet, or is none of bbolt's, is
// left to bbolt, which says so.
func verify(path string) error {
	switch info, err := os.Stat(path); {
	case err != nil || info.Size() == 0:
		return nil
	case info.Size() < 2*int64(os.Getpagesize()):
		return damaged(0, "or the one after it is cut short")
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: patience})
	if err != nil {
		return err
	}
	defer db.Close()
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	t := tree{file: file, size: info.Size(), page: int64(db.Info().PageSize)}
	root, err := t.meta()
	if err != nil {
		return err
	}
	_, err = t.walk(root, nil, nil, 0)
	return err
}

type tree struct {
	file io.ReaderAt
	size int64
	page int64 // size of one
	high uint64
	seen []bool
}

func damaged(page uint64, what string) error {
	return fmt.Errorf("%w: page %d %s", errDamaged, page, what)
}

// meta reads the meta page of the last transaction, and returns the root page.
func (t *tree) meta() (root uint64, err error) {
	const size = 64
	last := uint64(0)
	for i := range int64(2) {
		b := make([]byte, headerSize+size)
		if _, err := t.file.ReadAt(b, i*t.page); err != nil {
			return 0, damaged(uint64(i), "cannot be read: "+err.Error())
		}
		m := b[headerSize:]
		sum := fnv.New64a()
		_, _ = sum.Write(m[:size-8])
		if native.Uint32(m) != magic || native.Uint64(m[size-8:]) != sum.Sum64() {
			continue // of a transaction that was cut short
		}
		if number := native.Uint64(m[48:]); root == 0 || number > last {
			root, t.high, last = native.Uint64(m[16:]), native.Uint64(m[40:]), number
		}
	}
	if root < 2 || t.high > uint64(t.size/t.page) {
		return 0, damaged(0, fmt.Sprintf("says that there are %d pages, and the file has %d", t.high, t.size/t.page))
	}
	t.seen = make([]bool, t.high)
	return root, nil
}

// walk checks the pages below one, whose keys must be from a first one (nil: any) up to below another, and returns the last.
func (t *tree) walk(id uint64, from, below []byte, buckets int) (last []byte, err error) {
	head := make([]byte, headerSize)
	if id < 2 || id >= t.high {
		return nil, damaged(id, "is none of the file")
	}
	if _, err := t.file.ReadAt(head, int64(id)*t.page); err != nil {
		return nil, damaged(id, "cannot be read: "+err.Error())
	}
	more := uint64(native.Uint32(head[12:]))
	if native.Uint64(head) != id || id+more >= t.high {
		return nil, damaged(id, "is another one, or longer than the file")
	}
	for i := id; i <= id+more; i++ {
		if t.seen[i] {
			return nil, damaged(i, "belongs to two others")
		}
		t.seen[i] = true
	}
	content := make([]byte, int64(more+1)*t.page)
	if _, err := t.file.ReadAt(content, int64(id)*t.page); err != nil {
		return nil, damaged(id, "cannot be read: "+err.Error())
	}
	return t.elements(id, content, from, below, buckets)
}

// elements checks a page, and the pages below it.
func (t *tree) elements(id uint64, page, from, below []byte, buckets int) (last []byte, err error) {
	flags, count := native.Uint16(page[8:]), int(native.Uint16(page[10:]))
	if flags != branchFlag && flags != leafFlag || headerSize+count*elementSize > len(page) || flags == branchFlag && count == 0 {
		return nil, damaged(id, "is neither a branch nor a leaf")
	}
	keys := make([][]byte, count)
	for i := range keys {
		at := headerSize + i*elementSize
		e := page[at:]
		position, length := uint64(native.Uint32(e)), uint64(native.Uint32(e[4:]))
		if flags == leafFlag {
			position, length = uint64(native.Uint32(e[4:])), uint64(native.Uint32(e[8:]))
		}
		start := uint64(at) + position
		if start < uint64(headerSize+count*elementSize) || start+length > uint64(len(page)) {
			return nil, damaged(id, "has a key outside")
		}
		keys[i] = page[start : start+length]
		if order := bytes.Compare(from, keys[i]); from != nil && (order > 0 || order == 0 && i > 0) || below != nil && bytes.Compare(keys[i], below) >= 0 {
			return nil, damaged(id, "has keys that are out of order")
		}
		from, last = keys[i], keys[i]
	}
	for i, key := range keys {
		e := page[headerSize+i*elementSize:]
		if flags == branchFlag {
			next := below
			if i+1 < count {
				next = keys[i+1]
			}
			if last, err = t.walk(native.Uint64(e[8:]), key, next, buckets); err != nil {
				return nil, err
			}
			continue
		}
		if err := t.value(id, page, key, e, buckets); err != nil {
			return nil, err
		}
	}
	return last, nil
}

// value checks the value of a leaf element: in the root bucket it is the one bucket that we make, in that one there is none.
func (t *tree) value(id uint64, page, key, e []byte, buckets int) error {
	length := uint64(native.Uint32(e[12:]))
	start := uint64(cap(page)-cap(key)) + uint64(len(key))
	if start+length > uint64(len(page)) {
		return damaged(id, "has a value outside")
	}
	value := page[start : start+length]
	isBucket := native.Uint32(e) == bucketFlag
	if isBucket != (buckets == 0) || native.Uint32(e)&^bucketFlag != 0 || isBucket && (!bytes.Equal(key, bucket) || length < 16) {
		return damaged(id, "has something else for a value")
	}
	if !isBucket {
		return nil
	}
	if root := native.Uint64(value); root != 0 {
		_, err := t.walk(root, nil, nil, buckets+1)
		return err
	}
	inline := value[16:]
	if len(inline) < headerSize {
		return damaged(id, "has a bucket that is cut short")
	}
	_, err := t.elements(id, inline, nil, nil, buckets+1)
	return err
}
