"""Reading keeps to its share of the time that the libraries alone need."""

from __future__ import annotations

import pytest
from tests.benchmarks import importing

from plandraft.io.importers.docx_reader import read_docx
from plandraft.io.importers.pdf_reader import read_pdf

MOST_DOCX = 5.0
MOST_PDF = 3.0


@pytest.mark.slow
def test_docx_of_300_000_characters() -> None:
    assert importing.ratio(read_docx, importing.bare_docx, importing.sample_docx()) <= MOST_DOCX


@pytest.mark.slow
def test_pdf_of_200_pages() -> None:
    data = importing.sample_pdf()
    assert importing.bare_pdf(data) > importing.PDF_PAGES * importing.LINES_A_PAGE * 20
    assert importing.ratio(read_pdf, importing.bare_pdf, data) <= MOST_PDF
