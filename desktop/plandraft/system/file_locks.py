"""Learn whether another program has a file open, as far as the system tells."""

from __future__ import annotations

import sys
from pathlib import Path


def lock_marker(path: Path) -> Path:
    """Return the file that LibreOffice keeps beside a document while it is open."""
    return path.with_name(f".~lock.{path.name}#")


def is_open_elsewhere(path: Path) -> bool:
    """Tell whether the existing file `path` is open in an office program or locked.

    On Windows an open document cannot be opened for writing; elsewhere the marker of LibreOffice
    and record locks are all there is to see.
    """
    return lock_marker(path).exists() or _is_held(path)


if sys.platform == "win32":

    def _is_held(path: Path) -> bool:
        try:
            with path.open("r+b"):
                return False
        except PermissionError:
            return True

else:
    import fcntl

    def _is_held(path: Path) -> bool:
        try:
            with path.open("r+b") as stream:
                fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return True
        except OSError:
            # File systems without record locks cannot tell.
            return False
        return False
