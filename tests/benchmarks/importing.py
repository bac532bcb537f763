"""How long reading takes beside what the libraries alone need.

Ratios, not seconds: they hold on any machine.
"""

from __future__ import annotations

import gc
import io
import sys
import time
import zipfile
from collections.abc import Callable

import pypdfium2
from lxml import etree
from tests.helpers.docx_files import docx, paragraph
from tests.helpers.genres import SIMPLIFIED
from tests.helpers.pdf_files import lines, pdf

from plandraft.io.importers.docx_reader import read_docx
from plandraft.io.importers.pdf_reader import read_pdf

ROUNDS = 5
DOCX_CHARACTERS = 300_000
PDF_PAGES = 200
LINES_A_PAGE = 24
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def sample_docx() -> bytes:
    """Return a .docx of 300 000 characters in paragraphs of usual length."""
    texts: list[str] = []
    length = 0
    while length < DOCX_CHARACTERS:
        text = "".join(SIMPLIFIED[(len(texts) + at) % len(SIMPLIFIED)] for at in range(3))
        texts.append(text)
        length += len(text)
    return docx("".join(map(paragraph, texts)))


def sample_pdf() -> bytes:
    """Return a PDF of 200 full pages."""
    text = "".join(SIMPLIFIED)
    return pdf(
        *[
            lines(*[text[(at * 7 + page) % 200 :][:28] for at in range(LINES_A_PAGE)])
            for page in range(PDF_PAGES)
        ]
    )


def bare_docx(data: bytes) -> int:
    """Walk the XML for the text alone; return its length."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return sum(
        len("".join(one.text or "" for one in element.iter(f"{_WORD}t")))
        for element in root.iter(f"{_WORD}p")
    )


def bare_pdf(data: bytes) -> int:
    """Extract the text as the library itself does; return its length."""
    document = pypdfium2.PdfDocument(data)
    length = 0
    for page in document:
        length += len(page.get_textpage().get_text_bounded())
    document.close()
    return length


def ratio(ours: Callable[[bytes], object], bare: Callable[[bytes], object], data: bytes) -> float:
    """Return how many times longer `ours` takes; the best of several rounds in turn."""
    # What else the process holds must not count: a full collection may come at any allocation.
    gc.collect()
    gc.disable()
    try:
        rounds = [(_seconds(ours, data), _seconds(bare, data)) for _ in range(ROUNDS)]
    finally:
        gc.enable()
    return min(one for one, _ in rounds) / min(other for _, other in rounds)


def _seconds(work: Callable[[bytes], object], data: bytes) -> float:
    start = time.perf_counter()
    work(data)
    return time.perf_counter() - start


def main() -> None:
    """Print the ratios."""
    sys.stdout.write(f"docx: {ratio(read_docx, bare_docx, sample_docx()):.2f} times a bare walk\n")
    sys.stdout.write(
        f"pdf: {ratio(read_pdf, bare_pdf, sample_pdf()):.2f} times the library's own text\n"
    )


if __name__ == "__main__":
    main()
