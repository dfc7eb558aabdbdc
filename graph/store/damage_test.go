package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/clausegraph/clausegraph/internal/race"
)

// TestDamagedFile damages a file at random places: a bit, a page of zeros, of noise, or of another place, an end cut off. A
// store that can be opened all the same gives what was published, or an error that names the file and says what to do; never
// a panic, another answer, or a file that looks new. Where the damage is to the mark of the last transaction, bbolt takes
// the one before it, as after a crash in its middle.
func TestDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store")
	s := openAt(t, "bolt:"+path)
	for number := 1; number < 4; number++ {
		publish(t, s, published(number))
	}
	want := snapshot(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cases := race.Cases(150)
	if n, err := strconv.Atoi(os.Getenv(killCount)); err == nil {
		cases = 50 * n
	}
	refused, right := 0, 0
	for i := range cases {
		random := rand.New(rand.NewPCG(1, uint64(i)))
		file, how := damage(bytes.Clone(whole), random)
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		err := useDamaged(t, path, func(s *Store) error {
			got, err := s.Snapshot(context.Background())
			if err != nil {
				return err
			}
			if d := diff(want, got); d != "" {
				t.Errorf("case %d, %s: another answer\n%.500s", i, how, d)
			}
			next := published(4)
			rev, err := s.Publish(context.Background(), "tester", next)
			if err != nil {
				return err
			}
			got, err = s.Snapshot(context.Background())
			if err != nil {
				return err
			}
			if d := diff(build(t, rev, next), got); d != "" {
				t.Errorf("case %d, %s: another answer after a change\n%.500s", i, how, d)
			}
			return nil
		})
		switch {
		case err == nil:
			right++
		case !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "restore it from a backup"):
			t.Errorf("case %d, %s: %v; want an error that names the file and what to do", i, how, err)
		default:
			refused++
		}
	}
	t.Logf("%d refused, %d right", refused, right)
	if refused == 0 || right == 0 {
		t.Errorf("%d refused, %d right: the damage proves nothing", refused, right)
	}
}

func useDamaged(t *testing.T, path string, use func(*Store) error) (err error) {
	t.Helper()
	s, err := Open(context.Background(), "bolt:"+path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return use(s)
}

// damage alters a file, and says how.
func damage(file []byte, random *rand.Rand) ([]byte, string) {
	size := os.Getpagesize()
	pages := usedPages(file, size)
	at := pages[random.IntN(len(pages))]
	page := file[at*size : (at+1)*size]
	switch random.IntN(6) {
	case 0, 1:
		b, bit := random.IntN(size), random.IntN(8)
		page[b] ^= 1 << bit
		return file, fmt.Sprintf("bit %d of byte %d of page %d", bit, b, at)
	case 2:
		clear(page)
		return file, fmt.Sprintf("page %d of zeros", at)
	case 3:
		for i := range page {
			page[i] = byte(random.Uint32())
		}
		return file, fmt.Sprintf("page %d of noise", at)
	case 4:
		from := pages[random.IntN(len(pages))]
		copy(page, file[from*size:(from+1)*size])
		return file, fmt.Sprintf("page %d as %d", at, from)
	}
	cut := random.IntN((pages[len(pages)-1] + 1) * size)
	return file[:cut], fmt.Sprintf("%d of %d bytes", cut, len(file))
}

// usedPages returns the pages with something in them; most of a young file is room to come.
func usedPages(file []byte, size int) []int {
	var used []int
	for i := range len(file) / size {
		if !bytes.Equal(file[i*size:(i+1)*size], make([]byte, size)) {
			used = append(used, i)
		}
	}
	return used
}
