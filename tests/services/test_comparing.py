"""Comparisons are timed, cancelled, explained and reported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.services.comparing import CompareService, open_pair
from plandraft.services.exporting import ExportService
from plandraft.system.paths import resources_dir, templates_dir

SHARED = (
    "围绕沿江货运大通道，云汀市将新建泊位12个，改造堆场30万平方米，把铁水联运比重提高到四成以上。"
)
OTHER = SHARED.replace("云汀", "澜川").replace("12", "18")


class Stop:
    """Cancel at the first report."""

    def step(self, done: float, label: str = "") -> None:
        """Cancel."""
        raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        """Return itself."""
        return self


def test_matching_alone_is_timed() -> None:
    ticks = iter([10.0, 12.5])
    service = CompareService(resources_dir(), lambda: next(ticks))
    ours = f"云汀市航运方案\n一、建设港口\n{SHARED}\n二、开放口岸\n全年通关。"
    theirs = f"关于货运的意见\n一、发展物流\n{OTHER}\n二、完善枢纽\n分级布局。"
    left, right = make_document(ours, place="云汀"), make_document(theirs, place="澜川")
    comparison = service.compare(left, right)
    assert comparison.seconds == 2.5
    (row,) = comparison.rows
    assert (row.left_section[-2:], row.right_section[-2:]) == ("港口", "物流")
    classes = {span.change_class for span in service.inline(comparison, row.passage)}
    assert classes == {ChangeClass.PLACE, ChangeClass.NUMBER}


def test_options_count() -> None:
    left, right = make_document(SHARED), make_document(OTHER)
    service = CompareService(resources_dir())
    assert service.compare(left, right, MatchOptions(min_length=500)).rows == ()


def test_cancelled_comparison_ends() -> None:
    document = make_document(SHARED)
    with pytest.raises(Cancelled):
        CompareService(resources_dir()).compare(document, document, None, Stop())


def test_first_unusable_file_is_named(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(SHARED, encoding="utf-8")
    assert [len(document.text) for document in open_pair(good, good)] == [len(SHARED)] * 2
    with pytest.raises(PlanError) as caught:
        open_pair(good, tmp_path / "none.txt")
    assert caught.value.subject == str(tmp_path / "none.txt")


def test_report_format_is_the_suffix(tmp_path: Path) -> None:
    comparison = CompareService(resources_dir()).compare(
        make_document(SHARED), make_document(OTHER)
    )
    service = ExportService(templates_dir(), lambda: datetime(2026, 3, 8, tzinfo=UTC))
    for name, start in (("a.html", b"<!"), ("b.HTML", b"<!"), ("c.docx", b"PK")):
        assert service.write_report(comparison, tmp_path / name).read_bytes().startswith(start)
    for name in ("a.pdf", "a", "html"):
        with pytest.raises(PlanError) as caught:
            service.write_report(comparison, tmp_path / name)
        assert caught.value.code is ErrorCode.REPORT_FORMAT_UNKNOWN
        assert not (tmp_path / name).exists()
