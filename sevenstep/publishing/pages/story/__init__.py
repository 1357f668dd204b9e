"""The story of an engagement: a dozen stops in the order of the argument, for the tour and the short pack."""
