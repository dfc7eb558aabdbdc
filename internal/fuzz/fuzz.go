// Package fuzz gives fuzz targets their seeds and, where a test runs them without fuzzing, some hundreds of mutations of
// these as well: each target is tried on every change, without the build that fuzzing takes.
//
// Mutations are the same in every run, so that seed#123 of a target names one input. CLAUSEGRAPH_FUZZ_MUTANTS says how many
// there are of each target (`make fuzz-short`), and CLAUSEGRAPH_FUZZ_SEED makes other ones.
package fuzz

import (
	"flag"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// mutants is how many there are of each target.
const mutants = 100

// longest is how long a mutant may be in bytes.
const longest = 64 << 10

// Bytes adds the seeds of a target that takes bytes.
func Bytes(f *testing.F, seeds ...[]byte) {
	f.Helper()
	for _, s := range seeds {
		f.Add(s)
	}
	for _, m := range Mutants(f, seeds...) {
		f.Add(m)
	}
}

// Texts adds the seeds of a target that takes a text.
func Texts(f *testing.F, seeds ...string) {
	f.Helper()
	var list [][]byte
	for _, s := range seeds {
		f.Add(s)
		list = append(list, []byte(s))
	}
	for _, m := range Mutants(f, list...) {
		f.Add(string(m))
	}
}

// Random returns seeds for a target that draws what it needs from bytes, as rapid.MakeFuzz does.
func Random(f *testing.F, n int) [][]byte {
	f.Helper()
	random := source(f, 0)
	seeds := make([][]byte, n)
	for i := range seeds {
		seeds[i] = make([]byte, 16<<10)
		for j := range seeds[i] {
			seeds[i][j] = byte(random.Uint32())
		}
	}
	return seeds
}

// Mutants returns mutations of the seeds, and of those in testdata/fuzz; none while fuzzing, which makes its own.
func Mutants(f *testing.F, seeds ...[]byte) [][]byte {
	f.Helper()
	if fuzzing := flag.Lookup("test.fuzz"); fuzzing != nil && fuzzing.Value.String() != "" {
		return nil
	}
	n := mutants
	if text := os.Getenv("CLAUSEGRAPH_FUZZ_MUTANTS"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			f.Fatalf("CLAUSEGRAPH_FUZZ_MUTANTS: %v", err)
		}
	}
	seeds = append(seeds, kept(f)...)
	var list [][]byte
	for i := range n {
		random := source(f, uint64(i)+1)
		m := append([]byte(nil), seeds[random.IntN(len(seeds))]...)
		for range 1 + random.IntN(4) {
			m = mutate(m, seeds[random.IntN(len(seeds))], random)
		}
		list = append(list, m[:min(len(m), longest)])
	}
	return list
}

// source returns random numbers of a target, the same in every run.
func source(f *testing.F, number uint64) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(f.Name() + os.Getenv("CLAUSEGRAPH_FUZZ_SEED")))
	return rand.New(rand.NewPCG(h.Sum64(), number))
}

// kept returns the seeds in testdata/fuzz that hold one value.
func kept(f *testing.F) [][]byte {
	var list [][]byte
	files, _ := filepath.Glob(filepath.Join("testdata", "fuzz", f.Name(), "*"))
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(text)), "\n")
		if len(lines) != 2 {
			continue
		}
		for _, typ := range []string{"[]byte(", "string("} {
			if literal, ok := strings.CutPrefix(lines[1], typ); ok {
				if value, err := strconv.Unquote(strings.TrimSuffix(literal, ")")); err == nil {
					list = append(list, []byte(value))
				}
			}
		}
	}
	return list
}

// odd is what readers of many formats get wrong.
var odd = []string{
	"\x00", "\xff\xfe", "\ufeff", "\r\n", "\n", "\t", "\"", "'", "`", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", "(", ")", ",", ":", ";", "-", "--", "|", "&a ", "*a", "#", "!!binary ",
	"0", "-1", "2147483648", "9223372036854775807", "99999999999999999999999", "1e999", "0x1p-2", "NaN", "null", "true", "{}", "[]", "\"\"",
	"가", "비밀번호", "e\u0301", "\u202e", "\U0001f600", "Ａ", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "]]>", "../", "%00", "${x}", "2026-02-30", "0000-00-00", "A.5.17", "/", "/*", "iso-27001-2022",
}

// mutate changes one thing. What other holds may come into it.
func mutate(m, other []byte, random *rand.Rand) []byte {
	if len(m) == 0 {
		return append(m, odd[random.IntN(len(odd))]...)
	}
	at := random.IntN(len(m))
	to := at + 1 + random.IntN(min(len(m)-at, 1<<random.IntN(10)))
	insert := func(piece []byte) []byte {
		return append(append(append([]byte(nil), m[:at]...), piece...), m[at:]...)
	}
	switch random.IntN(9) {
	case 0:
		m[at] ^= 1 << random.IntN(8)
	case 1:
		m[at] = byte(random.Uint32())
	case 2:
		return append(m[:at:at], m[to:]...)
	case 3:
		return insert(append([]byte(nil), m[at:to]...))
	case 4, 5:
		return insert([]byte(odd[random.IntN(len(odd))]))
	case 6:
		return append(append(append([]byte(nil), m[:at]...), odd[random.IntN(len(odd))]...), m[to:]...)
	case 7:
		if len(other) > 0 {
			start := random.IntN(len(other))
			return insert(other[start : start+random.IntN(min(len(other)-start, 64))])
		}
	case 8:
		return m[:at]
	}
	return m
}
