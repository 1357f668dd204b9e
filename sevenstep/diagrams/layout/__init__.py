"""Where the parts of a picture stand."""
