"""The rendered pages are judged: rows, characters, type area."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
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

from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.template import DraftTemplate
from plandraft.io.exporters.base_package import pack
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.importers.pdf_lines import PageLine, PdfPage
from plandraft.io.layout_check import rendering
from plandraft.io.layout_check.rendering import check_rendering
from plandraft.io.office_converter import convert_to_pdf, find_office
from plandraft.services.layout import LayoutService

__all__ = ["base_docx", "draft", "source", "template"]

POINTS = 72 / 25.4
LINE = "建" * 28


def line(text: str, left: float, right: float, height: float) -> PageLine:
    """Return a line; lengths in millimetres, the height from the head of the sheet."""
    y = (height - 297) * POINTS
    return PageLine(text, left * POINTS, right * POINTS, y, 16, (), y)


def page(
    rows: int = 22, pitch: float = 10.21, text: str = LINE, left: float = 28.0, right: float = 183.5
) -> PdfPage:
    """Return a page of equal lines; lengths in millimetres."""
    lines = [line(text, left, right, 45 + row * pitch) for row in range(rows)]
    footer = line("— 1 —", 170, 180, 271)
    return PdfPage((*lines, footer), 210 * POINTS)


def without_rows(made: PdfPage, *rows: int) -> PdfPage:
    return PdfPage(tuple(x for i, x in enumerate(made.lines) if i not in rows), made.width)


@pytest.mark.parametrize(
    ("made", "rules"),
    [
        pytest.param(page(), [], id="a full page"),
        pytest.param(without_rows(page(), 3, 10), [], id="with empty lines"),
        pytest.param(page(rows=14), [], id="the end of the text"),
        pytest.param(page(rows=21, pitch=10.58), ["render.rows"], id="30 points"),
        pytest.param(page(rows=24, pitch=9.3), ["render.rows"], id="too narrow"),
        pytest.param(page(text="建" * 27), ["render.characters"], id="27 characters"),
        pytest.param(page(text="建" * 26 + "，"), [], id="marks are squeezed"),
        pytest.param(page(text="建" * 27, right=150), [], id="a short line"),
        pytest.param(page(text="建" * 28 + "，", right=189), [], id="a mark hangs out"),
        pytest.param(page(left=25), ["render.area"], id="left of the type area"),
        pytest.param(page(right=188), ["render.area"], id="right of the type area"),
        pytest.param(PdfPage(page().lines, 297 * POINTS), [], id="a turned sheet"),
        pytest.param(PdfPage((), 210 * POINTS), [], id="an empty page"),
    ],
)
def test_pages(made: PdfPage, rules: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "read_page_lines", lambda pdf: (made,))
    assert [one.rule for one in check_rendering(b"")] == rules


Change = Callable[[str], str]


@pytest.mark.slow
@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("change", "rules"),
    [
        pytest.param(lambda text: text, set(), id="as exported"),
        pytest.param(
            lambda text: re.sub('(w:line|w:linePitch)="579"', r'\1="620"', text),
            {"render.rows"},
            id="31 points",
        ),
        pytest.param(
            lambda text: re.sub(r'(<w:style [^>]*PlanBody.*?)<w:spacing w:val="-5"/>', r"\1", text),
            {"render.characters"},
            id="without its spacing",
        ),
    ],
)
def test_what_libreoffice_makes_of_it(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path,
    change: Change, rules: set[str],
) -> None:  # fmt: skip
    filler = "建成覆盖城乡的宽带网络和统一云平台推动政务数据汇聚共享支撑业务协同" * 60
    preface = replace(draft.sections[0], blocks=(DraftBlock(90, filler),))
    filled = replace(draft, sections=(preface, *draft.sections[1:]))
    parts = unpacked(
        build_docx(
            filled, template, base_docx, author="", created=CREATED,
            options=ExportOptions(Preset.DISCUSSION),
        )
    )  # fmt: skip
    for name in ("word/styles.xml", "word/document.xml"):
        parts[name] = change(parts[name].decode()).encode()
    path = tmp_path / "a.docx"
    path.write_bytes(pack(parts))
    found = check_rendering(convert_to_pdf(path, path.read_bytes()))
    assert {one.rule for one in found} == rules
    assert all(one.words.startswith("第 ") for one in found)
    if not rules:
        report = LayoutService().check(path, render=True)
        assert {one.rule for one in report.findings} == {"text.slot"}
