"""Decisions stay in the library and are found by their passages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plandraft.core.compare.decisions import Decision, DecisionRecord, PassageKey, Verdict
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.store.database import open_library, writing
from plandraft.store.decisions import find_decisions, list_decisions, save_decision

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
KEY = PassageKey(
    "北山果园引来滴灌管道山脚设置冷库和分拣线", "南山果园引来滴灌管道山脚设置冷库和分拣线"
)
NEAR = PassageKey(KEY.first + "等", KEY.second)
FAR = PassageKey("河埠头每隔三百米设一处自行车棚", "河埠头每隔五百米设一处自行车棚")


def record(key: PassageKey, verdict: Verdict, minutes: int = 0, note: str = "") -> DecisionRecord:
    """Return a record some minutes later than the first."""
    later = NOW + timedelta(minutes=minutes)
    return DecisionRecord(key, Decision(verdict, note), later, "甲", "乙", "原文\n甲", "原文乙")


def test_a_record_comes_back_whole(tmp_path: Path) -> None:
    kept = record(KEY, Verdict.ACCEPTED, note="“照用” = 1\n两行")
    path = tmp_path / "library.db"
    with open_library(path) as database:
        save_decision(database, kept)
    with open_library(path) as database:
        assert list_decisions(database) == (kept,)
        assert find_decisions(database, [KEY]) == (kept,)


def test_near_passages_are_candidates_and_others_are_not(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db") as database:
        assert find_decisions(database, [KEY]) == ()
        save_decision(database, record(KEY, Verdict.ACCEPTED))
        assert [one.key for one in find_decisions(database, [NEAR])] == [KEY]
        assert find_decisions(database, [FAR]) == ()
        assert find_decisions(database, []) == ()


def test_the_last_decision_about_the_same_letters_stands(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db") as database:
        save_decision(database, record(KEY, Verdict.ACCEPTED))
        save_decision(database, record(FAR, Verdict.FORMULA, 1))
        save_decision(database, record(KEY, Verdict.NOT_REUSE, 2))
        verdicts = [one.decision.verdict for one in list_decisions(database)]
        assert verdicts == [Verdict.FORMULA, Verdict.NOT_REUSE]
        save_decision(database, record(KEY, Verdict.OPEN, 3))
        assert [one.key for one in list_decisions(database)] == [FAR]
        (anchors,) = database.conn.execute(
            "SELECT count(DISTINCT decision_id) FROM decision_anchors"
        ).fetchone()
        assert anchors == 2, "those of what was replaced are gone"


def test_half_a_surrogate_pair_does_not_stop_saving(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db") as database:
        save_decision(database, record(KEY, Verdict.ACCEPTED, note="坏\ud800字"))
        (kept,) = list_decisions(database)
    assert kept.decision.note == "坏?字"


def test_an_unknown_verdict_is_told_as_damage(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db") as database:
        save_decision(database, record(KEY, Verdict.ACCEPTED))
        with writing(database):
            database.conn.execute("UPDATE decisions SET verdict = 'perhaps'")
        with pytest.raises(PlanError) as caught:
            list_decisions(database)
    assert caught.value.code is ErrorCode.LIBRARY_DAMAGED
