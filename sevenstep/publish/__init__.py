"""The site: what each page may see (context), how it is written (pages), and the shells of MkDocs (plugin, build)."""
