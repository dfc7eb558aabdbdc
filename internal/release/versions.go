package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

const versionsFile = "version.json"

// versions are what clausegraph version says, and the digest of the schema.
type versions struct {
	Program map[string]any `json:"program"`
	API     string         `json:"api"`
	Schema  string         `json:"schema"`
	Data    struct {
		Version string `json:"version"`
		Hash    string `json:"hash"`
	} `json:"data"`
	Formats map[string]any `json:"formats"`
}

// versions writes what the program says of all its versions, and compares it with what the release before said.
func (r *release) versions(ctx context.Context) error {
	said, err := r.command(ctx, filepath.Join(r.work, "tool"), "version", "--format", "json").Output()
	if err != nil {
		return err
	}
	var now versions
	if err := json.Unmarshal(said, &now); err != nil {
		return err
	}
	now.Program = map[string]any{"version": r.version, "revision": r.commit, "time": r.at.Format(time.RFC3339), "go": now.Program["go"]}
	schema, err := os.ReadFile(r.path("schema", "schema.graphql"))
	if err != nil {
		return err
	}
	now.Schema = digest(schema)
	if r.previous != "" {
		var before versions
		file, err := os.ReadFile(r.previous)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(file, &before); err != nil {
			return fmt.Errorf("%s: %w", r.previous, err)
		}
		if err := now.follow(before); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(now, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(r.file(versionsFile), append(text, '\n'), 0o644)
}

// follow fails where something changed under the version that it had.
func (v versions) follow(before versions) error {
	var problems []error
	if v.API == before.API && v.Schema != before.Schema {
		problems = append(problems, fmt.Errorf("the schema is another one than that of API %s before; schema/sdl.go has the version", v.API))
	}
	if v.Data.Version == before.Data.Version && v.Data.Hash != before.Data.Hash {
		problems = append(problems, fmt.Errorf("the data is another one than data %s before; mappings/VERSION has the version", v.Data.Version))
	}
	return errors.Join(problems...)
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
