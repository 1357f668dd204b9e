"""Charts of what the analysis says: drawn by Vega without a browser, looking like all other pictures."""
