"""Several plans at once: who shares what with whom."""
