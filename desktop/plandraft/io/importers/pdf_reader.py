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
from plandraft.io.importers.pdf_forms import field_characters
from plandraft.io.importers.pdf_lines import MADE_UP_BLANK, Character, PdfPage
from plandraft.io.importers.pdf_paragraphs import collect_paragraphs, without_furniture
from plandraft.io.importers.pdf_tables import merge_wrapped_cells
from plandraft.io.importers.pdf_turned import (
    DOWNWARDS,
    FEWEST_UPRIGHT,
    SeenText,
    direction,
    take_upright,
    without_marks,
)
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
# What was filled in comes behind what is printed at the same place.
_FIRST_OF_FIELDS = 1 << 30
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
        others: list[PdfPage] = []
        scans = characters = turned = 0
        form = _form(document)
        for index in range(len(document)):
            text, scanned = _read_page(document, index, form)
            page, beside = text.pages()
            pages.append(page)
            others += beside
            scans += scanned
            turned += text.letters_turned()
            characters += sum(len(line.text) for one in (page, *beside) for line in one.lines)
            if characters > _MOST_CHARACTERS:
                raise PlanError(ErrorCode.FILE_TOO_LONG, count=characters, limit=_MOST_CHARACTERS)
    if not characters:
        raise PlanError(ErrorCode.NO_TEXT)
    counts = {WarningCode.PAGES_WITHOUT_TEXT: scans, WarningCode.TURNED_TEXT: turned}
    warnings = [DocumentWarning(code, count) for code, count in counts.items() if count]
    pages = [*without_furniture(pages), *without_marks(others, len(pages))]
    paragraphs = collect_paragraphs([merge_wrapped_cells(page) for page in pages])
    return paragraphs.reading("pdf", warnings=warnings)


def read_page_lines(data: bytes) -> tuple[PdfPage, ...]:
    """Return the lines of each page as they stand, page numbers too.

    Raises PlanError FILE_ENCRYPTED or FILE_DAMAGED.
    """
    with _ONE_AT_A_TIME, closing(_open(data)) as document:
        count = min(len(document), _MOST_PAGES)
        return tuple(_read_page(document, index)[0].as_printed() for index in range(count))


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise PlanError(ErrorCode.FILE_ENCRYPTED) from error
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="PDF") from error


def _form(document: pypdfium2.PdfDocument) -> pypdfium2.PdfFormEnv | None:
    """Return the form of `document`, whose scripts never run, or None where it has none."""
    if document.get_formtype() in {pdfium.FORMTYPE_NONE, -1}:
        return None
    document.init_forms()
    return document.formenv


def _read_page(
    document: pypdfium2.PdfDocument, index: int, form: pypdfium2.PdfFormEnv | None = None
) -> tuple[SeenText, bool]:
    """Return the text of a page, and whether it is a picture without text."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        # One page that cannot be read leaves the others; it counts as one without text.
        return SeenText(0.0), True
    with closing(page), closing(page.get_textpage()) as text:
        width, rotation = page.get_width(), page.get_rotation()
        seen = _characters(text.raw, rotation, width)
        if form is not None:
            for x, y, character in field_characters(page, form, _FIRST_OF_FIELDS):
                across, down = _turned(x, y, rotation, width) if rotation else (x, -y)
                seen.level.append(character._replace(x=across, y=down))
        empty = not seen.level and not seen.turned
        return seen, empty and _has_picture(page)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _characters(text: pdfium.FPDF_TEXTPAGE, rotation: int, width: float) -> SeenText:
    """Return the characters of a page, y growing downwards whichever way the page is turned."""
    unicode_of, origin_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    x, y = ctypes.c_double(), ctypes.c_double()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    size, across, down = _USUAL_SIZE, 0.0, math.inf
    steps = most_steps = 0
    seen = SeenText(width)
    found = seen.level
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
            if down == height:
                steps = 0
            else:
                # Asked for once a stretch: they seldom change within a line.
                steps += 1
                most_steps = max(most_steps, steps)
                size, angle = _size_and_angle(text, index)
                runs = direction(angle, rotation)
                found = seen.turned.setdefault(runs, []) if runs else seen.level
            if code == _HYPHEN_MARK:
                letter = "-"
        # The class's own way takes twice the time, for every letter of a book.
        found.append(_new_tuple(Character, (down, across, index, letter, size)))
    if most_steps >= FEWEST_UPRIGHT - 1:
        seen.level, upright = take_upright(seen.level)
        if upright:
            seen.turned.setdefault(DOWNWARDS, []).extend(upright)
    return seen


def _turned(x: float, y: float, rotation: int, width: float) -> tuple[float, float]:
    """Return the place as it is seen: from the left, and downwards from anywhere."""
    if rotation == 90:
        return y, x
    return (width - x, y) if rotation == 180 else (width - y, -x)


def _size_and_angle(text: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, float]:
    """Return the size in points and the angle (anti-clockwise) in which a character is printed.

    The boxes of letters will not do: some fonts have those of digits half as high again.
    """
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        return _USUAL_SIZE, 0.0
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    angle = math.atan2(matrix.b, matrix.a)
    return max(_SMALLEST_SIZE, size) if math.isfinite(size) else _USUAL_SIZE, angle
