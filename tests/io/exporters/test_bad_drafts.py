"""Drafts that are hard to write: the file is sound all the same, and says all that it can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.helpers.open_xml import problems
from tests.io.exporters.conftest import CREATED

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.progress import Cancelled
from plandraft.core.model.spans import Span
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.draft_docx import build_docx

Build = Callable[..., dict[str, bytes]]
DOCUMENT = "word/document.xml"
NOTICE = notice_from({"印发机关": "某办", "印发日期": "2026-5-9"})
LONG_TITLE = "关于统筹推进城乡数字基础设施建设和公共服务均等化的若干措施" * 4 + "规划至末"
WIDE = "\t".join(f"指标{n}" for n in range(60)) + "\n" + "\t".join(map(str, range(60)))
SENTENCE = "统筹推进网络建设，加快数据汇聚共享，“一网通办”全面推行，群众办事更加方便。" * 4

# Blocks of a section, and what must stand in the file.
CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "nothing": ((), ()),
    "blanks only": ((" ", "\u3000\n\t"), ()),
    "60 columns": ((WIDE,), ("指标59", "59")),
    "rare characters": (("由𠮷野家、㼆村、〇四厂、镕办理。",), ("𠮷", "㼆", "〇", "镕")),
    "control characters": (("甲\x00\x08\x1b[31m乙\x7f\ufffe丙\ud800丁",), ("甲[31m乙丙丁",)),
    "right-to-left marks": (("甲\u200f乙\u202e丙\u2067丁\ufeff",), ("甲乙丙丁",)),
    "markup": (("<w:p>&amp;]]>\"'",), ("<w:p>&amp;]]>\"'",)),
    "a paragraph of 50 000 letters": (("长" * 50_000,), ()),
    "brackets without end": (("【城市【【】】【", "】】"), ("【城市【【】】【",)),
    "a table with ragged rows": (("甲\t乙\n1\n\t\t3\n4\t5\t6\t7",), ("甲", "乙", "7")),
}
FORMS = (BlockForm.TEXT, BlockForm.BOX_TITLE, BlockForm.BOX_TEXT)


def with_texts(draft: Draft, texts: tuple[str, ...], form: BlockForm, source: Provenance) -> Draft:
    """Return the draft with blocks of these texts in a section and an annex, half of them taken."""
    sections = []
    number = 1000
    for section in draft.sections:
        blocks = section.blocks
        if section.id in {"tasks.service", "annex.words"}:
            blocks = ()
            for text in texts:
                number += 1
                origin = replace(source, text=text[::-1]) if number % 2 else None
                blocks += (DraftBlock(number, text, origin, form),)
        sections.append(replace(section, blocks=blocks))
    return replace(draft, sections=tuple(sections), next_block=5000)


@pytest.mark.parametrize(("texts", "wanted"), CASES.values(), ids=CASES.keys())
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("preset", list(Preset)[:-1])
def test_a_hard_draft_makes_a_sound_file(
    build: Build, draft: Draft, source: Provenance,
    texts: tuple[str, ...], wanted: tuple[str, ...], form: BlockForm, preset: Preset,
) -> None:  # fmt: skip
    made = with_texts(draft, texts, form, source)
    options = ExportOptions(preset, Wrapper.NOTICE_DIRECT, True, NOTICE, title_page=True)
    parts = build(made, options=options)
    assert problems(parts) == []
    root = etree.fromstring(parts[DOCUMENT])
    shown = "".join(one.text or "" for one in root.iter(f"{{{WORD}}}t"))
    if form is not BlockForm.BOX_TITLE:
        assert [one for one in wanted if one not in shown] == []


@pytest.mark.parametrize("wrapper", list(Wrapper))
@pytest.mark.parametrize("title_page", [False, True])
def test_a_title_of_120_characters(
    build: Build, draft: Draft, wrapper: Wrapper, title_page: bool
) -> None:
    assert len(LONG_TITLE) == 120
    options = ExportOptions(Preset.FINAL, wrapper, True, NOTICE, title_page=title_page)
    parts = build(replace(draft, title=LONG_TITLE), options=options)
    assert problems(parts) == []
    titled = 0
    for one in etree.fromstring(parts[DOCUMENT]).iter(f"{{{WORD}}}p"):
        lines = [""]
        for part in one.iter(f"{{{WORD}}}t", f"{{{WORD}}}br"):
            if part.tag.endswith("br"):
                lines.append("")
            else:
                lines[-1] += part.text or ""
        if "".join(lines) == LONG_TITLE and len(lines) > 1:
            titled += 1
            assert max(map(len, lines)) <= 20
    assert titled == 1 + title_page


def test_300_pages_tell_their_progress_and_can_be_cancelled(
    template: DraftTemplate, base_docx: Path, source: Provenance
) -> None:
    text = SENTENCE
    origin = replace(source, text=text.replace("网络", "道路"), span=Span(0, len(text)))
    sections = tuple(
        DraftSection(
            f"s{n}", 1, "工程", tuple(DraftBlock(100 * n + k, text, origin) for k in range(20))
        )
        for n in range(1, 61)
    )
    draft = Draft("small", "规划", (), sections, next_block=99_999)
    heard: list[float] = []

    class Listener:
        def __init__(self, stop: float = 2.0, start: float = 0.0, end: float = 1.0) -> None:
            self.stop, self.start, self.end = stop, start, end

        def step(self, done: float, label: str = "") -> None:
            heard.append(self.start + (self.end - self.start) * done)
            if heard[-1] > self.stop:
                raise Cancelled

        def part(self, start: float, end: float) -> Listener:
            width = self.end - self.start
            return Listener(self.stop, self.start + width * start, self.start + width * end)

    def export(stop: float) -> None:
        options = ExportOptions(Preset.TRACKED, contents=True)
        build_docx(
            draft, template, base_docx, author="", created=CREATED, options=options,
            progress=Listener(stop),
        )  # fmt: skip

    export(2.0)
    assert len(heard) >= len(sections)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    heard.clear()
    with pytest.raises(Cancelled):
        export(0.1)
    assert len(heard) < 15
