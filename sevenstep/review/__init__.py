"""What reviewers said, from the files that their browsers save to notes beside the model."""
