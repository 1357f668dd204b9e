"""What must hold in an engagement: one small rule for each promise, and the check that runs them all."""
