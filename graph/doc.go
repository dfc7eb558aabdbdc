// Package graph holds the domain: standards, their requirements, the claims between them, and the immutable snapshot
// of one revision that every read is served from.
package graph
