//go:build race

package server_test

// slowdown is how many times slower the race detector makes the program, at most.
const slowdown = 10
