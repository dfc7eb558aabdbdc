//go:build !race

package server_test

// slowdown is how many times slower the race detector would make the program.
const slowdown = 1
