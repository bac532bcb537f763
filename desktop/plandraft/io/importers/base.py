"""Read a plan from a file: check it, tell its format by its content, hand it to the reader."""

from __future__ import annotations

import hashlib
from pathlib import Path

from plandraft.core.model.document import Document, Origin
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.core.text.structure import build_document
from plandraft.io.importers.readers import reader_of
from plandraft.io.importers.reading import Reading
from plandraft.io.importers.sniffing import FileFormat, sniff_format
from plandraft.system.files import read_input_file, too_large

# Plans have well under 1 MB of text; the maps and pictures beside it make up the rest. A file that
# is far larger is a mistake, and so is one of this size that has no pictures apart from its text.
_MEGABYTE = 1024 * 1024
FILE_LIMIT = 200 * _MEGABYTE
ALL_TEXT_LIMIT = 40 * _MEGABYTE
_WITH_PICTURES = frozenset({FileFormat.DOCX, FileFormat.DOC, FileFormat.PDF, FileFormat.ODT})


def read_document(path: Path, progress: Progress = SILENT) -> Document:
    """Read the plan in `path` and recover its structure; the suffix does not matter.

    Raises PlanError FILE_… when the file cannot be used and NO_TEXT when it holds none. A file
    without a title of its own is called after its name.
    """
    data = read_input_file(path, FILE_LIMIT)
    progress.step(0.1)
    reading = _read(path, data)
    progress.step(0.6)
    origin = Origin(
        path=str(path),
        format=reading.format,
        encoding=reading.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    document = build_document(
        reading.text,
        origin,
        hints=reading.hints,
        untitled=path.stem,
        warnings=reading.warnings,
    )
    if not document.blocks:
        raise PlanError(ErrorCode.NO_TEXT, path)
    progress.step(1.0)
    return document


def _read(path: Path, data: bytes) -> Reading:
    try:
        form = sniff_format(data)
        if form not in _WITH_PICTURES and len(data) > ALL_TEXT_LIMIT:
            raise too_large(len(data), ALL_TEXT_LIMIT)
        return reader_of(form)(data)
    except PlanError as error:
        # The readers work on bytes; the message must name the file.
        raise PlanError(error.code, path, **error.details) from error
