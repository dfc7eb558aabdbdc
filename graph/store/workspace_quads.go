package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// workspace is which versions of a workspace are kept.
type workspace struct {
	id      string
	numbers []int          // sorted
	keys    map[int]string // of the requests that made them, where they had one
}

// idLetters are what ids of workspaces are made of.
const idLetters = "abcdefghijklmnopqrstuvwxyz234567"

// last returns the number of the current version, 0 of a new workspace.
func (w workspace) last() int {
	if len(w.numbers) == 0 {
		return 0
	}
	return w.numbers[len(w.numbers)-1]
}

// ids returns the ids of the tenant's workspaces, with those that are being deleted.
func (t Tenant) ids(v view) ([]string, error) {
	quads, err := v.with(quad.Label, tenants.iri(t.name))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, q := range quads {
		_, id, err := ownerOf(q.Object)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// ownerOf returns the tenant and the id of the node of a workspace.
func ownerOf(node quad.Value) (tenant, id string, err error) {
	iri, _ := node.(quad.IRI)
	path, err := workspaces.id(iri)
	if err != nil {
		return "", "", err
	}
	slash := strings.LastIndexByte(path, '/')
	return path[:max(slash, 0)], path[slash+1:], nil
}

// workspace returns what is kept of a workspace, or ErrNoWorkspace.
func (t Tenant) workspace(v view, id string) (workspace, error) {
	w := workspace{id: id, keys: map[int]string{}}
	if strings.Trim(id, idLetters) != "" { // what clients send is no path
		return w, ErrNoWorkspace
	}
	quads, err := v.with(quad.Label, t.iri(id))
	if err != nil {
		return w, err
	}
	for _, q := range quads {
		switch q.Predicate {
		case rdfType:
			if q.Object == deletedClass {
				return w, ErrNoWorkspace
			}
		case hasVersion:
			n, err := versionNumber(q.Object)
			if err != nil {
				return w, err
			}
			w.numbers = append(w.numbers, n)
		case requestKey:
			n, err := versionNumber(q.Subject)
			if err != nil {
				return w, err
			}
			key, _ := q.Object.(quad.String)
			w.keys[n] = string(key)
		}
	}
	slices.Sort(w.numbers)
	if len(w.numbers) == 0 {
		return w, ErrNoWorkspace
	}
	return w, nil
}

func versionNumber(node quad.Value) (int, error) {
	iri, _ := node.(quad.IRI)
	path, err := versions.id(iri)
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(path[strings.LastIndexByte(path, '/')+1:])
	if err != nil {
		return 0, fmt.Errorf("%s is no version of a workspace", iri)
	}
	return n, nil
}

// version returns a version that is kept, or ErrNoWorkspace.
func (t Tenant) version(v view, w workspace, number int) (Version, error) {
	at := t.versionIRI(w.id, number)
	if _, found := slices.BinarySearch(w.numbers, number); !found {
		return Version{}, ErrNoWorkspace
	}
	quads, err := v.with(quad.Label, at)
	if err != nil {
		return Version{}, err
	}
	d := newDecoder(quads)
	r := read{d, at}
	one := Version{Workspace: w.id, Key: w.keys[number]}
	versionShape(r, &one)
	made, ok := only[quad.Time](r, created)
	if d.err == nil && (!ok || one.Number != number) {
		d.fail(fmt.Errorf("%s lacks its number or its time", at))
	}
	one.Time = time.Time(made).UTC()
	return one, d.err
}

func versionShape(r record, v *Version) {
	r.integer(revisionNo, &v.Number)
	r.token(title, &v.Name)
	r.token(digest, &v.Hash)
	r.token(action, &v.Action)
	r.token(creator, &v.Author)
	r.integer(countControls, &v.Controls)
	r.integer(countHeld, &v.Held)
}

// quads returns all that is stated of a version.
func (t Tenant) quads(v Version) []quad.Quad {
	at := t.versionIRI(v.Workspace, v.Number)
	e := encoder{label: at, seen: map[quad.Quad]bool{}}
	versionShape(written{&e, at}, &v)
	e.state(at, created, quad.Time(v.Time))
	e.state(at, ofInventory, t.inventory(v.Workspace, v.Hash))
	e.label = t.iri(v.Workspace)
	e.state(e.label, hasVersion, at)
	if v.Key != "" {
		e.state(at, requestKey, quad.String(v.Key))
	}
	return e.quads
}

func (t Tenant) contentQuad(v Version, content string) quad.Quad {
	at := t.inventory(v.Workspace, v.Hash)
	return quad.Quad{Subject: at, Predicate: contentJSON, Object: quad.TypedString{Value: quad.String(content), Type: rdf + "JSON"}, Label: at}
}

// markers are what a workspace is found by.
func (t Tenant) markers(id string) []quad.Quad {
	at, owner := t.iri(id), tenants.iri(t.name)
	return []quad.Quad{
		{Subject: owner, Predicate: keeps, Object: at, Label: owner},
		{Subject: at, Predicate: rdfType, Object: workspaceClass, Label: at},
	}
}

// forget removes a version, and its content where no other version has it.
func (t Tenant) forget(ctx context.Context, old Version) error {
	quads := t.quads(old)
	err := t.store.read(ctx, func(v view) error {
		w, err := t.workspace(v, old.Workspace)
		if err != nil {
			return err
		}
		for _, n := range w.numbers {
			other, err := t.version(v, w, n)
			if err != nil {
				return err
			}
			if n != old.Number && other.Hash == old.Hash {
				return nil
			}
		}
		content, err := v.with(quad.Label, t.inventory(old.Workspace, old.Hash))
		quads = append(quads, content...)
		return err
	})
	if err != nil {
		return err
	}
	return t.store.retract(ctx, quads)
}

// FinishDeletions removes what a crash left of workspaces that are deleted. The next change of any workspace does so, too.
func (s *Store) FinishDeletions(ctx context.Context) error {
	left := false
	err := s.read(ctx, func(v view) error {
		marked, err := v.with(quad.Object, deletedClass)
		left = len(marked) > 0
		return err
	})
	if err != nil || !left {
		return err
	}
	s.publishing.Lock()
	defer s.publishing.Unlock()
	release, err := s.exclusive(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = release() }()
	return s.finishDeletions(ctx)
}

// finishDeletions removes what is left of the workspaces that are deleted; last the quads by which they would be found
// again, were the removal cut short. It is called by the one writer.
func (s *Store) finishDeletions(ctx context.Context) error {
	var marked []quad.Quad
	err := s.read(ctx, func(v view) (err error) {
		marked, err = v.with(quad.Object, deletedClass)
		return err
	})
	if err != nil {
		return err
	}
	for _, mark := range marked {
		tenant, id, err := ownerOf(mark.Subject)
		if err == nil {
			err = s.Tenant(tenant).clear(ctx, id, mark)
		}
		if err != nil {
			return fmt.Errorf("remove a deleted workspace: %w", err)
		}
	}
	return nil
}

// clear removes all of a workspace, one inventory at a time: they are large.
func (t Tenant) clear(ctx context.Context, id string, mark quad.Quad) error {
	var own []quad.Quad
	err := t.store.read(ctx, func(v view) (err error) {
		own, err = v.with(quad.Label, t.iri(id))
		return err
	})
	if err != nil {
		return err
	}
	for _, q := range own {
		if q.Predicate != hasVersion {
			continue
		}
		if err := t.clearVersion(ctx, q.Object); err != nil {
			return err
		}
	}
	markers := append(t.markers(id), mark)
	own = slices.DeleteFunc(own, func(q quad.Quad) bool { return slices.Contains(markers, q) })
	if err := t.store.remove(ctx, own); err != nil {
		return err
	}
	return t.store.retract(ctx, markers)
}

// clearVersion removes the graphs of a version and of its inventory, which other versions may have had.
func (t Tenant) clearVersion(ctx context.Context, at quad.Value) error {
	var quads []quad.Quad
	err := t.store.read(ctx, func(v view) (err error) {
		if quads, err = v.with(quad.Label, at); err != nil {
			return err
		}
		for _, q := range slices.Clone(quads) {
			if q.Predicate != ofInventory {
				continue
			}
			content, err := v.with(quad.Label, q.Object)
			if err != nil {
				return err
			}
			quads = append(content, quads...)
		}
		return nil
	})
	if err != nil || len(quads) == 0 {
		return err
	}
	return t.store.retract(ctx, quads)
}

// Tenants returns the names of all who have workspaces, sorted: for who runs the store, and for nobody else.
func (s *Store) Tenants(ctx context.Context) ([]string, error) {
	var names []string
	err := s.read(ctx, func(v view) error {
		quads, err := v.with(quad.Object, workspaceClass)
		for _, q := range quads {
			tenant, _, err := ownerOf(q.Subject)
			if err != nil {
				return err
			}
			names = append(names, tenant)
		}
		return err
	})
	slices.Sort(names)
	return slices.Compact(names), err
}
