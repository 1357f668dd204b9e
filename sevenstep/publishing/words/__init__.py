"""Every word of our own on the pages, in both languages."""
