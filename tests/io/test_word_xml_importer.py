"""Word documents that are one XML file, and packages that are .docx under another name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.docx_files import STRICT_WORD, WORD, docx, pack, paragraph

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.base import read_document
from plandraft.io.importers.sniffing import FileFormat, sniff_format
from plandraft.io.importers.word_xml_reader import read_word_xml

WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
STYLES = (
    '<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
)
NAMESPACES = (
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
)


def word_2003(body: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{WORD_2003}" {NAMESPACES}>{STYLES}'
        f"<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


def change(kind: str, text: str) -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>"
    return f'<aml:annotation w:type="Word.{kind}"><aml:content>{run}</aml:content></aml:annotation>'


def test_word_2003() -> None:
    data = word_2003(
        paragraph("总则", '<w:pStyle w:val="1"/>')
        + "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p>"
        + "</w:footnote></w:r></w:p><w:tbl><w:tr>"
        + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("指标", "单位"))
        + "</w:tr></w:tbl>"
    )
    assert sniff_format(data) is FileFormat.WORD_XML
    reading = read_word_xml(data)
    assert reading.text == "总则\n正文\n指标\t单位"
    assert reading.hints[0].level == 1
    assert reading.hints[2].kind is BlockKind.TABLE_ROW


def test_numbers_that_word_2003_wrote_beside_its_lists() -> None:
    def listed(label: str, text: str) -> str:
        return paragraph(text, f'<w:listPr><w:ilvl w:val="0"/><wx:t wx:val="{label}"/></w:listPr>')

    reading = read_word_xml(
        word_2003(listed("一、", "总则") + listed("1.", "5G") + listed("·", "点"))
    )
    assert reading.text == "一、总则\n1. 5G\n点"


def test_changes_and_comments_of_word_2003() -> None:
    body = (
        f"<w:p>{change('Deletion', '删')}{change('Insertion', '增')}{change('Comment', '批')}</w:p>"
    )
    reading = read_word_xml(word_2003(body))
    assert reading.text == "增"
    assert reading.warnings[0].code is WarningCode.TRACKED_CHANGES


def flat(parts: dict[str, str]) -> bytes:
    items = "".join(
        f'<pkg:part pkg:name="{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>'
        for name, content in parts.items()
    )
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg='
        f'"http://schemas.microsoft.com/office/2006/xmlPackage">{items}</pkg:package>'
    ).encode()


def test_flat_docx() -> None:
    root = f'xmlns:w="{WORD}"'
    styles = STYLES.replace("<w:styles>", f"<w:styles {root}>")
    body = paragraph("总则", '<w:pStyle w:val="1"/>')
    document = f"<w:document {root}><w:body>{body}</w:body></w:document>"
    data = flat({"/word/document.xml": document, "/word/styles.xml": styles})
    assert sniff_format(data) is FileFormat.WORD_XML
    reading = read_word_xml(data)
    assert (reading.text, reading.hints[0].level) == ("总则", 1)


REFUSED = {
    "not closed": (word_2003("")[:-5], ErrorCode.FILE_DAMAGED),
    "no body": (b'<w:wordDocument xmlns:w="x"/>', ErrorCode.FILE_UNSUPPORTED),
    "no main part": (flat({"/word/styles.xml": "<a/>"}), ErrorCode.FILE_UNSUPPORTED),
    "empty part": (flat({"/word/document.xml": ""}), ErrorCode.FILE_UNSUPPORTED),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, code: ErrorCode) -> None:
    with pytest.raises(PlanError) as caught:
        read_word_xml(data)
    assert caught.value.code is code


@pytest.mark.parametrize("name", ["plan.docm", "plan.dotx", "plan.dotm", "plan.wps", "plan"])
@pytest.mark.parametrize("namespace", [WORD, STRICT_WORD], ids=["transitional", "strict"])
def test_package_under_any_name(tmp_path: Path, name: str, namespace: str) -> None:
    path = tmp_path / name
    path.write_bytes(docx(paragraph("数字云汀"), namespace=namespace))
    assert read_document(path).text == "数字云汀"


def test_package_whose_main_part_has_another_name(tmp_path: Path) -> None:
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    )
    body = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("数字云汀")}</w:body></w:document>'
    path = tmp_path / "plan.docx"
    path.write_bytes(
        pack({"_rels/.rels": relationships.encode(), "word/document2.xml": body.encode()})
    )
    assert read_document(path).text == "数字云汀"
