"""Decisions survive a re-import, other settings, exchanged sides and a restart."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.core.compare.test_families import (
    FERRY,
    ORCHARD,
    OWN,
    STREET,
    STREET_EDITED,
    THEIRS,
)
from tests.helpers.documents import make_document
from tests.helpers.xlsx_files import read_workbook

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.services.reviewing import Decision, ReviewService, Verdict

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LEFT = f"甲市规划\n一、老街\n{STREET}\n{OWN}\n二、果园\n{ORCHARD}"
RIGHT = f"乙市规划\n{FERRY}\n一、果园\n{ORCHARD}\n{FERRY}\n二、街巷\n{STREET_EDITED}"


def compare(left: str, right: str, options: MatchOptions | None = None) -> Comparison:
    """Compare two texts."""
    documents = make_document(left), make_document(right)
    matches = find_matches(*documents, options, background=Background())
    return build_comparison(*documents, matches, 0.0)


@pytest.fixture
def service(tmp_path: Path) -> ReviewService:
    return ReviewService(tmp_path / "library.db", clock=lambda: NOW)


def verdicts(service: ReviewService, comparison: Comparison) -> dict[str, Verdict]:
    """Return the verdicts by the first letters of the left wording."""
    texts = {row.number: row.passage.left.slice(comparison.left.text) for row in comparison.rows}
    found = service.decisions_of(comparison)
    return {texts[number][:2]: one.verdict for number, one in found.items()}


def decide_all(service: ReviewService, comparison: Comparison) -> None:
    """Accept the street and call the orchard a formula."""
    for row in comparison.rows:
        street = "渡口" in row.passage.left.slice(comparison.left.text)
        verdict = Verdict.ACCEPTED if street else Verdict.FORMULA
        service.decide(comparison, row.passage, Decision(verdict, "看过"))


CHANGES = {
    "the same again": (LEFT, RIGHT, None),
    "read from another file, blocks moved": (
        LEFT.replace(OWN, f"{FERRY[:10]}\n{OWN}"), RIGHT.replace(FERRY, THEIRS, 1), None,
    ),
    "other marks": (LEFT.replace("，", ","), RIGHT, None),
    "another threshold": (LEFT, RIGHT, MatchOptions(10, 0.4)),
    "a letter read otherwise": (LEFT.replace("木质", "本质"), RIGHT, None),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_decisions_survive(service: ReviewService, tmp_path: Path, change: str) -> None:
    comparison = compare(LEFT, RIGHT)
    assert len(comparison.rows) == 2
    decide_all(service, comparison)
    again = ReviewService(tmp_path / "library.db")
    left, right, options = CHANGES[change]
    changed = compare(left, right, options)
    found = verdicts(again, changed)
    assert found == {"渡口": Verdict.ACCEPTED, "北山": Verdict.FORMULA}


def test_sides_may_be_exchanged(service: ReviewService) -> None:
    decide_all(service, compare(LEFT, RIGHT))
    assert set(verdicts(service, compare(RIGHT, LEFT)).values()) == {
        Verdict.ACCEPTED, Verdict.FORMULA,
    }  # fmt: skip


def test_a_decision_can_be_changed_and_taken_back(service: ReviewService) -> None:
    comparison = compare(LEFT, RIGHT)
    row = comparison.rows[0]
    service.decide(comparison, row.passage, Decision(Verdict.ACCEPTED))
    service.decide(comparison, row.passage, Decision(Verdict.NOT_REUSE, "本市原有"))
    assert service.decisions_of(comparison) == {row.number: Decision(Verdict.NOT_REUSE, "本市原有")}
    service.decide(comparison, row.passage, Decision(Verdict.OPEN))
    assert service.decisions_of(comparison) == {}
    assert service.all_decisions() == ()


def test_a_near_decision_can_be_taken_back_here(service: ReviewService) -> None:
    decide_all(service, compare(LEFT, RIGHT))
    near = compare(LEFT.replace("木质", "本质"), RIGHT)
    assert len(service.decisions_of(near)) == 2
    for row in near.rows:
        service.decide(near, row.passage, Decision(Verdict.OPEN))
    assert service.decisions_of(near) == {}


def test_shares_leave_out_what_is_no_reuse(service: ReviewService) -> None:
    comparison = compare(LEFT, RIGHT)
    matches = comparison.matches
    assert service.shares(comparison, {}) == (matches.left_share, matches.right_share)
    decide_all(service, comparison)
    left, right = service.shares(comparison, service.decisions_of(comparison))
    assert 0 < left < matches.left_share
    assert 0 < right < matches.right_share


def test_export(service: ReviewService, tmp_path: Path) -> None:
    decide_all(service, compare(LEFT, RIGHT))
    assert service.export(tmp_path / "判断.csv") == 2
    assert "看过" in (tmp_path / "判断.csv").read_text(encoding="utf-8-sig")
    assert service.export(tmp_path / "判断.xlsx") == 2
    rows = read_workbook((tmp_path / "判断.xlsx").read_bytes())["段落判断"]
    assert {row[0] for row in rows[1:]} == {"认可", "套话"}


def test_another_format_is_refused(service: ReviewService, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        service.export(tmp_path / "判断.txt")
    assert caught.value.code is ErrorCode.REPORT_FORMAT_UNKNOWN


def test_a_library_without_decisions_has_none(service: ReviewService) -> None:
    assert service.decisions_of(compare(LEFT, RIGHT)) == {}


def test_decisions_about_a_set_are_those_about_each_pair(service: ReviewService) -> None:
    pairs = {(0, 1): compare(LEFT, RIGHT), (0, 2): compare(LEFT, OWN), (1, 2): compare(RIGHT, LEFT)}
    assert service.decisions_of_pairs(pairs) == {pair: {} for pair in pairs}
    decide_all(service, pairs[0, 1])
    found = service.decisions_of_pairs(pairs)
    assert found == {pair: service.decisions_of(one) for pair, one in pairs.items()}
    assert {pair: len(one) for pair, one in found.items()} == {(0, 1): 2, (0, 2): 0, (1, 2): 2}
