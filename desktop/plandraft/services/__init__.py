"""Use cases: synchronous, without Qt; take a Progress, raise PlanError."""
