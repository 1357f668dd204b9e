"""What an engagement says: every kind of element of the method as a class, one file a step."""
