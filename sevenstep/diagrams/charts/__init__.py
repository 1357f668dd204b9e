"""Charts of what the analysis says, looking like all other pictures."""
