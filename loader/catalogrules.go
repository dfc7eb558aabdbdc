package loader

func checkCatalog(c *catalog, standards *index, r *report) {}
