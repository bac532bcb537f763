"""Several plans are compared and reported in one go."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.core.compare.test_families import four_plans
from tests.helpers.xlsx_files import read_workbook

from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.services.comparing import CompareService
from plandraft.services.families import FamilyService
from plandraft.system.paths import resources_dir

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def service() -> FamilyService:
    return FamilyService(CompareService(resources_dir()), clock=lambda: NOW)


def test_every_pair_is_compared_and_gathered(service: FamilyService) -> None:
    plans = service.compare(four_plans().documents)
    assert len(plans.pairs) == 6
    assert len(plans.families) == 3


def test_report(service: FamilyService, tmp_path: Path) -> None:
    target = tmp_path / "多份.xlsx"
    plans = four_plans()
    assert service.write_report(plans, 2, target, MatchOptions()) == target
    sheets = read_workbook(target.read_bytes())
    assert ["我的规划", "规划 3"] in sheets["说明"]
    assert ["生成时间", "2026年11月20日 09:30"] in sheets["说明"]


def test_only_workbooks(service: FamilyService, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        service.write_report(four_plans(), 0, tmp_path / "多份.html")
    assert caught.value.code is ErrorCode.REPORT_FORMAT_UNKNOWN
    assert list(tmp_path.iterdir()) == []


def test_five_real_plans(service: FamilyService, shared: Path) -> None:
    from plandraft.io.importers.base import read_document

    documents = [read_document(path) for path in sorted((shared / "plans").glob("*.txt"))]
    plans = service.compare(documents)
    everywhere = [family for family in plans.families if len(family.present) >= 4]
    assert 15 <= len(plans.families) <= 60
    assert everywhere
    for family in plans.families:
        assert len(family.present) >= 2
        for at in family.present:
            span = family.spans[at]
            assert span is not None
            assert span.slice(documents[at].text).strip()
