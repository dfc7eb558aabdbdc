// Package race tells tests whether they run under the race detector, which makes them some ten times slower. Random cases
// look for faults of logic: a few of them show the races there are. `make race` runs the tests that look here a second time
// without the detector, by name.
package race

// Sample returns all of a list, or every tenth of it under the race detector.
func Sample[T any](list []T) []T {
	if !Enabled {
		return list
	}
	var some []T
	for i := 0; i < len(list); i += 10 {
		some = append(some, list[i])
	}
	return some
}

// Cases returns how many of n random cases a test tries: all of them, or a tenth under the race detector.
func Cases(n int) int {
	if Enabled {
		return (n + 9) / 10
	}
	return n
}
