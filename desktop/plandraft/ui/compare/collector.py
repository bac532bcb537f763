"""Keep Python's collector out of the way while many values are made that stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Look for garbage afterwards only.

    Twenty thousand entries are no garbage; looking through everything that lives several times
    while they are made takes as long as making them.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
