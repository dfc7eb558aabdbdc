package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// The bounds of what is kept for one tenant.
const (
	MaxWorkspaces = 100 // of one tenant
	KeepVersions  = 50  // of one workspace; with each that comes after them the oldest goes
)

// The errors of workspaces that a caller can tell apart.
var (
	ErrNoWorkspace    = errors.New("there is no such workspace")
	ErrManyWorkspaces = fmt.Errorf("there are %d workspaces already, and no more are kept for one tenant; delete one first", MaxWorkspaces)
)

// Version is one version of a workspace: content that never changes, under a name.
type Version struct {
	Workspace string // the id of the workspace, of letters and digits, which nobody can guess
	Number    int    // counted from 1
	Name      string // of the workspace at that time
	Hash      string // SHA-256 of the content
	Controls  int    // in the content
	Held      int    // refs in the content
	Author    string
	Time      time.Time
	Action    string // what made it, such as "put"
	Key       string // of the client, that makes a repeated request the same one
}

// Tenant is who workspaces belong to, and sees no others.
type Tenant struct {
	store *Store
	name  string
}

// Tenant returns the tenant of a name, which must not be empty. It is there without being made.
func (s *Store) Tenant(name string) Tenant { return Tenant{s, name} }

// Workspaces returns the current version of each workspace, in the order of their names.
func (t Tenant) Workspaces(ctx context.Context) ([]Version, error) {
	var list []Version
	err := t.store.read(ctx, func(v view) error {
		ids, err := t.ids(v)
		if err != nil {
			return err
		}
		for _, id := range ids {
			w, err := t.workspace(v, id)
			if errors.Is(err, ErrNoWorkspace) {
				continue // it is being deleted
			}
			if err != nil {
				return err
			}
			current, err := t.version(v, w, w.last())
			if err != nil {
				return err
			}
			list = append(list, current)
		}
		return nil
	})
	slices.SortFunc(list, func(a, b Version) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Workspace, b.Workspace))
	})
	return list, err
}

// Version returns a version of a workspace, the current one where the number is 0. Without one it is an ErrNoWorkspace.
func (t Tenant) Version(ctx context.Context, id string, number int) (found Version, err error) {
	err = t.store.read(ctx, func(v view) error {
		w, err := t.workspace(v, id)
		if err != nil {
			return err
		}
		if number == 0 {
			number = w.last()
		}
		found, err = t.version(v, w, number)
		return err
	})
	return found, err
}

// Versions returns the versions of a workspace that are kept, the current one last.
func (t Tenant) Versions(ctx context.Context, id string) ([]Version, error) {
	var list []Version
	err := t.store.read(ctx, func(v view) error {
		w, err := t.workspace(v, id)
		if err != nil {
			return err
		}
		for _, n := range w.numbers {
			one, err := t.version(v, w, n)
			if err != nil {
				return err
			}
			list = append(list, one)
		}
		return nil
	})
	return list, err
}

// Content returns what a version holds, as it was put.
func (t Tenant) Content(ctx context.Context, of Version) ([]byte, error) {
	var text string
	at := t.inventory(of.Workspace, of.Hash)
	err := t.store.read(ctx, func(v view) error {
		quads, err := v.with(quad.Label, at)
		if err != nil {
			return err
		}
		if len(quads) == 0 {
			return ErrNoWorkspace // deleted meanwhile
		}
		d := newDecoder(quads)
		read{d, at}.json(contentJSON, &text)
		if d.err == nil && ContentHash([]byte(text)) != of.Hash {
			d.fail(errors.New("it is not what was put: restore the store from a backup"))
		}
		return d.err
	})
	if err != nil && !errors.Is(err, ErrNoWorkspace) {
		err = fmt.Errorf("read version %d of a workspace: %w", of.Number, err)
	}
	return []byte(text), err
}

