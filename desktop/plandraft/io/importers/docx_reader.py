"""Read a .docx by a walk of its XML, so that nothing a reader sees is missed."""

from __future__ import annotations

from plandraft.core.model.document import BlockKind, DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.text.structure import LineHint
from plandraft.io.importers.docx_body import BodyWalker, SourceParagraph
from plandraft.io.importers.docx_numbering import number_line, read_numbering
from plandraft.io.importers.docx_package import DocxPackage
from plandraft.io.importers.docx_styles import (
    ParagraphStyle,
    hint_of_style,
    numbering_of,
    outline_level,
    read_styles,
)
from plandraft.io.importers.docx_xml import child, value_of
from plandraft.io.importers.reading import Reading


def read_docx(data: bytes) -> Reading:
    """Read the text of the .docx in `data` as its reader sees it.

    Tracked insertions, content controls, hyperlinks, fields, text boxes and automatic numbers are
    in the text; deletions, hidden text, headers, footers, notes and comments are not. A table
    row is one line, its cells separated by tabs. Raises PlanError as `DocxPackage`.
    """
    try:
        return _read_package(DocxPackage(data))
    except RecursionError as error:
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="XML depth") from error


def _read_package(package: DocxPackage) -> Reading:
    styles, default = read_styles(package.related("styles"))
    numbering = read_numbering(package.related("numbering"), styles)
    walker = BodyWalker()
    lines: list[str] = []
    hints: list[LineHint] = []
    for paragraph in walker.walk(package.main()):
        style = _style_of(paragraph, styles, default)
        if paragraph.in_table:
            lines.append(paragraph.text)
            hints.append(LineHint(BlockKind.TABLE_ROW))
            continue
        text, bullet = number_line(
            paragraph.text, style, numbering_of(paragraph.properties), numbering
        )
        lines.append(text)
        hints.append(hint_of_style(style, outline_level(paragraph.properties), bullet=bullet))
    warnings = []
    if walker.tracked_changes:
        warnings.append(DocumentWarning(WarningCode.TRACKED_CHANGES, walker.tracked_changes))
    return Reading("\n".join(lines), "docx", hints=tuple(hints), warnings=tuple(warnings))


def _style_of(
    paragraph: SourceParagraph, styles: dict[str, ParagraphStyle], default: ParagraphStyle
) -> ParagraphStyle:
    named = child(paragraph.properties, "pStyle")
    return styles.get((value_of(named) or "") if named is not None else "", default)
