"""What `dev.py fuzz` found once: each file is read or refused, and nothing else happens."""

from __future__ import annotations

import io
import zipfile

import pytest

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.readers import reader_of
from plandraft.io.importers.sniffing import FileFormat


def docx_with_a_part_before_the_file() -> bytes:
    """Return a package whose directory says that a part begins before the file does."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
        package.writestr("[Content_Types].xml", "<Types/>" * 90)
    # Bytes lost in the middle move the whole directory.
    data = stream.getvalue()
    return data[:200] + data[400:]


HTML = b"<html><head><eta charset=gbk><title>\xe7\x94\xb2</title></h/x><body>%s</p></body></html>"
FILES = {
    "docx part before the file": (FileFormat.DOCX, docx_with_a_part_before_the_file()),
    "html control behind what is dropped": (
        FileFormat.HTML,
        b"<body>\x01<script>x</script>\x02\x00\xe4\xb8\x80<p>\xe4\xba\x8c</p><nav>z</nav>\x03",
    ),
    "html title in the body": (FileFormat.HTML, HTML % b"\x01\x00\x00\x00\xb8\x80\xe3\x80\x81"),
    "html control as a reference": (FileFormat.HTML, b"<body>a<nav>z</nav>&#1;&#xFFFF;<p>b"),
}


@pytest.mark.parametrize(("form", "data"), FILES.values(), ids=FILES)
def test_file_is_read_or_refused(form: FileFormat, data: bytes) -> None:
    try:
        text = reader_of(form)(data).text
    except PlanError as error:
        code, text = error.code, ""
    else:
        code = ErrorCode.FILE_DAMAGED
    assert code is ErrorCode.FILE_DAMAGED
    assert "\x01" not in text
