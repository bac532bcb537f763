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

from plandraft.core.model.document import Document, Origin
from plandraft.core.text.structure import build_document
from plandraft.io.importers.docx_reader import read_docx
from plandraft.io.importers.pdf_reader import read_pdf

ROUNDS = 5
DOCX_CHARACTERS = 300_000
PDF_PAGES = 200
LINES_A_PAGE = 24
_PARAGRAPH = (
    '<w:p w:rsidR="00B20001" w:rsidRDefault="00B20001"><w:pPr><w:spacing w:line="560" '
    'w:lineRule="exact"/><w:ind w:firstLine="640"/><w:rPr><w:sz w:val="32"/></w:rPr></w:pPr>'
)
_RUN = (
    '<w:r w:rsidRPr="00A10001"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" '
    'w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>{}</w:t></w:r>'
)
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


def word_like_docx() -> bytes:
    """Return as long a .docx as Word writes it: runs of a line or so, each with its properties."""
    body: list[str] = []
    length = 0
    while length < DOCX_CHARACTERS:
        text = "".join(SIMPLIFIED[(len(body) + at) % len(SIMPLIFIED)] for at in range(3))
        runs = (_RUN.format(text[at : at + 40]) for at in range(0, len(text), 40))
        body.append(f"{_PARAGRAPH}{''.join(runs)}</w:p>")
        length += len(text)
    return docx("".join(body))


def read_with_structure(data: bytes) -> Document:
    """Read a .docx and recover its structure."""
    reading = read_docx(data)
    return build_document(reading.text, Origin("a", "docx", "", ""), hints=reading.hints)


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
    # Time of this process only: others run beside it.
    start = time.process_time()
    work(data)
    return time.process_time() - start


def main() -> None:
    """Print the ratios."""
    sys.stdout.write(f"docx: {ratio(read_docx, bare_docx, sample_docx()):.2f} times a bare walk\n")
    structured = ratio(read_with_structure, bare_docx, word_like_docx())
    sys.stdout.write(f"docx with structure: {structured:.2f} times a bare walk\n")
    sys.stdout.write(
        f"pdf: {ratio(read_pdf, bare_pdf, sample_pdf()):.2f} times the library's own text\n"
    )


if __name__ == "__main__":
    main()
