package postgres

import (
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"math"
	"time"

	"github.com/lib/pq/oid"
)

// array is a one-dimensional array as PostgreSQL receives it in binary, for a connection with binary_parameters: as text, it
// would take longer to read than to store.
//
//	dimensions (1), whether there may be nulls (1), the type of the elements, how many there are, the number of the first
//	(1), and for each its length, or -1 for null, and its bytes; all numbers in 4 bytes, big-endian
type array struct {
	encoded []byte
	count   uint32
}

const (
	arrayHeader = 20
	arrayCount  = 12 // where in the header the count is
)

func newArray(element oid.Oid) *array {
	a := &array{}
	for _, n := range []uint32{1, 1, uint32(element), 0, 1} {
		a.encoded = binary.BigEndian.AppendUint32(a.encoded, n)
	}
	return a
}

func bytesArray() *array { return newArray(oid.T_bytea) }

// Value returns the array for a statement.
func (a *array) Value() (driver.Value, error) {
	binary.BigEndian.PutUint32(a.encoded[arrayCount:], a.count)
	return a.encoded, nil
}

// start begins an element of the length.
func (a *array) start(length int) {
	a.count++
	a.encoded = binary.BigEndian.AppendUint32(a.encoded, uint32(length))
}

func (a *array) null() { a.start(-1) }

// bytes adds bytes, or null for nil.
func (a *array) bytes(b []byte) {
	if b == nil {
		a.null()
		return
	}
	a.start(len(b))
	a.encoded = append(a.encoded, b...)
}

func (a *array) text(s sql.NullString) {
	if !s.Valid {
		a.null()
		return
	}
	a.start(len(s.String))
	a.encoded = append(a.encoded, s.String...)
}

func (a *array) bool(b sql.NullBool) {
	switch {
	case !b.Valid:
		a.null()
	case b.Bool:
		a.bytes([]byte{1})
	default:
		a.bytes([]byte{0})
	}
}

func (a *array) int32(n int) {
	a.start(4)
	a.encoded = binary.BigEndian.AppendUint32(a.encoded, uint32(n))
}

func (a *array) uint64(n uint64, valid bool) {
	if !valid {
		a.null()
		return
	}
	a.start(8)
	a.encoded = binary.BigEndian.AppendUint64(a.encoded, n)
}

func (a *array) int64(n sql.NullInt64) { a.uint64(uint64(n.Int64), n.Valid) }

func (a *array) float(f sql.NullFloat64) { a.uint64(math.Float64bits(f.Float64), f.Valid) }

// epoch is from when on PostgreSQL counts.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// time adds a time to the microsecond, as far as PostgreSQL can.
func (a *array) time(t sql.NullTime) {
	a.uint64(uint64(t.Time.UnixMicro()-epoch.UnixMicro()), t.Valid)
}
