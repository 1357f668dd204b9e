"""The site: what every page may see (context), what each shows (pages), how it is written (rendering), and where
it goes (site)."""
