"""Exports through the service: what is refused, what is written, what stays whole."""

from __future__ import annotations

import errno
import io
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled
from plandraft.services.drafting import DraftingService
from plandraft.services.exporting import (
    ExportOptions,
    ExportService,
    Preset,
    Wrapper,
    notice_from,
    obstacle_text,
)
from plandraft.system import files
from plandraft.system.messages import error_text
from plandraft.system.paths import library_file, templates_dir

NOON = datetime(2026, 5, 8, 12, tzinfo=UTC)
VALUES = {
    "城市": "云汀市", "规划期": "十五五", "领域": "数字化发展", "省份": "澜川省",
    "牵头部门": "市数据局", "发文机关": "云汀市人民政府", "成文日期": "2026年5月8日",
}  # fmt: skip


@pytest.fixture
def service() -> ExportService:
    return ExportService(templates_dir(), lambda: NOON)


@pytest.fixture
def open_draft() -> Draft:
    """Return a draft with slots and sections still open."""
    drafting = DraftingService(templates_dir(), library_file())
    return drafting.new_draft("municipal_special_plan", {"城市": "云汀市"})


@pytest.fixture
def draft() -> Draft:
    """Return a draft that is ready to be final."""
    drafting = DraftingService(templates_dir(), library_file())
    made = drafting.new_draft("municipal_special_plan", VALUES)
    sections = tuple(
        replace(s, blocks=(*s.blocks, DraftBlock(900 + n, "统筹推进，按年度落实。")))
        if s.level == 2
        else s
        for n, s in enumerate(made.sections)
    )
    return replace(made, sections=sections, next_block=2000)


