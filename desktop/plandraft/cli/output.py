"""What goes to the terminal: UTF-8 whatever the locale, exact, and silent once nobody reads."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TextIO

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.system.messages import one_line


class OutputClosed(Exception):  # noqa: N818 - not an error: the reader has seen enough
    """Say that whoever read the output has stopped."""


def prepare_streams() -> None:
    """Make both streams UTF-8, whatever the locale or a Chinese Windows console says.

    File names that are not text in any encoding come out with their bytes escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_exactly(text: str) -> None:
    """Write `text` to the output as it is: no line end added, none changed.

    Half surrogate pairs, which UTF-8 cannot hold, become "?", so that offsets stay right.
    """
    _write(text.encode("utf-8", "replace"))


def write_line(text: str = "") -> None:
    """Write one line for human eyes."""
    _write(f"{text}\n".encode("utf-8", "backslashreplace"))


def write_json(data: object) -> None:
    """Write `data` as one line of JSON."""
    # What backslashreplace makes of half a surrogate pair is its JSON escape as well.
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    _write(f"{text}\n".encode("utf-8", "backslashreplace"))


def write_error(text: str) -> None:
    """Write one line to the error stream, if there is one."""
    stream: TextIO | None = sys.stderr
    if stream is None:
        return
    data = f"{one_line(text)}\n"
    try:
        if hasattr(stream, "buffer"):
            stream.flush()
            stream.buffer.write(data.encode("utf-8", "backslashreplace"))
            stream.buffer.flush()
        else:
            stream.write(data)
            stream.flush()
    except (OSError, ValueError):
        # Nobody can be told; the exit code still says it.
        return


def forget_output() -> None:
    """Send what is left in the buffers nowhere, so that the interpreter ends in silence."""
    if sys.stdout is not sys.__stdout__ or sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _write(data: bytes) -> None:
    stream: TextIO | None = sys.stdout
    if stream is None:
        return
    try:
        if hasattr(stream, "buffer"):
            stream.flush()
            stream.buffer.write(data)
            stream.buffer.flush()
        else:
            stream.write(data.decode("utf-8"))
            stream.flush()
    except BrokenPipeError as error:
        raise OutputClosed from error
    except OSError as error:
        # Windows reports a closed pipe as an invalid argument.
        if sys.platform == "win32" and error.errno == _WINDOWS_CLOSED_PIPE:
            raise OutputClosed from error
        # What is left in the buffer would be tried again, and fail again, at the very end.
        forget_output()
        reason = error.strerror or str(error)
        raise PlanError(ErrorCode.TARGET_FAILED, "stdout", reason=reason) from error


_WINDOWS_CLOSED_PIPE = 22
