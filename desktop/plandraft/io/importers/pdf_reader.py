"""Read a PDF: its characters by place, its paragraphs rebuilt."""

from __future__ import annotations

import ctypes
import math
import sys
import threading
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.pdf_lines import (
    MADE_UP_BLANK,
    Character,
    PdfPage,
    group_lines,
    read_line,
)
from plandraft.io.importers.pdf_paragraphs import collect_paragraphs, without_furniture
from plandraft.io.importers.pdf_tables import merge_wrapped_cells
from plandraft.io.importers.reading import Reading

# The longest plans have some hundred pages; books of many thousands are something else.
_MOST_PAGES = 3000
_MOST_CHARACTERS = 5_000_000
# Text in a size that cannot be told is taken for the ordinary one.
_USUAL_SIZE = 12.0
_SMALLEST_SIZE = 1.0
# Line ends that the library makes up, and the marks of letters that it cannot name.
_IGNORED = frozenset({0, 0xA, 0xD, 0xAD, 0xFFFE, 0xFFFF})
# The library's mark of a hyphen at the end of a line.
_HYPHEN_MARK = 0x2
_BLANK = 0x20
# Pages turned by a quarter: what is high there is wide in the file.
_LYING = frozenset({90, 270})
_new_tuple = tuple.__new__
# The library must not be entered twice at a time.
_ONE_AT_A_TIME = threading.Lock()


def read_pdf(data: bytes) -> Reading:
    """Read the text of the PDF in `data`, without page numbers, headers and footers.

    Raises PlanError FILE_ENCRYPTED, FILE_DAMAGED, FILE_TOO_LONG, or NO_TEXT for pictures only.
    """
    with _ONE_AT_A_TIME, closing(_open(data)) as document:
        if len(document) > _MOST_PAGES:
            raise PlanError(ErrorCode.FILE_TOO_LONG, count=len(document), limit=_MOST_PAGES)
        pages: list[PdfPage] = []
        scans = 0
        characters = 0
        for index in range(len(document)):
            page, scanned = _read_page(document, index)
            pages.append(page)
            scans += scanned
            characters += sum(len(line.text) for line in page.lines)
            if characters > _MOST_CHARACTERS:
                raise PlanError(ErrorCode.FILE_TOO_LONG, count=characters, limit=_MOST_CHARACTERS)
    if not characters:
        raise PlanError(ErrorCode.NO_TEXT)
    warnings = [DocumentWarning(WarningCode.PAGES_WITHOUT_TEXT, scans)] if scans else []
    pages = [merge_wrapped_cells(page) for page in without_furniture(pages)]
    return collect_paragraphs(pages).reading("pdf", warnings=warnings)


def read_page_lines(data: bytes) -> tuple[PdfPage, ...]:
    """Return the lines of each page as they stand, page numbers too.

    Raises PlanError FILE_ENCRYPTED or FILE_DAMAGED.
    """
    with _ONE_AT_A_TIME, closing(_open(data)) as document:
        count = min(len(document), _MOST_PAGES)
        return tuple(_read_page(document, index)[0] for index in range(count))


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise PlanError(ErrorCode.FILE_ENCRYPTED) from error
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="PDF") from error


def _read_page(document: pypdfium2.PdfDocument, index: int) -> tuple[PdfPage, bool]:
    """Return the lines of a page, and whether it is a picture without text."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        # One page that cannot be read leaves the others; it counts as one without text.
        return PdfPage((), 0.0), True
    with closing(page), closing(page.get_textpage()) as text:
        width, rotation = page.get_width(), page.get_rotation()
        characters = _characters(text.raw, rotation, width)
        found = (read_line(line) for line in group_lines(characters))
        lines = tuple(line for line in found if line is not None)
        return PdfPage(lines, width), not lines and _has_picture(page)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _characters(text: pdfium.FPDF_TEXTPAGE, rotation: int, width: float) -> list[Character]:
    """Return the characters of a page, y growing downwards whichever way the page is turned."""
    unicode_of, origin_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    x, y = ctypes.c_double(), ctypes.c_double()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    size, across, down = _USUAL_SIZE, 0.0, math.inf
    found: list[Character] = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = unicode_of(text, index)
        if code in _IGNORED or code > sys.maxunicode:
            continue
        letter = chr(code)
        if code == _BLANK and pdfium.FPDFText_IsGenerated(text, index) == 1:
            # It has no place of its own: it stands where the character before it does.
            if down == math.inf:
                continue
            letter = MADE_UP_BLANK
        else:
            origin_of(text, index, at_x, at_y)
            height = down
            across, down = x.value, -y.value
            if rotation:
                across, down = _turned(across, -down, rotation, width)
            if down != height:
                # The size is asked for once a stretch: it seldom changes within a line.
                size = _size(text, index, turned=rotation in _LYING)
            if code == _HYPHEN_MARK:
                letter = "-"
        # The class's own way takes twice the time, for every letter of a book.
        found.append(_new_tuple(Character, (down, across, index, letter, size)))
    return found


def _turned(x: float, y: float, rotation: int, width: float) -> tuple[float, float]:
    """Return the place as it is seen: from the left, and downwards from anywhere."""
    if rotation == 90:
        return y, x
    return (width - x, y) if rotation == 180 else (width - y, -x)


def _size(text: pdfium.FPDF_TEXTPAGE, index: int, *, turned: bool) -> float:
    """Return the height of a line of this character in points, as it is printed."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
        return _USUAL_SIZE
    height = abs(box.right - box.left) if turned else abs(box.top - box.bottom)
    return max(_SMALLEST_SIZE, height) if math.isfinite(height) else _USUAL_SIZE
