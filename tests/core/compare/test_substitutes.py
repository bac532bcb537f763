"""Words that count as the same are a class of their own, and only where they differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import ChangeClass, ChangeKind
from plandraft.core.compare.inline import compare_texts
from plandraft.core.compare.own_wording import OwnMarks, Substitution
from plandraft.core.compare.substitutes import masked_similarity
from plandraft.core.compare.swaps import mine_swaps
from plandraft.core.matching.passages import MatchSet, Passage, PassageKind
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer

PAIRS = (
    Substitution("经信委", "工信局"),
    Substitution("信息港", "数据湖"),
    Substitution("高效办成一件事", "一次办好一件事"),
)
_TAIL = "，每年新增一千台服务器并对企业开放。"
SAME = ChangeClass.SUBSTITUTE

CASES = {
    "a department and a word": (
        f"市经信委牵头建设信息港{_TAIL}",
        f"市工信局牵头建设数据湖{_TAIL}",
        [("经信委", "工信局", SAME), ("信息港", "数据湖", SAME)],
    ),
    "the other way round": (
        f"由本市建设数据湖{_TAIL}",
        f"由本市建设信息港{_TAIL}",
        [("数据湖", "信息港", SAME)],
    ),
    "alike on both sides": (f"由本市建设信息港{_TAIL}", f"由本市建设信息港{_TAIL}", []),
    "on one side alone": (
        f"由本市建设信息港{_TAIL}",
        f"由本市建设{_TAIL}",
        [("信息港", "", ChangeClass.WORDING)],
    ),
    "another department": (
        f"由市经信委牵头建设{_TAIL}",
        f"由市财政局牵头建设{_TAIL}",
        [("经信委", "财政局", ChangeClass.ORGAN)],
    ),
    "among changed words": (
        f"以“高效办成一件事”为牵引{_TAIL}",
        f"以“一次办好一件事”为导向{_TAIL}",
        [("高效办成一件事", "一次办好一件事", SAME), ("牵引", "导向", ChangeClass.WORDING)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_pairs_are_a_class_of_their_own(case: str) -> None:
    left, right, expected = CASES[case]
    found = compare_texts(left, right, Gazetteer(), PAIRS)
    shown = [
        (one.left.slice(left), one.right.slice(right), one.change_class)
        for one in found
        if one.left.slice(left).strip("为") or one.right.slice(right).strip("为")
    ]
    assert shown == expected


def test_three_words_may_be_the_same() -> None:
    pairs = (Substitution("甲厅局", "乙委办"), Substitution("乙委办", "丙中心"))
    left, right = f"由甲厅局负责建设{_TAIL}", f"由丙中心负责建设{_TAIL}"
    (only,) = compare_texts(left, right, Gazetteer(), pairs)
    assert (only.kind, only.change_class) == (ChangeKind.REPLACED, SAME)


def test_a_pair_counts_as_equal_in_the_masked_similarity_and_in_the_table() -> None:
    left = make_document(f"云汀市规划\n由云汀建设信息港{_TAIL}")
    right = make_document(f"松岭市规划\n由松岭建设数据湖{_TAIL}")
    ours = left.text.index("由云汀"), right.text.index("由松岭")
    passage = Passage(
        Span(ours[0], len(left.text)), Span(ours[1], len(right.text)), 0.8, PassageKind.EDITED, ()
    )
    places = Gazetteer(frozenset({"云汀", "松岭"}))
    comparison = build_comparison(left, right, MatchSet((passage,), 0.5, 0.5), 0.0, places)
    assert masked_similarity(comparison, passage) == passage.masked_similarity
    marked = replace(comparison, own=OwnMarks(substitutions=PAIRS))
    assert masked_similarity(marked, passage) == 1.0
    changes = compare_texts(left.text, right.text, places, PAIRS)
    swaps = {(one.left, one.right): one.change_class for one in mine_swaps(comparison, changes)}
    assert swaps["信息港", "数据湖"] is SAME
