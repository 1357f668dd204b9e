"""What regulations demand, compared: conflicts, differences between jurisdictions, gaps, work done only for them."""
