package foreign

import (
	"github.com/clausegraph/clausegraph/internal/oscal"
)

// ownCatalog reads a catalog that this program wrote.
func (d *document) ownCatalog(ref string, o *oscal.Catalog) {}

func (d *document) ownMappings(name string, o *oscal.MappingCollection, s *claimSet) {}

func (s *claimSet) ownMap(cl *claim, m *oscal.Map) {}
