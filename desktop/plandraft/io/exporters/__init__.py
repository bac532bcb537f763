"""Write drafts and reports to files."""
