"""The terminal: the same services as the window, and a contract that scripts rely on."""

from __future__ import annotations

# Known without loading typer, so that the window starts without it.
COMMANDS = (
    "extract",
    "repair",
    "compare",
    "templates",
    "layout",
    "fonts",
    "houses",
    "decisions",
    "draft",
    "library",
)
