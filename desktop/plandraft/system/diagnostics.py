"""Log, crash guards, and where to look afterwards."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

LOG_NAME = "plandraft.log"
_CRASH_NAMES = "crash-*.log"
# Another window may be running and own an empty file; nothing runs for so long.
_FORGOTTEN_SECONDS = 30 * 24 * 3600
# Three files of one megabyte hold weeks of work and can be sent by mail.
_LOG_BYTES = 1_000_000
_LOG_BACKUPS = 2
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"

logger = logging.getLogger("plandraft")
# Without a log file, Python would print warnings on the terminal.
logger.addHandler(logging.NullHandler())


@dataclass(slots=True)
class Diagnostics:
    """Hold what runs while the program does.

    `log_file` is None where no log could be opened; `previous_crash` is the trace that a crash of
    the last run left, or "".
    """

    log_file: Path | None
    previous_crash: str
    _handler: logging.Handler | None = None
    _crash_stream: TextIO | None = None

    def close(self) -> None:
        """Stop logging and remove the empty crash file: this run ended in order."""
        if self._handler is not None:
            logger.removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._crash_stream is not None:
            faulthandler.disable()
            path = Path(self._crash_stream.name)
            self._crash_stream.close()
            self._crash_stream = None
            path.unlink(missing_ok=True)


def start_log(folder: Path) -> Diagnostics:
    """Open the rotating log in `folder`; go on without one where that cannot be written."""
    path = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=_LOG_BACKUPS, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter(_FORMAT))
        path.open("a", encoding="utf-8").close()
    except OSError:
        return Diagnostics(None, "")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return Diagnostics(path, "", handler)


def start_diagnostics(folder: Path) -> Diagnostics:
    """Open the log and let the interpreter write a trace into `folder` when it crashes."""
    diagnostics = start_log(folder)
    if diagnostics.log_file is None:
        return diagnostics
    diagnostics.previous_crash = _take_crashes(folder)
    if diagnostics.previous_crash:
        logger.error("the last run crashed:\n%s", diagnostics.previous_crash)
    try:
        stream = (folder / f"crash-{os.getpid()}.log").open("w", encoding="utf-8")
    except OSError:
        logger.warning("no crash file", exc_info=True)
        return diagnostics
    faulthandler.enable(stream)
    diagnostics._crash_stream = stream  # noqa: SLF001 - this function builds the value
    return diagnostics


def _take_crashes(folder: Path) -> str:
    """Return and remove the traces of runs that crashed; what still runs has written none."""
    traces = []
    for path in sorted(folder.glob(_CRASH_NAMES)):
        try:
            trace = path.read_text(encoding="utf-8", errors="replace")
            if trace or time.time() - path.stat().st_mtime > _FORGOTTEN_SECONDS:
                path.unlink()
        except OSError:
            logger.warning("crash file %s", path.name, exc_info=True)
            continue
        traces.append(trace)
    return "\n".join(filter(None, traces))


def install_exception_hooks(show: Callable[[BaseException], None]) -> None:
    """Log every exception that nobody caught, on any thread, and hand it to `show`.

    `show` may be called from any thread. Ctrl+C is left to Python.
    """

    def on_exception(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.critical("uncaught exception", exc_info=(kind, error, trace))
        show(error)

    def on_thread_exception(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = on_exception
    threading.excepthook = on_thread_exception