def test_an_open_draft_is_not_final(
    service: ExportService, open_draft: Draft, tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    with pytest.raises(PlanError) as caught:
        service.export_draft(open_draft, target, options=ExportOptions(Preset.FINAL))
    assert caught.value.code is ErrorCode.DRAFT_NOT_FINAL
    text = error_text(caught.value)
    assert "未填写【领域】" in text
    assert "“（一）建设数字基础设施”下没有正文" in text
    assert not target.exists()
    found = [obstacle_text(one) for one in service.find_obstacles(open_draft)]
    assert len(found) == caught.value.details["count"]


def test_findings_of_other_checks_forbid_a_final_file(
    service: ExportService, draft: Draft, tmp_path: Path
) -> None:
    options = ExportOptions(Preset.FINAL)
    with pytest.raises(PlanError) as caught:
        service.export_draft(
            draft, tmp_path / "a.docx", options=options, errors=("第三章出现“澄浦市”",)
        )
    assert "第三章出现“澄浦市”" in error_text(caught.value)
    assert service.export_draft(draft, tmp_path / "a.docx", options=options).open_slots == ()


def test_a_final_notice_needs_its_number(
    service: ExportService, draft: Draft, tmp_path: Path
) -> None:
    options = ExportOptions(Preset.FINAL, Wrapper.NOTICE_ANNEX)
    with pytest.raises(PlanError) as caught:
        service.export_draft(draft, tmp_path / "a.docx", options=options)
    assert caught.value.details["obstacles"] == "未填写【发文字号】；未填写【主送机关】"
    notice = notice_from({"发文字号": "云政发〔2026〕5号", "主送机关": "各县（市、区）人民政府"})
    report = service.export_draft(
        draft, tmp_path / "a.docx", options=replace(options, notice=notice)
    )
    assert report.size == (tmp_path / "a.docx").stat().st_size


@pytest.mark.parametrize("with_sources", [False, True])
def test_without_options_open_slots_stay(
    service: ExportService, open_draft: Draft, tmp_path: Path, with_sources: bool
) -> None:
    report = service.export_draft(open_draft, tmp_path / "a.docx", with_sources=with_sources)
    assert "领域" in report.open_slots
    assert zipfile.is_zipfile(tmp_path / "a.docx")


def test_preset_and_wrapper_can_be_given_alone(
    service: ExportService, open_draft: Draft, tmp_path: Path
) -> None:
    report = service.export_draft(
        open_draft, tmp_path / "a.docx", preset=Preset.TRACKED, wrapper=Wrapper.NOTICE_ANNEX
    )
    assert {"发文字号", "主送机关"} <= set(report.open_slots)
    with pytest.raises(PlanError):
        service.export_draft(open_draft, tmp_path / "b.docx", preset=Preset.FINAL)


def test_plain_text_is_written(service: ExportService, draft: Draft, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    service.export_draft(draft, target, options=ExportOptions(Preset.PLAIN))
    assert target.read_text(encoding="utf-8-sig").startswith("云汀市“十五五”数字化发展规划\n")


def test_a_full_disk_leaves_the_old_file(
    service: ExportService, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(PlanError) as caught:
        service.export_draft(draft, target)
    assert caught.value.code is ErrorCode.TARGET_FAILED
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_a_protected_target_is_refused_before_the_work(
    service: ExportService, draft: Draft, tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(PlanError) as caught:
        service.export_draft(draft, target)
    assert caught.value.code is ErrorCode.TARGET_READ_ONLY
    assert target.read_bytes() == b"old"


def test_a_target_open_elsewhere_is_refused(
    service: ExportService, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(files, "is_open_elsewhere", lambda path: True)
    with pytest.raises(PlanError) as caught:
        service.export_draft(draft, target)
    assert caught.value.code is ErrorCode.TARGET_IN_USE
    assert target.read_bytes() == b"old"


def test_a_cancelled_export_writes_nothing(
    service: ExportService, draft: Draft, tmp_path: Path
) -> None:
    class Stop:
        def step(self, done: float, label: str = "") -> None:
            raise Cancelled

        def part(self, start: float, end: float) -> Stop:
            return self

    with pytest.raises(Cancelled):
        service.export_draft(draft, tmp_path / "a.docx", progress=Stop())
    assert not list(tmp_path.iterdir())


def contents_of(path: Path) -> tuple[str, str]:
    with zipfile.ZipFile(path) as package:
        names = ("word/document.xml", "word/settings.xml")
        document, settings = (package.read(name).decode("utf-8") for name in names)
    return document, settings


def test_pages_are_measured_and_written(
    service: ExportService, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def convert(path: Path, data: bytes) -> bytes:
        asked.append(data)
        return b"pdf"

    def measure(data: bytes, pdf: bytes) -> tuple[str, ...]:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return ("77",) * package.read("word/document.xml").count(b"PAGEREF")

    monkeypatch.setattr("plandraft.services.exporting.find_office", lambda: Path("/soffice"))
    monkeypatch.setattr("plandraft.services.exporting.convert_to_pdf", convert)
    monkeypatch.setattr("plandraft.services.exporting.measured_pages", measure)
    target = tmp_path / "a.docx"
    options = ExportOptions(Preset.FINAL, contents=True)
    report = service.export_draft(draft, target, options=options, measure_pages=True)
    assert report.measured
    assert len(asked) == 1
    document, settings = contents_of(target)
    assert ">77</w:t>" in document
    assert "updateFields" not in settings


@pytest.mark.parametrize("case", ["no office", "failed", "not found", "no contents"])
def test_pages_that_are_not_known_are_left_to_word(
    service: ExportService,
    draft: Draft,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: str,
) -> None:
    def convert(path: Path, data: bytes) -> bytes:
        if case == "failed":
            raise PlanError(ErrorCode.CONVERSION_FAILED, path, reason="LibreOffice")
        assert case == "not found"
        return b"pdf"

    place = None if case == "no office" else Path("/soffice")
    monkeypatch.setattr("plandraft.services.exporting.find_office", lambda: place)
    monkeypatch.setattr("plandraft.services.exporting.convert_to_pdf", convert)
    monkeypatch.setattr("plandraft.services.exporting.measured_pages", lambda data, pdf: None)
    target = tmp_path / "a.docx"
    options = ExportOptions(Preset.FINAL, contents=case != "no contents")
    report = service.export_draft(draft, target, options=options, measure_pages=True)
    assert not report.measured
    assert ("updateFields" in contents_of(target)[1]) is options.contents


@pytest.mark.skipif(sys.platform == "win32", reason="files have no size limit there")
def test_a_disk_that_fills_up_while_writing_leaves_the_old_file(
    service: ExportService, draft: Draft, tmp_path: Path
) -> None:
    import resource

    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(PlanError) as caught:
            service.export_draft(draft, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code is ErrorCode.TARGET_FAILED
    assert str(target) in error_text(caught.value)
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="mode bits of folders mean nothing there")
def test_a_folder_without_permission_is_refused_before_the_work(
    service: ExportService, draft: Draft, tmp_path: Path
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        with pytest.raises(PlanError) as caught:
            service.export_draft(draft, folder / "a.docx")
        assert caught.value.code is ErrorCode.TARGET_READ_ONLY
        assert not list(folder.iterdir())
    finally:
        folder.chmod(0o755)
