"""Read a .docx by a walk of its XML, so that nothing a reader sees is missed."""

from __future__ import annotations

import re

from lxml import etree

from plandraft.core.model.document import BlockKind, DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.text.structure import LineHint
from plandraft.io.importers.docx_body import BodyWalker, SourceParagraph
from plandraft.io.importers.docx_numbering import (
    close_label,
    join_label,
    number_line,
    read_numbering,
)
from plandraft.io.importers.docx_package import DocxPackage
from plandraft.io.importers.docx_styles import (
    ParagraphStyle,
    hint_of_style,
    numbering_of,
    outline_level,
    read_styles,
)
from plandraft.io.importers.docx_xml import child, name_of, value_of
from plandraft.io.importers.reading import Reading

# Bullets are signs, often of a font of their own.
_BULLET = re.compile(r"[\W_]{1,2}")


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
    return read_parts(
        package.main(), package.related("styles"), package.related("numbering"), "docx"
    )


def read_parts(
    main: etree._Element,
    style_part: etree._Element | None,
    numbering_part: etree._Element | None,
    form: str,
) -> Reading:
    """Read a document by its parts; raises RecursionError where it is nested too deep."""
    styles, default = read_styles(style_part)
    numbering = read_numbering(numbering_part, styles)
    walker = BodyWalker()
    lines: list[str] = []
    hints: list[LineHint] = []
    for paragraph in walker.walk(main):
        style = _style_of(paragraph, styles, default)
        if paragraph.in_table:
            lines.append(paragraph.text)
            hints.append(LineHint(BlockKind.TABLE_ROW))
            continue
        written = _written_label(paragraph)
        text, bullet = (
            (join_label(written, paragraph.text), False)
            if written
            else number_line(paragraph.text, style, numbering_of(paragraph.properties), numbering)
        )
        lines.append(text)
        hints.append(hint_of_style(style, outline_level(paragraph.properties), bullet=bullet))
    warnings = []
    if walker.tracked_changes:
        warnings.append(DocumentWarning(WarningCode.TRACKED_CHANGES, walker.tracked_changes))
    return Reading("\n".join(lines), form, hints=tuple(hints), warnings=tuple(warnings))


def _style_of(
    paragraph: SourceParagraph, styles: dict[str, ParagraphStyle], default: ParagraphStyle
) -> ParagraphStyle:
    named = child(paragraph.properties, "pStyle")
    return styles.get((value_of(named) or "") if named is not None else "", default)


def _written_label(paragraph: SourceParagraph) -> str:
    """Return the label that Word 2003 wrote beside the number of a list, or ""."""
    listed = child(paragraph.properties, "listPr")
    for one in listed if listed is not None else ():
        label = next((str(value) for name, value in one.items() if str(name).endswith("}val")), "")
        if name_of(one) == "x:t" and label.strip():
            return "" if _BULLET.fullmatch(label.strip()) else close_label(label.strip())
    return ""
