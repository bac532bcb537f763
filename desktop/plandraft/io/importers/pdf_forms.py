"""What was filled into the form fields of a PDF, at the places where it is seen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from plandraft.io.importers.pdf_lines import Character

_WRITTEN = frozenset({
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
})  # fmt: skip
_TICKED = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_PASSWORD = 1 << 13
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_MOST_FIELDS = 2000
_MOST_LETTERS = 20_000
# Words are set in this size at the most, and stand so far above the lower edge of a field.
_SIZE = 12.0
_FILLED = 0.7
_BASELINE = 0.35
_PITCH = 1.3
# Letters are given places as wide as Latin ones, so that a long value stays one stretch.
_STEP = 0.5


def field_characters(
    page: pypdfium2.PdfPage, form: pypdfium2.PdfFormEnv, first: int
) -> Iterator[tuple[float, float, Character]]:
    """Yield (x, y upwards, character) of what the fields of `page` show, ordered from `first`."""
    order = first
    for index in range(min(_MOST_FIELDS, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        with closing(_Closing(annotation)):
            box = pdfium.FS_RECTF()
            value = _value(form.raw, annotation)
            if not value or not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(box)):
                continue
        for x, y, size, letter in _places(value, box):
            order += 1
            yield x, y, Character(0.0, 0.0, order, letter, size)


class _Closing:
    """Close an annotation when it is done with."""

    def __init__(self, annotation: pdfium.FPDF_ANNOTATION) -> None:
        self._annotation = annotation

    def close(self) -> None:
        pdfium.FPDFPage_CloseAnnot(self._annotation)


def _value(form: pdfium.FPDF_FORMHANDLE, annotation: pdfium.FPDF_ANNOTATION) -> str:
    if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
        return ""
    if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return ""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TICKED:
        return "☑" if pdfium.FPDFAnnot_IsChecked(form, annotation) else "☐"
    if kind not in _WRITTEN or pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        return ""
    length = pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    if not 2 < length <= 2 * _MOST_LETTERS:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()


def _places(value: str, box: pdfium.FS_RECTF) -> Iterator[tuple[float, float, float, str]]:
    """Yield place, size and letter of `value`: one line in the middle, several from the top."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    height = abs(box.top - box.bottom)
    size = max(1.0, min(_SIZE, _FILLED * height))
    left, middle = min(box.left, box.right), (box.top + box.bottom) / 2
    top = max(box.top, box.bottom) - size
    for row, line in enumerate(lines):
        y = middle - _BASELINE * size if len(lines) == 1 else top - row * _PITCH * size
        for at, letter in enumerate(line):
            yield left + at * _STEP * size, y, size, letter
