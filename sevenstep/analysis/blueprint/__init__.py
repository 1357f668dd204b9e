"""What the design runs on, as it follows from the flows: data between systems, interfaces, who shares with whom."""