// Put adds a version after the one with the number expected; where another one is current, the error is an ErrMoved. Of
// the version it takes all but the number and the time, which it sets. Where 0 is expected and the version names no
// workspace, it makes one. Without content, the version has that of an earlier one, by its hash.
//
// Where the key of the version is that of one that is kept already, nothing is done: that one is returned, and repeated is true.
func (t Tenant) Put(ctx context.Context, expected int, next Version, content []byte) (made Version, repeated bool, err error) {
	if t.name == "" {
		return Version{}, false, errors.New("workspaces belong to a tenant, and this one has no name")
	}
	s := t.store
	s.publishing.Lock()
	defer s.publishing.Unlock()
	release, err := s.exclusive(ctx)
	if err != nil {
		return Version{}, false, fmt.Errorf("keep a workspace: %w", err)
	}
	defer func() { _ = release() }()
	if err := s.finishDeletions(ctx); err != nil {
		return Version{}, false, err
	}
	next.Time = time.Now().UTC().Truncate(time.Second)
	if content != nil {
		next.Hash = ContentHash(content)
	}
	var w workspace
	var oldest *Version
	known := false
	err = s.read(ctx, func(v view) (err error) {
		if made, repeated, err = t.repeated(v, next); err != nil || repeated {
			return err
		}
		if w, err = t.settled(v, next.Workspace, expected); err != nil {
			return err
		}
		if known, oldest, err = t.kept(v, w, next.Hash); err == nil && content == nil && !known {
			err = fmt.Errorf("no version has the content %.12s", next.Hash)
		}
		return err
	})
	if err != nil || repeated {
		return made, repeated, err
	}
	next.Workspace, next.Number = w.id, expected+1
	quads := t.quads(next)
	if !known {
		quads = append(quads, t.contentQuad(next, string(content)))
	}
	if expected == 0 {
		quads = append(quads, t.markers(w.id)...)
	}
	if err := s.commit(ctx, quads); err != nil {
		// Of a transaction that failed as its connection broke, the outcome has to be read.
		if current, unknown := t.Version(context.WithoutCancel(ctx), next.Workspace, 0); unknown != nil || current != next {
			return Version{}, false, fmt.Errorf("keep a workspace: %w", err)
		}
	}
	if oldest != nil {
		if err := t.forget(context.WithoutCancel(ctx), *oldest); err != nil {
			return next, false, fmt.Errorf("version %d is kept, but the oldest was not removed: %w", next.Number, err)
		}
	}
	return next, false, nil
}

// repeated returns the version that was made with the key of the next one.
func (t Tenant) repeated(v view, next Version) (Version, bool, error) {
	if next.Key == "" {
		return Version{}, false, nil
	}
	ids := []string{next.Workspace}
	if next.Workspace == "" {
		var err error
		if ids, err = t.ids(v); err != nil {
			return Version{}, false, err
		}
	}
	for _, id := range ids {
		w, err := t.workspace(v, id)
		if errors.Is(err, ErrNoWorkspace) {
			continue
		}
		if err != nil {
			return Version{}, false, err
		}
		for number, key := range w.keys {
			if key == next.Key && (next.Workspace != "" || number == 1) {
				past, err := t.version(v, w, number)
				return past, err == nil, err
			}
		}
	}
	return Version{}, false, nil
}

// settled returns the workspace, a new one where none is named, if its current version is the expected one.
func (t Tenant) settled(v view, id string, expected int) (workspace, error) {
	if id == "" && expected == 0 {
		ids, err := t.ids(v)
		if err == nil && len(ids) >= MaxWorkspaces {
			err = ErrManyWorkspaces
		}
		return workspace{id: strings.ToLower(rand.Text())}, err
	}
	w, err := t.workspace(v, id)
	if err == nil && w.last() != expected {
		err = fmt.Errorf("%w: the workspace is at version %d, and the change was made for %d", ErrMoved, w.last(), expected)
	}
	return w, err
}

// kept reports whether a version of the workspace has the content, and returns the version that one more drives out.
func (t Tenant) kept(v view, w workspace, hash string) (known bool, oldest *Version, err error) {
	for i, n := range w.numbers {
		past, err := t.version(v, w, n)
		if err != nil {
			return false, nil, err
		}
		if i == 0 && len(w.numbers) >= KeepVersions {
			oldest = &past
			continue
		}
		known = known || past.Hash == hash
	}
	if oldest != nil && oldest.Hash == hash {
		known = true // and forget finds the new version that has it
	}
	return known, oldest, nil
}

// Delete removes a workspace with all its versions, if its current one is the expected one. Once it is begun, nobody sees
// the workspace; what a crash leaves of it is removed before anything else is written.
func (t Tenant) Delete(ctx context.Context, id string, expected int) error {
	s := t.store
	s.publishing.Lock()
	defer s.publishing.Unlock()
	release, err := s.exclusive(ctx)
	if err != nil {
		return fmt.Errorf("delete a workspace: %w", err)
	}
	defer func() { _ = release() }()
	err = s.read(ctx, func(v view) error {
		_, err := t.settled(v, id, expected)
		return err
	})
	if err != nil {
		return err
	}
	at := t.iri(id)
	if err := s.commit(ctx, []quad.Quad{{Subject: at, Predicate: rdfType, Object: deletedClass, Label: at}}); err != nil {
		return fmt.Errorf("delete a workspace: %w", err)
	}
	return s.finishDeletions(context.WithoutCancel(ctx))
}

// ContentHash returns the hash of content, as versions have it.
func ContentHash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// The nodes of a tenant. Ids of workspaces have no slash.

func (t Tenant) iri(id string) quad.IRI { return workspaces.iri(t.name + "/" + id) }

func (t Tenant) versionIRI(id string, number int) quad.IRI {
	return versions.iri(t.name + "/" + id + "/" + strconv.Itoa(number))
}

func (t Tenant) inventory(id, hash string) quad.IRI {
	return inventories.iri(t.name + "/" + id + "/" + hash)
}
