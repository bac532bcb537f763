"""Reports on paper: set into pages, seen before, printed, kept as PDF."""
