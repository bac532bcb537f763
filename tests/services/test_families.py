"""Several plans are compared and reported in one go."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.core.compare.test_families import FERRY, ORCHARD, STREET, four_plans
from tests.helpers.documents import make_document
from tests.helpers.xlsx_files import read_workbook

from plandraft.core.compare.plan_sets import set_phrases
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.services.comparing import CompareService
from plandraft.services.families import FamilyService
from plandraft.services.phrases import OwnWording, PhraseService
from plandraft.services.reviewing import Decision, ReviewService, Verdict
from plandraft.system.paths import resources_dir

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def phrases(tmp_path: Path) -> PhraseService:
    return PhraseService(tmp_path / "library.db")


@pytest.fixture
def reviewing(tmp_path: Path) -> ReviewService:
    return ReviewService(tmp_path / "library.db", clock=lambda: NOW)


@pytest.fixture
def service(phrases: PhraseService, reviewing: ReviewService) -> FamilyService:
    comparing = CompareService(resources_dir())
    return FamilyService(comparing, phrases, reviewing, clock=lambda: NOW)


def test_every_pair_is_compared_and_gathered(service: FamilyService) -> None:
    plans = service.compare(four_plans().documents)
    assert len(plans.pairs) == 6
    assert len(plans.families) == 3


def test_lists_and_decisions_of_the_library_act(
    service: FamilyService, phrases: PhraseService, reviewing: ReviewService
) -> None:
    plans = service.compare(four_plans().documents)
    phrases.change(add=OwnWording((ORCHARD,)))
    comparison = plans.pairs[2, 3]
    ferry = next(
        row.passage
        for row in comparison.rows
        if "轮渡" in row.passage.left.slice(comparison.left.text)
    )
    reviewing.decide(comparison, ferry, Decision(Verdict.NOT_REUSE))
    again = service.judge(plans)
    assert (len(again.families), len(again.quiet)) == (1, 2)
    assert service.compare(plans.documents).families == again.families
    phrases.change(remove=OwnWording((ORCHARD,)))
    assert len(service.judge(again).families) == 2
    for pair, one in again.pairs.items():
        assert one.matches is plans.pairs[pair].matches, "nothing is matched anew"


def test_official_phrases_are_found_for_every_pair(service: FamilyService) -> None:
    texts = [f"{name}规划\n加快构建新发展格局，着力推动高质量发展。\n{words}" for name, words in (
        ("甲市", ORCHARD), ("乙市", FERRY), ("丙市", STREET))]  # fmt: skip
    plans = service.compare([make_document(text) for text in texts])
    for at, text in enumerate(texts):
        official = set_phrases(plans, at).official
        assert any("高质量发展" in span.slice(text) for span in official)


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
    assert not list(tmp_path.glob("*.html"))


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
