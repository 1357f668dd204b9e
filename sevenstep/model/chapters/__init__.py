"""An author's own chapters: their text, what they refer to, and the languages they are written in."""
