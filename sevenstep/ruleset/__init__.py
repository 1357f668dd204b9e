"""What must hold in an engagement: one small rule for each promise. What runs them is in `sevenstep.checking`."""
