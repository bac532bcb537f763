"""Print documents."""

from __future__ import annotations

from pathlib import Path

from plandraft.cli.output import write_exactly, write_json
from plandraft.cli.progress import shown_progress
from plandraft.cli.wording import current_language
from plandraft.core.model.document import Document
from plandraft.io.worker import read_document
from plandraft.system.messages import warning_text


def print_document(file: Path, *, as_json: bool) -> None:
    """Print the text of `file` exactly as offsets count it, or its structure."""
    with shown_progress(file.name) as progress:
        document = read_document(file, progress)
    if as_json:
        write_json(document_data(document))
    else:
        write_exactly(document.text)


def document_data(document: Document) -> dict[str, object]:
    """Return what `extract --json` prints; offsets are code points of the text."""
    language = current_language.get()
    return {
        "title": document.title,
        "place": document.place,
        "encoding": document.origin.encoding,
        "warnings": [
            {
                "code": warning.code.value,
                "count": warning.count,
                "message": warning_text(warning, language),
            }
            for warning in document.warnings
        ],
        "blocks": [
            {
                "kind": block.kind.value,
                "level": block.level,
                "number": block.number,
                "start": block.span.start,
                "end": block.span.end,
            }
            for block in document.blocks
        ],
    }
