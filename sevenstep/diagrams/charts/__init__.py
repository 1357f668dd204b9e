"""Charts: results as pictures of quantities, drawn by matplotlib in the colours of all pictures."""
