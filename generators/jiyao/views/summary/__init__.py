"""A year of records as figures, and the annual summary that says them."""
