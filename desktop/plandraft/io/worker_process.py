"""What a reading process does: it reads one file after the other and answers in JSON."""

from __future__ import annotations

import contextlib
import hashlib
import json
import multiprocessing
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from plandraft.core.model.document import Document
from plandraft.core.model.document_data import document_to_data
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Progress
from plandraft.io.worker_limits import ReadLimits, allow_time, limit_this_process
from plandraft.system.files import check_input_file

ReadFile = Callable[[Path, Progress], Document]
Message = dict[str, Any]

# The operations that a request can ask for.
DIGEST = "digest"
READ = "read"
# A process that is started for a file gets it at once; one that is started ahead has time.
_IDLE_SECONDS = 0.1
# Names of files on Linux and texts of damaged files may hold halves of surrogate pairs.
_ENCODING_ERRORS = "surrogatepass"


def load_importers() -> ReadFile:
    """Load what finds the reader of a file; the readers themselves come with the first file."""
    from plandraft.io.importers.base import read_document

    return read_document


def pack(message: Message) -> bytes:
    """Return a message as bytes of JSON."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", _ENCODING_ERRORS)


def unpack(data: bytes) -> Message:
    """Return the message that `pack` wrote; raises ValueError when it is none."""
    message = json.loads(data.decode("utf-8", _ENCODING_ERRORS))
    if not isinstance(message, dict):
        raise ValueError("not a message")  # noqa: TRY004 - what is wrong is the bytes' content
    return message


def serve(connection: Connection, limits: ReadLimits, load: Callable[[], ReadFile]) -> None:
    """Answer requests until the other side is gone.

    Only JSON comes and goes: nothing that a damaged process sends is ever executed.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    read = load()
    limit_this_process(limits)
    connection.send_bytes(pack({"ready": True}))
    if not connection.poll(_IDLE_SECONDS):
        _load_ahead()
    with contextlib.suppress(EOFError, OSError):
        while True:
            request = unpack(connection.recv_bytes())
            take_back = allow_time(limits.seconds)
            connection.send_bytes(_answer(connection, request, read))
            take_back()


def _load_ahead() -> None:
    """Load the reader that most files need while nobody waits."""
    from plandraft.io.importers.readers import reader_of
    from plandraft.io.importers.sniffing import FileFormat

    reader_of(FileFormat.DOCX)


def _end_with_parent() -> None:
    """End this process with its parent even in the middle of a file."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(connection: Connection, request: Message, read: ReadFile) -> bytes:
    path = Path(request["path"])
    # Made beforehand: later there may be no memory for it.
    too_large = pack({"error": ErrorCode.READING_TOO_LARGE.value, "subject": str(path)})
    try:
        if request["operation"] == DIGEST:
            return pack({"digest": _digest(path)})
        document = read(path, _Reporter(connection))
        return pack({"text": document.text, "document": document_to_data(document)})
    except PlanError as error:
        details = {name: str(value) for name, value in error.details.items()}
        return pack({"error": error.code.value, "subject": error.subject, "details": details})
    except MemoryError:
        return too_large
    except Exception as error:  # noqa: BLE001 - no file may end the process that reads the next
        details = {"reason": f"{type(error).__name__}: {error}"[:200]}
        return pack({
            "error": ErrorCode.FILE_DAMAGED.value,
            "subject": str(path),
            "details": details,
            "trace": traceback.format_exc(limit=20),
        })  # fmt: skip


def _digest(path: Path) -> str:
    # The readers know the limits of their formats; here only what would block is kept out.
    check_input_file(path, sys.maxsize)
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or str(error)
        raise PlanError(ErrorCode.FILE_UNREADABLE, path, reason=reason) from error


@dataclass(frozen=True, slots=True)
class _Reporter:
    """Send the progress of a reader to the other side."""

    connection: Connection
    start: float = 0.0
    end: float = 1.0

    def step(self, done: float, label: str = "") -> None:
        """Send how much is done."""
        self.connection.send_bytes(pack({"share": self.start + done * (self.end - self.start)}))

    def part(self, start: float, end: float) -> _Reporter:
        """Return a Progress for a part of this part."""
        width = self.end - self.start
        return _Reporter(self.connection, self.start + start * width, self.start + end * width)
