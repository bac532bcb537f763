"""The files that documents were read from, as they are now."""

from __future__ import annotations

import hashlib
import sys
from enum import Enum
from pathlib import Path

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.system.files import check_input_file

# Some thousandths of a second each: so often a cancel is heard.
_CHUNK = 4 * 1024 * 1024


class OriginalState(Enum):
    """Say whether a file is still what was read."""

    SAME = "same"
    CHANGED = "changed"


def check_original(path: Path, sha256: str, progress: Progress = SILENT) -> OriginalState:
    """Compare a file with the digest it had; without a digest it counts as the same.

    Raises PlanError FILE_* where it is gone or cannot be read, Cancelled through `progress`.
    """
    status = check_input_file(path, sys.maxsize)
    if not sha256:
        return OriginalState.SAME
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                progress.step(min(1.0, stream.tell() / status.st_size))
    except OSError as error:
        reason = error.strerror or str(error)
        raise PlanError(ErrorCode.FILE_UNREADABLE, path, reason=reason) from error
    return OriginalState.SAME if digest.hexdigest() == sha256 else OriginalState.CHANGED
