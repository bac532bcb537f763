"""Excel files read without the library that wrote them."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from lxml import etree

_NAMESPACES = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
Row = list[str | float | None]


def read_workbook(data: bytes) -> dict[str, list[Row]]:
    """Return the rows of each sheet by its name; numbers as numbers, empty cells as None."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    strings: list[str] = []
    if "xl/sharedStrings.xml" in parts:
        table = etree.fromstring(parts["xl/sharedStrings.xml"])
        strings = [
            "".join(item.xpath(".//m:t/text()", namespaces=_NAMESPACES))
            for item in table.xpath("m:si", namespaces=_NAMESPACES)
        ]
    book = etree.fromstring(parts["xl/workbook.xml"])
    names = book.xpath("m:sheets/m:sheet/@name", namespaces=_NAMESPACES)
    return {
        name: _rows(parts[f"xl/worksheets/sheet{number}.xml"], strings)
        for number, name in enumerate(names, start=1)
    }


def formulas_of(data: bytes) -> int:
    """Count the formulas in a workbook."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(len(re.findall(rb"<f>", package.read(name))) for name in sheets)


def _rows(xml: bytes, strings: list[str]) -> list[Row]:
    sheet = etree.fromstring(xml)
    return [
        [_value(cell, strings) for cell in row.xpath("m:c", namespaces=_NAMESPACES)]
        for row in sheet.xpath("m:sheetData/m:row", namespaces=_NAMESPACES)
    ]


def _value(cell: etree._Element, strings: list[str]) -> str | float | None:
    found = cell.xpath("m:v/text()", namespaces=_NAMESPACES)
    if not found:
        return None
    return strings[int(found[0])] if cell.get("t") == "s" else float(found[0])
