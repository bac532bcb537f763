from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.documents import make_document

from plandraft.core.matching.background import Background, build_background
from plandraft.core.matching.engine import find_matches
from plandraft.core.matching.passages import (
    Difference,
    MatchOptions,
    MatchSet,
    Passage,
    PassageKind,
)
from plandraft.core.model.document import Document
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.core.model.spans import Span
from plandraft.core.text.normalize import normalize
from plandraft.core.text.places import Gazetteer

_BACKGROUND = Background(Gazetteer(frozenset({"云汀", "澜川"})))
_OURS = "渡口老街三十六条巷道全部完成管线入地，沿街铺面统一更换木质招牌，夜间照明由值守站远程调节。"
_LEFT_ABOUT = "棉纺旧厂改成社区食堂，二楼辟为儿童图书室。"
_RIGHT_ABOUT = "北山果园引来滴灌管道，山脚设置冷库和分拣线。"


def _pair(left: str, right: str) -> tuple[Document, Document]:
    return (
        make_document(f"云汀市老街规划\n{_LEFT_ABOUT}\n{left}", place="云汀"),
        make_document(f"澜川市水乡方案\n{_RIGHT_ABOUT}\n{right}", place="澜川"),
    )


@pytest.mark.parametrize(
    ("left", "right", "kind", "differs"),
    [
        (_OURS, _OURS, PassageKind.IDENTICAL, ()),
        (
            _OURS,
            _OURS.replace("，", ","),
            PassageKind.IDENTICAL,
            (Difference.PUNCTUATION,),
        ),
        (
            "云汀市渡口老街36条巷道全部完成管线入地，沿街铺面统一更换木质招牌。",
            "澜川市渡口老街52条巷道全部完成管线入地，沿街铺面统一更换木质招牌。",
            PassageKind.EDITED,
            (Difference.PLACE, Difference.NUMBER),
        ),
        (
            _OURS,
            _OURS.replace("统一更换木质招牌", "一律改挂青砖门牌"),
            PassageKind.EDITED,
            (Difference.WORDING,),
        ),
        (
            "沿街铺面统一更换木质招牌，夜间照明由值守站远程调节，渡口老街的巷道完成管线入地。",
            "夜间照明由值守站远程调节，渡口老街的巷道完成管线入地，沿街铺面统一更换木质招牌。",
            PassageKind.REORDERED,
            (Difference.PUNCTUATION, Difference.ORDER),
        ),
    ],
    ids=["verbatim", "punctuation", "places and numbers", "wording", "clauses moved"],
)
def test_a_planted_passage_is_found_with_its_kind(
    left: str, right: str, kind: PassageKind, differs: tuple[Difference, ...]
) -> None:
    ours, theirs = _pair(left, right)
    (passage,) = find_matches(ours, theirs, background=_BACKGROUND).passages
    assert passage.left.slice(ours.text) == left
    assert passage.right.slice(theirs.text) == right
    assert passage.kind is kind
    assert set(passage.differs) - {Difference.PUNCTUATION} == set(differs) - {
        Difference.PUNCTUATION
    }


def test_one_place_may_match_several() -> None:
    ours, theirs = _pair(_OURS, f"{_OURS}\n{_RIGHT_ABOUT[:6]}另起一段讲渔港码头。\n{_OURS}")
    passages = find_matches(ours, theirs, background=_BACKGROUND).passages
    assert [one.left.slice(ours.text) for one in passages] == [_OURS, _OURS]
    assert len({one.right for one in passages}) == 2


_PLAIN = build_background(
    Gazetteer(), "", "# 注\n各 要 为 和\n单位 加强 领导 明确 责任 健全 机制 抓好 落实"
)


