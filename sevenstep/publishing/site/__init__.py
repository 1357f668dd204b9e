"""From finished pages to a site: the theme's shells, MkDocs, the folder that is swapped in, the live preview."""
