"""What other programs are handed of a model, or of how one is written: one package a format."""
