"""From finished pages to a site: the theme's frames, MkDocs, the folder that is swapped in, the live preview."""
