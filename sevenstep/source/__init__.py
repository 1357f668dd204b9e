"""Text in: which files are an engagement, what they say as plain data, and where in them it is said."""
