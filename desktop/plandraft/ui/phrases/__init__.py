"""The user's own phrases and substitutions."""
