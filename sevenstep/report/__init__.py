"""Diagnostics and results as text: renderers get finished data and compute nothing."""
