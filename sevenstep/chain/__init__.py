"""The third stage: all elements with the relations between them, step 1 to step 7."""
