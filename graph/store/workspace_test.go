package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// quadsIn returns how many quads a store has.
func quadsIn(t fataler, s *Store) int {
	t.Helper()
	stats, err := s.quads.Stats(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	return int(stats.Quads.Size)
}

// keptWorkspace is a workspace as a plain map would keep it.
type keptWorkspace struct {
	tenant   string
	versions []Version
	contents map[string]string // by hash
}

var tenantNames = []string{"key:a", "key:b", "oidc:https://id.example.org/x#y z", "oidc:https://id.example.org"}

// TestWorkspaceSequences compares workspaces with a plain map, while revisions are published beside them.
func TestWorkspaceSequences(t *testing.T) { onEach(t, testWorkspaceSequences) }

func testWorkspaceSequences(t *testing.T, on place) {
	on.check(t, func(t *rapid.T) {
		ctx := context.Background()
		s := on.open(t)
		defer s.Close()
		publish(t, s, small("shared"))
		before, exported := quadsIn(t, s), export(t, s)
		model := map[string]*keptWorkspace{}
		ids := func() (list []string) {
			for id := range model {
				list = append(list, id)
			}
			slices.Sort(list)
			return list
		}
		some := func(t *rapid.T) (string, *keptWorkspace) {
			if len(model) == 0 {
				t.Skip("nothing is kept")
			}
			id := rapid.SampledFrom(ids()).Draw(t, "workspace")
			return id, model[id]
		}
		t.Repeat(map[string]func(*rapid.T){
			"make": func(t *rapid.T) {
				tenant := rapid.SampledFrom(tenantNames).Draw(t, "tenant")
				content := rapid.SampledFrom([]string{`{"a":1}`, `{"b":"한"}`}).Draw(t, "content")
				v, repeated, err := s.Tenant(tenant).Put(ctx, 0, Version{Name: "n", Author: "x", Action: "create", Held: 2}, []byte(content))
				if err != nil || repeated || v.Number != 1 || v.Held != 2 {
					t.Fatalf("%+v %v %v", v, repeated, err)
				}
				model[v.Workspace] = &keptWorkspace{tenant, []Version{v}, map[string]string{v.Hash: content}}
			},
			"put": func(t *rapid.T) {
				id, w := some(t)
				last := w.versions[len(w.versions)-1]
				content := fmt.Sprintf(`{"c":%d}`, rapid.IntRange(0, 3).Draw(t, "content"))
				key := rapid.SampledFrom([]string{"", "k1", "k2"}).Draw(t, "key")
				v, repeated, err := s.Tenant(w.tenant).Put(ctx, last.Number, Version{Workspace: id, Name: "m", Author: "y", Action: "put", Key: key}, []byte(content))
				if err != nil {
					t.Fatal(err)
				}
				if i := slices.IndexFunc(w.versions, func(v Version) bool { return key != "" && v.Key == key }); i >= 0 {
					if !repeated || v != w.versions[i] {
						t.Fatalf("%+v %v is not the one with the key", v, repeated)
					}
					return
				}
				if repeated || v.Number != last.Number+1 {
					t.Fatalf("%+v %v follows %+v", v, repeated, last)
				}
				w.versions = append(w.versions, v)
				w.contents[v.Hash] = content
				w.versions = w.versions[max(0, len(w.versions)-KeepVersions):]
			},
			"restore": func(t *rapid.T) {
				id, w := some(t)
				old := rapid.SampledFrom(w.versions).Draw(t, "version")
				last := w.versions[len(w.versions)-1]
				v, _, err := s.Tenant(w.tenant).Put(ctx, last.Number, Version{Workspace: id, Name: old.Name, Author: "z", Action: "restore", Hash: old.Hash}, nil)
				if err != nil || v.Hash != old.Hash {
					t.Fatalf("%+v %v", v, err)
				}
				w.versions = append(w.versions, v)
				w.versions = w.versions[max(0, len(w.versions)-KeepVersions):]
			},
			"put too late": func(t *rapid.T) {
				id, w := some(t)
				for _, wrong := range []int{0, w.versions[len(w.versions)-1].Number - 1, w.versions[len(w.versions)-1].Number + 1} {
					if _, _, err := s.Tenant(w.tenant).Put(ctx, wrong, Version{Workspace: id, Name: "late"}, []byte("{}")); wrong != w.versions[len(w.versions)-1].Number && !errors.Is(err, ErrMoved) {
						t.Fatalf("after %d: %v", wrong, err)
					}
				}
			},
			"delete": func(t *rapid.T) {
				id, w := some(t)
				if err := s.Tenant(w.tenant).Delete(ctx, id, 999); !errors.Is(err, ErrMoved) {
					t.Fatal(err)
				}
				if err := s.Tenant(w.tenant).Delete(ctx, id, w.versions[len(w.versions)-1].Number); err != nil {
					t.Fatal(err)
				}
				delete(model, id)
			},
			"publish": func(t *rapid.T) {
				publish(t, s, small("shared")) // which it is already
			},
			"": func(t *rapid.T) { checkWorkspaces(t, s, model) },
		})
		if d := cmp.Diff(exported, export(t, s)); d != "" {
			t.Fatalf("the export shows workspaces\n%s", d)
		}
		for id, w := range model {
			if err := s.Tenant(w.tenant).Delete(ctx, id, w.versions[len(w.versions)-1].Number); err != nil {
				t.Fatal(err)
			}
		}
		if after := quadsIn(t, s); after != before {
			t.Fatalf("%d quads are left where there were %d", after, before)
		}
	})
}

// checkWorkspaces looks at everything as every tenant.
func checkWorkspaces(t *rapid.T, s *Store, model map[string]*keptWorkspace) {
	ctx := context.Background()
	for _, tenant := range tenantNames {
		want := map[string]Version{}
		for id, w := range model {
			if w.tenant == tenant {
				want[id] = w.versions[len(w.versions)-1]
			}
		}
		list, err := s.Tenant(tenant).Workspaces(ctx)
		got := map[string]Version{}
		for _, v := range list {
			got[v.Workspace] = v
		}
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Fatalf("the workspaces of %s: %v (-model +store)\n%s", tenant, err, d)
		}
		for id, w := range model {
			versions, err := s.Tenant(tenant).Versions(ctx, id)
			_, direct := s.Tenant(tenant).Version(ctx, id, 0)
			_, content := s.Tenant(tenant).Content(ctx, w.versions[0])
			if w.tenant != tenant {
				if !errors.Is(err, ErrNoWorkspace) || !errors.Is(direct, ErrNoWorkspace) || !errors.Is(content, ErrNoWorkspace) || versions != nil {
					t.Fatalf("%s sees a workspace of %s: %v %v %v", tenant, w.tenant, err, direct, content)
				}
				continue
			}
			if d := cmp.Diff(w.versions, versions); d != "" || err != nil {
				t.Fatalf("%v (-model +store)\n%s", err, d)
			}
			for _, v := range []Version{versions[0], versions[len(versions)-1]} {
				if text, err := s.Tenant(tenant).Content(ctx, v); err != nil || string(text) != w.contents[v.Hash] {
					t.Fatalf("version %d: %s, %v", v.Number, text, err)
				}
			}
		}
	}
}

