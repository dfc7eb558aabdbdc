package schema

//go:generate go -C .. tool gqlgen generate
