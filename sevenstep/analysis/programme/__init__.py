"""What follows from the projects: their schedule, their money by year, the load of units and pools, the ledger."""
