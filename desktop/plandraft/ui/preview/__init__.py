"""Part of the window; see ARCHITECTURE.md."""
