"""A new engagement: a small whole one to be overwritten, or the shape of another, with what editors and CI need."""
