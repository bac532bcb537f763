"""Compare city plans passage by passage and draft new ones with every source remembered."""

from __future__ import annotations

__version__ = "0.1.0"
