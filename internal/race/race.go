// Package race tells tests whether they run under the race detector, which makes them some ten times slower. Random cases
// look for faults of logic: a few of them show the races there are. `make race` runs the tests that look here a second time
// without the detector, by name.
package race

// Cases returns how many of n random cases a test tries: all of them, or a tenth under the race detector.
func Cases(n int) int {
	if Enabled {
		return (n + 9) / 10
	}
	return n
}
