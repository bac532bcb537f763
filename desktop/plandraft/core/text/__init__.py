"""Text as letters: normalisation, numbering, structure, places."""
