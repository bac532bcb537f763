"""Check the files that are read, and replace those that are written in one step."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.system.file_locks import is_open_elsewhere

# Sharing and lock violations of Windows: another program holds the file.
_IN_USE_ERRORS = frozenset({32, 33})
# What Windows says both for a file that is open elsewhere and for one that is protected.
_ACCESS_DENIED = 5
# Virus scanners and indexers hold a new file for some hundredths of a second.
_REPLACE_ATTEMPTS = 5
_REPLACE_PAUSE_SECONDS = 0.05
# A file that is being saved is whole again after a moment.
_READ_ATTEMPTS = 3
_CHANGING_PAUSE_SECONDS = 0.2
_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_MEGABYTE = 1024 * 1024


def check_input_file(path: Path, limit: int) -> os.stat_result:
    """Return the status of an ordinary, readable file of 1 to `limit` bytes.

    Raises PlanError FILE_MISSING, FILE_IS_FOLDER, FILE_NOT_REGULAR, FILE_UNREADABLE, FILE_EMPTY
    or FILE_TOO_LARGE. Nothing is opened, so a pipe cannot block.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise PlanError(ErrorCode.FILE_MISSING, path) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise PlanError(ErrorCode.FILE_IS_FOLDER, path)
    if not stat.S_ISREG(status.st_mode):
        raise PlanError(ErrorCode.FILE_NOT_REGULAR, path)
    if not os.access(path, os.R_OK):
        raise PlanError(ErrorCode.FILE_UNREADABLE, path, reason=os.strerror(errno.EACCES))
    if status.st_size == 0:
        raise PlanError(ErrorCode.FILE_EMPTY, path)
    if status.st_size > limit:
        raise too_large(status.st_size, limit, path)
    return status


def too_large(size: int, limit: int, path: Path | str = "") -> PlanError:
    """Return the error for a file of `size` bytes where `limit` are allowed."""
    shown, most = (f"{count / _MEGABYTE:.3g}" for count in (size, limit))
    return PlanError(ErrorCode.FILE_TOO_LARGE, path, size_mb=shown, limit_mb=most)


def read_input_file(path: Path, limit: int) -> bytes:
    """Return the bytes of an input file of at most `limit` bytes.

    A file that another program is writing is waited for a moment. Raises PlanError as
    `check_input_file`, and FILE_UNREADABLE when reading fails or the file keeps changing.
    """
    for _attempt in range(_READ_ATTEMPTS):
        check_input_file(path, limit)
        try:
            with path.open("rb") as stream:
                before = os.fstat(stream.fileno())
                data = _read_from(stream, before.st_size + 1)
                after = os.fstat(stream.fileno())
        except OSError as error:
            raise _unreadable(path, error) from error
        if len(data) == after.st_size and _state(before) == _state(after):
            return data
        time.sleep(_CHANGING_PAUSE_SECONDS)
    raise PlanError(ErrorCode.FILE_UNREADABLE, path, reason="内容正在变化 / still being written")


def _read_from(stream: IO[bytes], size: int) -> bytes:
    # Asked for one byte more than there was, a file that grows is noticed and not followed.
    return stream.read(size)


def _state(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def is_there(path: Path) -> bool:
    """Tell whether anything, even a broken link, has this name; a name that cannot be is not."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; a name that cannot be is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def check_target(path: Path) -> Path:
    """Return the file that `path` leads to, links followed, when it can be written or replaced.

    Raises PlanError TARGET_READ_ONLY, TARGET_IN_USE or TARGET_FAILED. Mode bits count even for
    an administrator, whom the system itself would not stop. Nothing is changed.
    """
    try:
        target = path.resolve()
        folder = target.parent.stat()
        status = target.stat() if target.exists() else None
    except (OSError, RuntimeError, ValueError) as error:
        raise _target_error(path, error, replacing=False) from error
    if not stat.S_ISDIR(folder.st_mode):
        raise PlanError(ErrorCode.TARGET_FAILED, path, reason=os.strerror(errno.ENOTDIR))
    if status is not None:
        _check_existing(path, target, status)
    # Windows marks customised folders such as Desktop read-only without meaning it.
    if sys.platform != "win32" and _is_protected(target.parent, folder):
        raise PlanError(ErrorCode.TARGET_READ_ONLY, path)
    return target


def replace_atomically(path: Path, data: bytes) -> None:
    """Put `data` into the file `path`, whole or not at all.

    Writes a new file in the same folder, flushes it to the disk and renames it over the old one;
    links are followed and permission bits kept. Raises PlanError TARGET_READ_ONLY, TARGET_IN_USE
    or TARGET_FAILED; the old file is then as it was and no temporary file is left.
    """
    target = check_target(path)
    draft = target.parent / f".plandraft-{secrets.token_hex(6)}.tmp"
    try:
        _write_new(draft, data, like=target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise _target_error(path, error, replacing=False) from error
    try:
        _replace_patiently(draft, target)
    except OSError as error:
        raise _target_error(path, error, replacing=True) from error
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(target.parent)


def _check_existing(path: Path, target: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise PlanError(ErrorCode.TARGET_FAILED, path, reason=os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise PlanError(ErrorCode.FILE_NOT_REGULAR, path)
    if _is_protected(target, status):
        raise PlanError(ErrorCode.TARGET_READ_ONLY, path)
    if is_open_elsewhere(target):
        raise PlanError(ErrorCode.TARGET_IN_USE, path)


def _is_protected(path: Path, status: os.stat_result) -> bool:
    return not status.st_mode & _WRITE_BITS or not os.access(path, os.W_OK)


def _write_new(draft: Path, data: bytes, *, like: Path) -> None:
    with draft.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if like.exists():
        draft.chmod(stat.S_IMODE(like.stat().st_mode))


def _replace_patiently(draft: Path, target: Path) -> None:
    for attempt in range(1, _REPLACE_ATTEMPTS + 1):
        try:
            os.replace(draft, target)  # noqa: PTH105 - tests put the failures of Windows here
        except PermissionError as error:
            passing = getattr(error, "winerror", None) in {_ACCESS_DENIED, *_IN_USE_ERRORS}
            if not passing or attempt == _REPLACE_ATTEMPTS:
                raise
            time.sleep(_REPLACE_PAUSE_SECONDS)
        else:
            return


def _flush_folder(folder: Path) -> None:
    """Make the renaming itself durable where the system has a way to."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        # Some network file systems cannot flush a folder; the file itself is already safe.
        with suppress(OSError):
            os.fsync(descriptor)
        os.close(descriptor)


def _target_error(path: Path, error: Exception, *, replacing: bool) -> PlanError:
    """Tell a file that is open elsewhere from a protected one and from any other failure."""
    number = getattr(error, "errno", None)
    if getattr(error, "winerror", None) in _IN_USE_ERRORS:
        return PlanError(ErrorCode.TARGET_IN_USE, path)
    if isinstance(error, PermissionError):
        # A new file could be made beside it, so what denies access is the old file's user.
        denied = replacing and number == errno.EACCES
        code = ErrorCode.TARGET_IN_USE if denied else ErrorCode.TARGET_READ_ONLY
        return PlanError(code, path)
    if number == errno.EROFS:
        return PlanError(ErrorCode.TARGET_READ_ONLY, path)
    return PlanError(ErrorCode.TARGET_FAILED, path, reason=_reason(error))


def _unreadable(path: Path, error: OSError) -> PlanError:
    return PlanError(ErrorCode.FILE_UNREADABLE, path, reason=_reason(error))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
