package schema

//go:generate go -C .. run ./schema/internal/generate
