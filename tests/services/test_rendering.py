"""Pages of a draft: quick, the same again, and the truth of LibreOffice where it is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.page_flow import FlowPlace
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.services import rendering
from plandraft.services.drafting import DraftingService
from plandraft.services.rendering import RenderingService, write_true_pdf
from plandraft.system.paths import library_file, templates_dir


@pytest.fixture
def service() -> RenderingService:
    return RenderingService(templates_dir())


@pytest.fixture
def draft() -> Draft:
    drafting = DraftingService(templates_dir(), library_file())
    made = drafting.new_draft("municipal_special_plan", {"城市": "云汀市"})
    sections = tuple(
        replace(s, blocks=(*s.blocks, DraftBlock(900 + n, "统筹推进，按年度落实。" * 30)))
        if s.level == 2
        else s
        for n, s in enumerate(made.sections)
    )
    return replace(made, sections=sections, next_block=2000)


def test_a_change_leaves_the_pages_before_it_as_they_were(
    service: RenderingService, draft: Draft
) -> None:
    before = service.lay_out(draft, ExportOptions())
    last = next(
        s for s in reversed(draft.sections) if s.level == 2 and not s.id.startswith("annex")
    )
    changed = replace(last, blocks=(*last.blocks, DraftBlock(1999, "另起一段。")))
    sections = tuple(changed if s.id == last.id else s for s in draft.sections)
    after = service.lay_out(replace(draft, sections=sections), ExportOptions())
    place = after.page_of(FlowPlace(last.id, 1999))
    assert place is not None
    assert after.pages[: place - 1] == before.pages[: place - 1]
    assert after.pages != before.pages


def test_rows_of_the_contents_have_the_numbers_of_the_preview(
    service: RenderingService, draft: Draft
) -> None:
    paged = service.lay_out(draft, ExportOptions(contents=True))
    numbers = paged.listed_numbers()
    rows = [r.paragraph.text for p in paged.pages for r in p.rows if "\t" in r.paragraph.text]
    assert tuple(row.rpartition("\t")[2] for row in rows) == numbers
    assert numbers[-1] != numbers[0]


def test_plain_text_is_shown_on_pages_too(service: RenderingService, draft: Draft) -> None:
    plain = service.lay_out(draft, ExportOptions(Preset.PLAIN))
    assert plain == service.lay_out(draft, ExportOptions(Preset.FINAL))


def test_it_stops_when_nobody_wants_it_any_more(service: RenderingService, draft: Draft) -> None:
    class Stopped:
        def step(self, done: float, label: str = "") -> None:
            raise Cancelled

        def part(self, start: float, end: float) -> Progress:
            return self

    with pytest.raises(Cancelled):
        service.lay_out(draft, ExportOptions(), Stopped())
    assert service.lay_out(draft, ExportOptions()).pages


def test_a_template_that_is_gone_is_told(service: RenderingService, draft: Draft) -> None:
    with pytest.raises(PlanError) as raised:
        service.lay_out(replace(draft, template="没有"), ExportOptions())
    assert raised.value.code is ErrorCode.TEMPLATE_UNKNOWN


def test_the_true_pdf_is_what_the_other_program_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "规划.docx", tmp_path / "规划.pdf"
    source.write_bytes(b"word")
    monkeypatch.setattr(rendering, "convert_to_pdf", lambda _path, data: b"%PDF " + data)
    assert write_true_pdf(source, target) == target
    assert target.read_bytes() == b"%PDF word"


def test_a_pdf_that_fails_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "规划.docx", tmp_path / "规划.pdf"
    source.write_bytes(b"word")
    target.write_bytes(b"old")

    def fail(path: Path, _data: bytes) -> bytes:
        raise PlanError(ErrorCode.CONVERSION_FAILED, path, reason="x")

    monkeypatch.setattr(rendering, "convert_to_pdf", fail)
    with pytest.raises(PlanError):
        write_true_pdf(source, target)
    assert target.read_bytes() == b"old"
