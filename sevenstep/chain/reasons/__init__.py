"""Why each element is there: what it may be there for, how much each of that tells, and the way that is told."""
