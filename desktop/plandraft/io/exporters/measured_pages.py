"""The pages on which headings really stand, read from what LibreOffice made of an export."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import DOCUMENT
from plandraft.io.exporters.docx_base import parse
from plandraft.io.exporters.word_text import style_of, tag
from plandraft.io.importers.pdf_reader import read_page_lines

_BLANKS = re.compile(r"\s+")
_ROW = re.compile(r"[.…·]{5,}[0-9IVXLC]+$")
_NUMBER = re.compile(r"[—–-](\d+)[—–-]")


def measured_pages(data: bytes, pdf: bytes) -> tuple[str, ...] | None:
    """Return the page numbers for the rows of the 目录 of a .docx, in order.

    `pdf` holds the pages made of it. None where a heading cannot be found on them; raises
    PlanError FILE_DAMAGED.
    """
    titles = _titles(data)
    pages = [[_plain(line.text) for line in page.lines] for page in read_page_lines(pdf)]
    return find_pages(titles, pages) if titles else None


def find_pages(titles: Sequence[str], pages: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """Return the number at the foot of the page on which each title stands behind the 目录.

    `pages` are the lines of each page without blanks; a title may be broken into lines.
    """
    rows = [number for number, lines in enumerate(pages) if any(map(_ROW.search, lines))]
    at, line = (rows[-1] + 1 if rows else 0), 0
    found = []
    for title in map(_plain, titles):
        place = _find(title, pages, at, line)
        if place is None:
            return None
        at, line = place
        shown = [match[1] for match in map(_NUMBER.fullmatch, pages[at]) if match]
        found.append(shown[-1] if shown else str(at + 1))
        line += 1
    return tuple(found)


def _find(
    title: str, pages: Sequence[Sequence[str]], page: int, line: int
) -> tuple[int, int] | None:
    for number in range(page, len(pages)):
        lines = pages[number]
        for index in range(line if number == page else 0, len(lines)):
            if lines[index] and title.startswith(lines[index]) and _stands(title, lines, index):
                return number, index
    return None


def _stands(title: str, lines: Sequence[str], index: int) -> bool:
    text = ""
    for line in lines[index:]:
        text += line
        if text == title:
            return True
        if not title.startswith(text):
            return False
    return False


def _titles(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = parse(archive.read(DOCUMENT))
    styles = {style.id for style in official.CONTENTS}
    return [
        "".join(text.text or "" for text in list(row.iter(tag("t")))[:-1])
        for row in document.iter(tag("p"))
        if style_of(row) in styles
    ]


def _plain(text: str) -> str:
    return _BLANKS.sub("", text)
