"""Reading keeps to its share of the time that the libraries alone need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.benchmarks import importing

from plandraft.io.importers.docx_reader import read_docx
from plandraft.io.importers.pdf_reader import read_pdf

MOST_DOCX = 5.0
MOST_PDF = 3.0
WITH_STRUCTURE = (
    "from tests.benchmarks import importing as made;"
    "print(made.ratio(made.read_with_structure, made.bare_docx, made.word_like_docx()))"
)


@pytest.mark.slow
def test_docx_of_300_000_characters() -> None:
    assert importing.ratio(read_docx, importing.bare_docx, importing.sample_docx()) <= MOST_DOCX


@pytest.mark.slow
def test_docx_as_word_writes_it_with_its_structure(repository: Path) -> None:
    # In a process of its own: the memory that thousands of tests left behind slows Python down,
    # but not the library that it is measured by.
    command = [sys.executable, "-c", WITH_STRUCTURE]
    done = subprocess.run(command, cwd=repository, capture_output=True, check=True, timeout=300)
    assert float(done.stdout) <= MOST_DOCX


@pytest.mark.slow
def test_pdf_of_200_pages() -> None:
    data = importing.sample_pdf()
    assert importing.bare_pdf(data) > importing.PDF_PAGES * importing.LINES_A_PAGE * 20
    assert importing.ratio(read_pdf, importing.bare_pdf, data) <= MOST_PDF
