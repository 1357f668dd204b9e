"""The pictures of the model, one file each."""
