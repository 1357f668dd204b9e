"""What the parts of a picture look like, in all pictures the same."""
