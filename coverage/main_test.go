package coverage_test

import (
	"flag"
	"os"
	"strconv"
	"testing"

	"github.com/clausegraph/clausegraph/internal/race"
)

// TestMain draws more random worlds than rapid does by itself: over all properties some thousands in a run. The flag
// -rapid.checks asks for another number.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		if err := flag.Set("rapid.checks", strconv.Itoa(race.Cases(300))); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