def test_official_phrases_alone_are_no_passage() -> None:
    phrase = "以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻新发展理念"
    background = build_background(Gazetteer(), phrase)
    ours, theirs = _pair(f"{phrase}，改造棉纺旧厂。", f"{phrase}，修复北山古道。")
    assert find_matches(ours, theirs, background=Background()).passages != ()
    assert find_matches(ours, theirs, background=background).passages == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("各单位要加强领导，明确责任，健全机制，抓好落实", False),
        ("各单位要加强领导，为渡口渔港和码头驿站抓好落实", True),
        ("各单位要加强领导，明确责任，健全机制，抓好落实；" * 2 + "加强机制，健全责任", True),
    ],
    ids=["plain words", "something of its own", "too long for a formula"],
)
def test_what_is_made_of_plain_words_is_routine(sentence: str, *, found: bool) -> None:
    ours, theirs = _pair(f"{sentence}。", f"{sentence}。")
    matches = find_matches(ours, theirs, background=_PLAIN)
    (passage,) = matches.passages
    assert passage.routine is not found
    assert bool(matches.reused) is found
    assert (matches.left_share > 0, matches.right_share > 0) == (found, found)


def test_routine_wording_that_was_edited_is_no_passage() -> None:
    sentence = "各单位要加强领导，明确责任，健全机制，抓好落实"
    edited = "各单位要加强领导，健全沿海渡口渔港码头，明确责任，健全机制，修抓好建落实"
    ours, theirs = _pair(f"{sentence}。", f"{edited}。")
    assert find_matches(ours, theirs, background=_PLAIN).passages == ()


def test_routine_wording_inside_a_passage_is_part_of_it() -> None:
    sentence = "各单位要加强领导，明确责任，健全机制，抓好落实"
    ours, theirs = _pair(f"{_OURS}{sentence}。", f"{_OURS}{sentence}。")
    (passage,) = find_matches(ours, theirs, background=_PLAIN).passages
    assert not passage.routine
    assert passage.left.slice(ours.text) == f"{_OURS}{sentence}。"


def test_a_formula_cannot_add_up_by_repetition() -> None:
    formula = "推进信息化建设"
    left = "。".join(f"{formula}第{one}条街" for one in "甲乙丙丁戊己庚辛")
    right = "。".join(f"为了{one}口港{formula}" for one in "子丑寅卯辰巳午未")
    ours, theirs = _pair(left, right)
    assert find_matches(ours, theirs, background=_BACKGROUND).passages == ()


def test_a_dropped_clause_does_not_cut_a_passage_in_two() -> None:
    ours, theirs = _pair(_OURS, _OURS.replace("沿街铺面统一更换木质招牌，", ""))
    (passage,) = find_matches(ours, theirs, background=_BACKGROUND).passages
    assert passage.left.slice(ours.text) == _OURS


def test_options_bound_what_is_reported() -> None:
    ours, theirs = _pair(_OURS, _OURS.replace("统一更换木质招牌", "一律改挂青砖门牌"))
    (passage,) = find_matches(ours, theirs, background=_BACKGROUND).passages
    above = MatchOptions(min_similarity=passage.similarity + 0.01)
    assert find_matches(ours, theirs, above, background=_BACKGROUND).passages == ()
    longer = MatchOptions(min_length=200)
    assert find_matches(ours, theirs, longer, background=_BACKGROUND).passages == ()


def test_a_document_against_itself_is_one_passage() -> None:
    ours, _ = _pair(_OURS * 3, "")
    (passage,) = find_matches(ours, ours, background=_BACKGROUND).passages
    assert passage.kind is PassageKind.IDENTICAL
    assert find_matches(ours, ours).left_share == 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [("", ""), ("", _OURS), ("plain latin", "other words"), ("。。。", "，，"), ("甲" * 9000,) * 2],
    ids=["both empty", "one empty", "no Han", "only marks", "one character"],
)
def test_odd_texts_are_answered(left: str, right: str) -> None:
    matches = find_matches(make_document(left), make_document(right))
    assert all(0 <= one.similarity <= 1 for one in matches.passages)


def test_shares_tell_how_much_stands_in_passages() -> None:
    ours, theirs = _pair(_OURS, _OURS)
    matches = find_matches(ours, theirs, background=_BACKGROUND)
    assert 0.5 < matches.left_share < 0.8
    assert find_matches(*_pair("甲乙", "丙丁")).left_share == 0


