"""What a reader makes of bytes that may be broken."""

from __future__ import annotations

from collections.abc import Callable

from plandraft.core.model.errors import PlanError
from plandraft.io.importers.reading import Reading


def outcome(read: Callable[[bytes], Reading], data: bytes) -> str:
    """Return the format that was read or the code of the refusal; all else is raised."""
    try:
        return read(data).format
    except PlanError as error:
        return error.code.value
