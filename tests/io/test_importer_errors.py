"""Files that cannot be used: a PlanError that names the file, never a traceback."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from tests.helpers.docx_files import docx, pack, paragraph
from tests.helpers.ole_files import ole

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers import base, zip_package
from plandraft.io.importers.base import read_document
from plandraft.io.importers.sniffing import FileFormat, sniff_format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def code_of(path: Path) -> ErrorCode:
    with pytest.raises(PlanError) as caught:
        read_document(path)
    assert caught.value.subject == str(path)
    return caught.value.code


def outcome(path: Path) -> str:
    """Return the text of the document, or what the error is about; anything else is raised."""
    try:
        return read_document(path).text
    except PlanError as error:
        return error.subject


PLAN = docx(paragraph("数字云汀"))
CONTENTS = {
    "empty": (b"", ErrorCode.FILE_EMPTY),
    "blank": ("  \n\u3000\n".encode(), ErrorCode.NO_TEXT),
    "pdf": (b"%PDF-1.7\n", ErrorCode.FILE_DAMAGED),
    "rtf without text": (b"{\\rtf1 }", ErrorCode.NO_TEXT),
    "page without text": (b"<!-- x --><!DOCTYPE html><html></html>", ErrorCode.NO_TEXT),
    "web archive without text": (b"MIME-Version: 1.0\r\n", ErrorCode.NO_TEXT),
    "compound file of zeros": (OLE, ErrorCode.FILE_DAMAGED),
    "encrypted office": (ole({"EncryptedPackage": b"x"}), ErrorCode.FILE_ENCRYPTED),
    "word xml without a body": (b"<?xml version='1.0'?><w:wordDocument/>", ErrorCode.FILE_DAMAGED),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, ErrorCode.FILE_PICTURE),
    "scan": (b"II*\x00" + b"\x08" * 40, ErrorCode.FILE_PICTURE),
    "rar": (b"Rar!\x1a\x07\x00" + b"\x08" * 40, ErrorCode.FILE_ARCHIVE),
    "program": (b"\x7fELF" + bytes(range(40)) * 9, ErrorCode.FILE_BINARY),
    "truncated docx": (PLAN[: len(PLAN) // 2], ErrorCode.FILE_DAMAGED),
    "docx of zeros": (b"PK\x03\x04" + b"\x00" * 200, ErrorCode.FILE_DAMAGED),
    "docx without text": (docx("<w:p/>"), ErrorCode.NO_TEXT),
    "broken xml": (
        docx("", parts={"word/document.xml": b"<w:document"}),
        ErrorCode.FILE_DAMAGED,
    ),
    "no main part": (pack({"word/styles.xml": b"<a/>"}), ErrorCode.FILE_DAMAGED),
    "spreadsheet": (pack({"xl/workbook.xml": b"<a/>"}), ErrorCode.FILE_UNSUPPORTED),
    "open document": (pack({"mimetype": b"application/odt"}), ErrorCode.FILE_UNSUPPORTED),
    "other zip": (pack({"readme.txt": b"text"}), ErrorCode.FILE_ARCHIVE),
    "nested too deep": (docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), ErrorCode.FILE_DAMAGED),
    "packed bomb": (
        docx(paragraph("建" * 4_000_000)),
        ErrorCode.FILE_TOO_LARGE,
    ),
}


@pytest.mark.parametrize(("content", "code"), CONTENTS.values(), ids=CONTENTS)
def test_unusable_content(tmp_path: Path, content: bytes, code: ErrorCode) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    assert code_of(path) is code


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.txt") is ErrorCode.FILE_MISSING
    assert code_of(tmp_path) is ErrorCode.FILE_IS_FOLDER


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_pipe_does_not_block(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert code_of(path) is ErrorCode.FILE_NOT_REGULAR


def test_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "FILE_LIMIT", 1000)
    path = tmp_path / "plan.txt"
    path.write_text("建设网络。" * 100, encoding="utf-8")
    assert code_of(path) is ErrorCode.FILE_TOO_LARGE


def test_only_files_with_pictures_may_be_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "ALL_TEXT_LIMIT", 1000)
    plain, word = tmp_path / "plan.txt", tmp_path / "plan.docx"
    plain.write_text("建设网络。" * 100, encoding="utf-8")
    word.write_bytes(docx(paragraph("建设网络。")))
    with zipfile.ZipFile(word, "a") as package:
        package.writestr("word/media/map.png", os.urandom(4000))
    assert code_of(plain) is ErrorCode.FILE_TOO_LARGE
    assert read_document(word).text == "建设网络。"


def test_part_that_lies_about_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_package, "_PART_LIMIT", 300)
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(paragraph("建设网络。" * 100)))
    assert code_of(path) is ErrorCode.FILE_TOO_LARGE


@pytest.mark.parametrize(
    ("limit", "code"),
    [("_PACKAGE_LIMIT", ErrorCode.FILE_TOO_LARGE), ("_MOST_PARTS", ErrorCode.FILE_DAMAGED)],
)
def test_package_that_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, code: ErrorCode
) -> None:
    monkeypatch.setattr(zip_package, limit, 2)
    path = tmp_path / "plan.docx"
    path.write_bytes(PLAN)
    assert code_of(path) is code


def test_encrypted_zip(tmp_path: Path) -> None:
    stream = io.BytesIO(PLAN)
    with zipfile.ZipFile(stream) as package:
        offset = package.start_dir
    content = bytearray(PLAN)
    content[offset + 8] |= 1
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    assert code_of(path) is ErrorCode.FILE_ENCRYPTED


def test_damaged_styles_do_not_hide_the_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(paragraph("数字云汀"), parts={"word/styles.xml": b"<broken"}))
    assert read_document(path).text == "数字云汀"


def test_entities_are_not_loaded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密内容", encoding="utf-8")
    head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "展开">]>'
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(paragraph("前&x;&y;后"), head=head))
    assert read_document(path).text == "前后"


def test_every_byte_of_a_docx_may_be_wrong(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    for index in range(0, len(PLAN), 7):
        content = bytearray(PLAN)
        content[index] ^= 0xFF
        path.write_bytes(content)
        assert outcome(path)


def test_text_that_looks_like_a_plan_is_text() -> None:
    assert sniff_format("云汀市规划".encode()) is FileFormat.TEXT
    assert sniff_format(PLAN) is FileFormat.DOCX


def test_real_files_give_a_document_or_an_error(shared: Path) -> None:
    folder = shared / "files"
    if not folder.is_dir():
        pytest.skip("the collection of real files (../shared/files) is not beside this checkout")
    for path in sorted(folder.iterdir()):
        assert outcome(path), path.name
