from __future__ import annotations

from pathlib import Path

import pytest
from tests.benchmarks.planting import DISGUISES, plant
from tests.benchmarks.quality import (
    DEVELOPMENT_SEEDS,
    TABLE_SEEDS,
    engine,
    evaluate,
    load_corpora,
    trap_sentences,
)

from plandraft.io.background_file import load_background

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("cut", [False, True])
@pytest.mark.parametrize("disguise", DISGUISES)
def test_what_is_planted_stands_where_it_says(disguise: str, *, cut: bool) -> None:
    (source, _), (host, _) = load_corpora(REPOSITORY)[0].texts[:2]
    traps = trap_sentences(REPOSITORY)[:5]
    case = plant(source, host, traps, seed=5, disguise=disguise, cut_mid_sentence=cut)
    assert case == plant(source, host, traps, seed=5, disguise=disguise, cut_mid_sentence=cut)
    assert len(case.planted) >= 4
    changed = 0
    for one in case.planted:
        original = case.source[slice(*one.source)]
        copy = case.host[slice(*one.host)]
        changed += original != copy
        assert len(original) >= 24
        assert len(set(original) & set(copy)) > len(set(original)) / 3
    assert (changed > 0) is (disguise != "none")
    assert sorted(case.host[slice(*one)] for one in case.host_traps) == sorted(traps)


def test_nothing_is_tuned_to_the_table() -> None:
    assert not set(DEVELOPMENT_SEEDS) & set(TABLE_SEEDS)
    traps = set(trap_sentences(REPOSITORY))
    assert len(traps) >= 100
    assert not traps & set(trap_sentences(REPOSITORY, development=True))


@pytest.mark.parametrize("cut", [False, True])
def test_the_engine_keeps_its_quality(*, cut: bool) -> None:
    corpus = load_corpora(REPOSITORY)[0]
    find = engine(load_background(REPOSITORY / "resources"))
    traps = trap_sentences(REPOSITORY, development=True)
    result = evaluate(find, corpus, traps, DEVELOPMENT_SEEDS[:1], cut_mid_sentence=cut)
    # A little under what the table shows: one seed swings more than four.
    assert result.plagdet >= 0.93
    assert min(one.plagdet for one in result.by_disguise.values()) >= 0.85
    assert result.traps_reported <= 0.02 * result.traps
