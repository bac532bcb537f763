"""Files of other projects' test suites: read, or refused for the right reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.base import read_document

DAMAGED, ENCRYPTED = ErrorCode.FILE_DAMAGED, ErrorCode.FILE_ENCRYPTED
UNSUPPORTED, NO_TEXT = ErrorCode.FILE_UNSUPPORTED, ErrorCode.NO_TEXT
# All others are read. The PDFs without text hold pictures, or nothing but fields of a form.
REFUSED = {
    "msoffcrypto-tool__ecma376standard_password.docx": ENCRYPTED,
    "pdf.js__issue4379.pdf": NO_TEXT,
    "pdf.js__poppler-742-0-fuzzed.pdf": DAMAGED,
    "pdf.js__saslprep-r6.pdf": ENCRYPTED,
    "poi__PasswordProtected.doc": ENCRYPTED,
    "poi__Word6.doc": UNSUPPORTED,
    "poi__Word95.doc": UNSUPPORTED,
    "poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx": DAMAGED,
    "poi__crash-517626e815e0afa9decd0ebb6d1dee63fb9907dd.docx": DAMAGED,
    "poi__password_tika_binaryrc4.doc": ENCRYPTED,
    "tika__testOCR.pdf": NO_TEXT,
    "tika__testPDF_Version.11.x.PDFA-1b.pdf": NO_TEXT,
    "tika__testPDF_no_extract_yes_accessibility_owner_user.pdf": ENCRYPTED,
    "tika__testWORD_truncated.docx": DAMAGED,
    "tika__testWORKSWordProcessor3.0.wps": UNSUPPORTED,
    "tika__testWORKSWordProcessor4.0.wps": UNSUPPORTED,
    "tika__testWordPerfect_42.doc": ErrorCode.FILE_BINARY,
}


def outcome(path: Path) -> ErrorCode | None:
    try:
        assert read_document(path).text
    except PlanError as error:
        return error.code
    return None


def test_real_files(shared: Path) -> None:
    folder = shared / "files"
    if not folder.is_dir():
        pytest.skip("the collection of real files (../shared/files) is not beside this checkout")
    paths = [path for path in sorted(folder.iterdir()) if path.suffix != ".tsv"]
    found = {path.name: code for path in paths if (code := outcome(path)) is not None}
    assert found == REFUSED
