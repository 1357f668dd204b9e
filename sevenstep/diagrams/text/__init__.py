"""How wide text is, and fonts that hold it."""
