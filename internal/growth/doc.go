// Package growth measures how coverage grows: on a generated graph it holds the engine against a bare loop, against the
// same question asked through Cayley and against PostgreSQL. `make bench` runs it; no test asserts a time.
package growth
