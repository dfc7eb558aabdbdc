// Command generate makes package exec from the schema: gqlgen's code as it is, and beside it code that writes answers
// directly. It runs in the folder of gqlgen.yml.
package main

import (
	"log"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
)

func main() {
	log.SetFlags(0)
	c, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		log.Fatal(err)
	}
	if err := api.Generate(c, api.AddPlugin(directPlugin{})); err != nil {
		log.Fatal(err)
	}
}
