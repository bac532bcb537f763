"""Find re-used passages between two texts."""
