"""What follows from the model: metrics of flows, findings, comparisons, the closing of the chain, the ranking."""
