"""Writing: what may be replaced, files and folders that appear whole or not at all, one writer at a time."""
