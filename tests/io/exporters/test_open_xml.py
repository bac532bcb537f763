"""Nothing in an export for Word to repair; LibreOffice opens it and writes it again."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.helpers.open_xml import problems
from tests.io.exporters.conftest import CREATED

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.template import DraftTemplate
from plandraft.io.exporters.base_package import WORD, pack
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.importers.base import read_document

Build = Callable[..., dict[str, bytes]]
NOTICE = notice_from(
    {
        "发文字号": "云政发〔2026〕5号",
        "份号": "000001",
        "发文机关": "某市" * 9,
        "抄送机关": "市委办公室",
        "印发机关": "某办",
        "印发日期": "2026-5-9",
    }
)
LATEST_SECONDS = 120
DOCUMENT = "word/document.xml"
SECTION = f"{{{WORD}}}sectPr"


@pytest.mark.parametrize("preset", list(Preset)[:-1])
@pytest.mark.parametrize("wrapper", list(Wrapper))
@pytest.mark.parametrize("contents", [False, True])
@pytest.mark.parametrize("title_page", [False, True])
def test_every_preset_is_sound(
    build: Build,
    rich_draft: Draft,
    preset: Preset,
    wrapper: Wrapper,
    contents: bool,
    title_page: bool,
) -> None:
    options = ExportOptions(preset, wrapper, contents, NOTICE, title_page=title_page)
    parts = build(rich_draft, options=options)
    assert problems(parts) == []
    opened = docx.Document(io.BytesIO(pack(parts)))
    assert opened.core_properties.language == "zh-CN"
    if preset is Preset.SOURCES:
        assert all(one.author == "市数据局" for one in opened.comments)
        assert len(list(opened.comments)) == 2
    assert len(opened.sections) == len(list(etree.fromstring(parts[DOCUMENT]).iter(SECTION)))


@pytest.mark.parametrize(
    ("part", "old", "new", "wanted"),
    [
        (DOCUMENT, '<w:pStyle w:val="PlanBody"/>',
         '<w:jc w:val="left"/><w:pStyle w:val="PlanBody"/>', "out of order"),
        (DOCUMENT, 'w:val="PlanTitle"', 'w:val="Gone"', "no style"),
        (DOCUMENT, 'r:id="rId4"', 'r:id="rId44"', "no relationship"),
        (DOCUMENT, '<w:commentRangeEnd w:id="0"/>', "", "do not match"),
        (DOCUMENT, '<w:commentReference w:id="0"/>', "", "references"),
        ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="style.xml"', "missing"),
        ("[Content_Types].xml", "/word/footer2.xml", "/word/footer3.xml", "missing part"),
        ("word/footer1.xml", 'w:fldCharType="end"', 'w:fldCharType="begin"', "not closed"),
        ("word/settings.xml", '<w:zoom w:percent="100"/>', "", None),
        (DOCUMENT, '<w:t xml:space="preserve">', "<w:t> ", "edge"),
        (DOCUMENT, '<w:t xml:space="preserve">', '<w:t xml:space="preserve">\u200f', "control"),
        (DOCUMENT, "<w:tcPr>", "<w:p/><w:tcPr>", "out of order"),
    ],
)  # fmt: skip
def test_the_check_sees(
    build: Build, draft: Draft, part: str, old: str, new: str, wanted: str | None
) -> None:
    parts = build(draft, options=ExportOptions(Preset.SOURCES))
    text = parts[part].decode()
    assert old in text
    parts[part] = text.replace(old, new, 1).encode()
    found = problems(parts)
    assert any(wanted in one for one in found) if wanted else found == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_writes_it_again(
    template: DraftTemplate, base_docx: Path, rich_draft: Draft, tmp_path: Path
) -> None:
    draft = rich_draft
    names = []
    (tmp_path / "again").mkdir()
    for preset in list(Preset)[:-1]:
        options = ExportOptions(preset, Wrapper.NOTICE_ANNEX, True, NOTICE, title_page=True)
        path = tmp_path / f"{preset.value}.docx"
        path.write_bytes(
            build_docx(draft, template, base_docx, author="甲", created=CREATED, options=options)
        )
        names.append(path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "again"]
    subprocess.run(
        [*command, *names], cwd=tmp_path, check=True, timeout=LATEST_SECONDS, capture_output=True
    )
    for path in names:
        again = tmp_path / "again" / path.name
        assert docx.Document(str(again)).paragraphs
        ours, theirs = (
            [line for line in read_document(one).text.split("\n") if not line[-1:].isdigit()]
            for one in (path, again)
        )
        assert [line for line in ours if line not in theirs] == []