def test_cancelling_stops_the_search() -> None:
    class _Impatient:
        def step(self, done: float, label: str = "") -> None:
            raise Cancelled

        def part(self, start: float, end: float) -> Progress:
            return self

    with pytest.raises(Cancelled):
        find_matches(*_pair(_OURS, _OURS), progress=_Impatient())


_CLAUSES = st.lists(
    st.sampled_from(
        [
            "渡口老街的巷道完成管线入地，",
            "沿街铺面统一更换木质招牌，",
            "夜间照明由值守站远程调节。",
            "北山果园引来滴灌管道，",
            "山脚设置冷库和分拣线。",
            "云汀市投入120万元，",
        ]
    ),
    max_size=9,
).map("".join)


@given(_CLAUSES, _CLAUSES)
def test_the_result_is_inside_the_text_repeatable_and_symmetric(left: str, right: str) -> None:
    ours, theirs = make_document(left, title="甲"), make_document(right, title="乙")
    matches = find_matches(ours, theirs, background=_BACKGROUND)
    assert matches == find_matches(ours, theirs, background=_BACKGROUND)
    for one in matches.passages:
        assert one.left.slice(ours.text).strip()
        assert one.right.end <= len(theirs.text)
        assert not _splits_a_number(ours.text, one.left)
        assert not _splits_a_number(theirs.text, one.right)
    mirrored = find_matches(theirs, ours, background=_BACKGROUND)
    assert {(one.right, one.left, one.similarity, one.kind) for one in mirrored.passages} == {
        (one.left, one.right, one.similarity, one.kind) for one in matches.passages
    }


def _splits_a_number(text: str, span: Span) -> bool:
    return any(
        text[at - 1 : at].isdigit() and text[at : at + 1].isdigit() for at in (span.start, span.end)
    )


@given(_CLAUSES, _CLAUSES, st.sampled_from([" ", "\u3000", "\u00a0"]), st.integers(2, 7))
def test_layout_inside_lines_changes_nothing(left: str, right: str, blank: str, step: int) -> None:
    ours, theirs = make_document(left, title="甲"), make_document(right, title="乙")
    spaced = "".join(
        one + blank if at % step == 0 and not one.isdigit() else one for at, one in enumerate(left)
    )
    # Spaces in the text as it stands, not as a reader would recover it.
    loose = replace(ours, text=spaced, blocks=())
    tight = replace(ours, text=left, blocks=())
    found = find_matches(loose, theirs, background=_BACKGROUND)
    wanted = find_matches(tight, theirs, background=_BACKGROUND)
    letters = [normalize(one.left.slice(spaced)).text for one in found.passages]
    assert letters == [normalize(one.left.slice(left)).text for one in wanted.passages]
    assert [one.right for one in found.passages] == [one.right for one in wanted.passages]


@pytest.mark.parametrize("rare", ["𠮷", "𡘙", "龘"])
def test_rare_characters_are_letters_like_others(rare: str) -> None:
    sentence = _OURS.replace("渡口", f"{rare}口")
    ours, theirs = _pair(sentence, sentence)
    (passage,) = find_matches(ours, theirs, background=_BACKGROUND).passages
    assert passage.left.slice(ours.text) == sentence


def test_passages_travel_to_another_process_whole() -> None:
    """Each field differs from its default, so that none can be forgotten."""
    passage = Passage(
        Span(1, 5),
        Span(2, 9),
        0.7,
        PassageKind.REORDERED,
        (Difference.PLACE, Difference.ORDER),
        masked_similarity=0.8,
        rare_share=0.6,
        routine=True,
    )
    default = Passage(Span(0, 0), Span(0, 0), 0.0, PassageKind.EDITED, ())
    assert all(getattr(passage, one.name) != getattr(default, one.name) for one in fields(Passage))
    matches = MatchSet((passage,), 0.4, 0.3)
    assert pickle.loads(pickle.dumps(matches)) == matches  # noqa: S301 - made one line above