// TestWorkspaceIsNoPath asks for ids that would be nodes of others, were they taken as they are.
func TestWorkspaceIsNoPath(t *testing.T) { onEach(t, testWorkspaceIsNoPath) }

func testWorkspaceIsNoPath(t *testing.T, on place) {
	s := on.open(t)
	defer s.Close()
	v, _, err := s.Tenant("a/b").Put(t.Context(), 0, Version{Name: "n"}, []byte("{}"))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"b/" + v.Workspace, "../a/b/" + v.Workspace, "", v.Workspace + "/", strings.ToUpper(v.Workspace), "\x00", "가"} {
		if _, err := s.Tenant("a").Version(t.Context(), id, 0); !errors.Is(err, ErrNoWorkspace) {
			t.Errorf("%q: %v", id, err)
		}
		if err := s.Tenant("a").Delete(t.Context(), id, 1); !errors.Is(err, ErrNoWorkspace) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

// TestWorkspaceBounds fills a tenant, and gives one workspace more versions than are kept.
func TestWorkspaceBounds(t *testing.T) { onEach(t, testWorkspaceBounds) }

func testWorkspaceBounds(t *testing.T, on place) {
	ctx, s := t.Context(), on.open(t)
	defer s.Close()
	mine := s.Tenant("key:a")
	first, _, err := mine.Put(ctx, 0, Version{Name: "first", Key: "k"}, []byte(`"first"`))
	if err != nil {
		t.Fatal(err)
	}
	if again, repeated, err := mine.Put(ctx, 0, Version{Name: "first", Key: "k"}, []byte(`"first"`)); err != nil || !repeated || again != first {
		t.Errorf("%+v %v %v", again, repeated, err)
	}
	for n := 1; n < KeepVersions+3; n++ {
		if _, _, err := mine.Put(ctx, n, Version{Workspace: first.Workspace, Name: "first"}, fmt.Appendf(nil, "%d", n)); err != nil {
			t.Fatal(err)
		}
	}
	versions, err := mine.Versions(ctx, first.Workspace)
	if err != nil || len(versions) != KeepVersions || versions[0].Number != 4 {
		t.Errorf("%d versions from %d, %v", len(versions), versions[0].Number, err)
	}
	if _, err := mine.Content(ctx, first); !errors.Is(err, ErrNoWorkspace) {
		t.Errorf("the content of a version that is gone: %v", err)
	}
	if _, err := mine.Version(ctx, first.Workspace, 1); !errors.Is(err, ErrNoWorkspace) {
		t.Errorf("a version that is gone: %v", err)
	}
	for n := 1; n < MaxWorkspaces; n++ {
		if _, _, err := mine.Put(ctx, 0, Version{Name: fmt.Sprint(n)}, []byte("{}")); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := mine.Put(ctx, 0, Version{Name: "one more"}, []byte("{}")); !errors.Is(err, ErrManyWorkspaces) {
		t.Errorf("one more: %v", err)
	}
	if _, _, err := s.Tenant("key:b").Put(ctx, 0, Version{Name: "of another"}, []byte("{}")); err != nil {
		t.Error(err)
	}
	if names, err := s.Tenants(ctx); err != nil || !slices.Equal(names, []string{"key:a", "key:b"}) {
		t.Errorf("%v %v", names, err)
	}
}

// TestDeletionIsFinished cuts a deletion short: nobody sees the workspace from then on, and the next write removes it.
func TestDeletionIsFinished(t *testing.T) { onEach(t, testDeletionIsFinished) }

func testDeletionIsFinished(t *testing.T, on place) {
	ctx, s := t.Context(), on.open(t)
	defer s.Close()
	publish(t, s, small("shared"))
	before := quadsIn(t, s)
	mine := s.Tenant("key:a")
	v, _, err := mine.Put(ctx, 0, Version{Name: "first"}, []byte(`"first"`))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := mine.Put(ctx, 1, Version{Workspace: v.Workspace, Name: "first"}, []byte(`"second"`)); err != nil {
		t.Fatal(err)
	}
	at := mine.iri(v.Workspace)
	mark := mine.markers(v.Workspace)[1]
	mark.Object = deletedClass
	if err := s.commit(ctx, append(mine.markers(v.Workspace)[:0:0], mark)); err != nil {
		t.Fatal(err)
	}
	if list, err := mine.Workspaces(ctx); err != nil || len(list) > 0 {
		t.Errorf("%v %v", list, err)
	}
	// What a crash in the middle of the removal leaves: a version whose graph is gone already.
	if err := mine.clearVersion(ctx, mine.versionIRI(v.Workspace, 1)); err != nil {
		t.Fatal(err)
	}
	if err := s.FinishDeletions(ctx); err != nil {
		t.Fatal(err)
	}
	if after := quadsIn(t, s); after != before {
		t.Errorf("%d quads are left of %s", after-before, at)
	}
}

// TestDeletedValuesAreGone looks into the tables of the database for what was deleted.
func TestDeletedValuesAreGone(t *testing.T) {
	ctx := t.Context()
	dsn, err := database15.Schema()
	if err != nil {
		t.Fatal(err)
	}
	s := openAt(t, "postgres:"+dsn)
	defer s.Close()
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	const secret = `{"title":"a secret of the tenant"}`
	v, _, err := s.Tenant("key:a").Put(ctx, 0, Version{Name: "secret name"}, []byte(secret))
	if err != nil {
		t.Fatal(err)
	}
	values := func() (n int) {
		t.Helper()
		if err := db.QueryRowContext(ctx, `SELECT count(*) FROM nodes WHERE value_string LIKE '%secret%'`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := values(); n != 2 {
		t.Fatalf("%d values hold the secret, want name and content", n)
	}
	if err := s.Tenant("key:a").Delete(ctx, v.Workspace, 1); err != nil {
		t.Fatal(err)
	}
	if n := values(); n != 0 {
		t.Errorf("%d values hold the secret after the deletion", n)
	}
}

// TestWorkspacesLast opens a store anew, and on a database looks from another server.
func TestWorkspacesLast(t *testing.T) { onEach(t, testWorkspacesLast) }

func testWorkspacesLast(t *testing.T, on place) {
	if on.name == "mem" {
		t.Skip("nothing of it is left")
	}
	ctx := t.Context()
	spec, err := on.spec()
	if err != nil {
		t.Fatal(err)
	}
	s := openAt(t, spec)
	made, _, err := s.Tenant("key:a").Put(ctx, 0, Version{Name: "first", Author: "ann"}, []byte(`"`+strings.Repeat("한", 1<<19)+`"`))
	if err != nil {
		t.Fatal(err)
	}
	if on.name == "postgres" {
		other := openAt(t, spec)
		defer other.Close()
		if seen, err := other.Tenant("key:a").Version(ctx, made.Workspace, 0); err != nil || seen != made {
			t.Errorf("the other server sees %+v, %v", seen, err)
		}
		if _, _, err := other.Tenant("key:a").Put(ctx, 1, Version{Workspace: made.Workspace, Name: "second"}, []byte(`"second"`)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Tenant("key:a").Put(ctx, 1, Version{Workspace: made.Workspace, Name: "late"}, []byte(`"late"`)); !errors.Is(err, ErrMoved) {
			t.Errorf("a late change: %v", err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, spec)
	defer s.Close()
	if seen, err := s.Tenant("key:a").Version(ctx, made.Workspace, 1); err != nil || seen != made {
		t.Errorf("opened anew: %+v, %v", seen, err)
	}
}
