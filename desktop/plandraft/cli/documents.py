"""Print documents."""

from __future__ import annotations

from pathlib import Path

from plandraft.cli.output import write_exactly, write_json
from plandraft.cli.progress import shown_progress
from plandraft.cli.wording import current_language
from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.text.metadata import Finding, find_metadata
from plandraft.io.background_file import load_gazetteer
from plandraft.io.office_converter import read_converted
from plandraft.io.worker import read_document
from plandraft.system.messages import warning_text
from plandraft.system.paths import resources_dir

# What another program may know how to read.
_CONVERTIBLE = frozenset({ErrorCode.FILE_UNSUPPORTED, ErrorCode.FILE_BINARY})


def print_document(file: Path, *, as_json: bool, convert: bool = False) -> None:
    """Print the text of `file` exactly as offsets count it, or its structure.

    `convert` lets LibreOffice read what we cannot.
    """
    with shown_progress(file.name) as progress:
        try:
            document = read_document(file, progress)
        except PlanError as error:
            if not convert or error.code not in _CONVERTIBLE:
                raise
            document = read_converted(file, read_document, progress)
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
        "metadata": metadata_data(document),
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
                "confidence": block.confidence,
                "start": block.span.start,
                "end": block.span.end,
            }
            for block in document.blocks
        ],
    }


def metadata_data(document: Document) -> dict[str, object]:
    """Return what the document says of itself, each with where; None where it does not."""
    found = find_metadata(document, load_gazetteer(resources_dir()))
    return {
        "place": _finding_data(found.place),
        "level": found.level.value if found.level else None,
        "province": found.province,
        "prefecture": found.prefecture,
        "former": found.former,
        "period": _finding_data(found.period),
        "years": list(found.years) if found.years else None,
        "year": _finding_data(found.year),
        "organ": _finding_data(found.organ),
        "number": _finding_data(found.number),
        "kind": _finding_data(
            Finding(found.kind.value, found.kind_span) if found.kind and found.kind_span else None
        ),
    }


def _finding_data(finding: Finding | None) -> dict[str, object] | None:
    if finding is None:
        return None
    return {"value": finding.value, "start": finding.span.start, "end": finding.span.end}
