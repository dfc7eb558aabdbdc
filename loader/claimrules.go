package loader

func checkCrosswalk(c *crosswalk, standards *index, r *report) {}
