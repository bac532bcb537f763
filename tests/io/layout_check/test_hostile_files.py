"""Files that lack a part, or hold nonsense in one, are judged or refused, never a crash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.io.exporters.conftest import (
    CREATED,
    base_docx,
    draft,
    source,
    template,
    unpacked,
)

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters.base_package import pack
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.layout_check.check import check_layout, fix_layout

__all__ = ["base_docx", "draft", "source", "template"]

NOTICE = notice_from({"发文字号": "云政发〔2026〕5号", "主送机关": "各县"})
PARTS = (
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
    "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml",
    "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "word/settings.xml",
    "word/styles.xml",
)  # fmt: skip


@pytest.fixture
def parts(template: DraftTemplate, base_docx: Path, draft: Draft) -> dict[str, bytes]:
    options = ExportOptions(Preset.SOURCES, Wrapper.NOTICE_ANNEX, True, NOTICE)
    return unpacked(
        build_docx(draft, template, base_docx, author="甲", created=CREATED, options=options)
    )


def judged(data: bytes) -> set[str]:
    """Return the rules that are broken, or the code of the refusal, by checking and mending."""
    try:
        found = {one.rule for one in check_layout(data)}
        fix_layout(data)
    except PlanError as error:
        return {error.code.value}
    return found


def test_the_list_of_parts_is_whole(parts: dict[str, bytes]) -> None:
    assert sorted(parts) == sorted(PARTS)
    assert judged(pack(parts)) == {"text.slot"}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_missing(parts: dict[str, bytes], name: str) -> None:
    del parts[name]
    refused = {"word/document.xml"}
    found = judged(pack(parts))
    codes = {code.value for code in ErrorCode}
    assert bool(found & codes) == (name in refused), found


@pytest.mark.parametrize("name", [name for name in PARTS if name.startswith("word/")])
@pytest.mark.parametrize("cut", [0, 60, 400])
def test_a_part_is_cut_off(parts: dict[str, bytes], name: str, cut: int) -> None:
    parts[name] = parts[name][:cut]
    assert judged(pack(parts))


@pytest.mark.parametrize("name", [name for name in PARTS if name.startswith("word/")])
@pytest.mark.parametrize("value", ["", "x", "-1", "1e9", "9" * 30, "黑"])
def test_numbers_that_are_none(parts: dict[str, bytes], name: str, value: str) -> None:
    text = parts[name].decode()
    parts[name] = re.sub(r'="-?\d+"', f'="{value}"', text).encode()
    assert judged(pack(parts))


def test_a_body_without_anything(parts: dict[str, bytes]) -> None:
    text = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(
        "<w:body>.*</w:body>", "<w:body/>", text, flags=re.DOTALL
    ).encode()
    assert "number.default.missing" in judged(pack(parts))
