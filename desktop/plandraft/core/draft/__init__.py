"""A new plan: template, draft, provenance, edits."""
