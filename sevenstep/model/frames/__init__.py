"""The kinds of the frames: what stands before and after the seven steps."""
