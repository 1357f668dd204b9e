"""Adding to an engagement: an element, the skeleton of a flow to be, a table that was pasted."""
