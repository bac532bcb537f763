"""What the checks of a draft find, and what only looks like it."""

from __future__ import annotations

import pytest

from plandraft.core.draft.checks import CheckKind, check_draft
from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.model.spans import Span

LONG = "加快建设覆盖城乡的供水管网，到规划期末新建管网二百公里，漏损率降到百分之八，水质全面达标。"


def draft_of(*texts: str, place: str = "", city: str = "松屿市") -> Draft:
    source = Provenance("规划", place, "/a.txt", "ab", "", Span(0, 1), "甲") if place else None
    blocks = tuple(DraftBlock(n, text, source) for n, text in enumerate(texts, start=1))
    return Draft("t", "题", (("城市", city),), (DraftSection("s", 1, "节", blocks),), 99)


def found(draft: Draft) -> list[tuple[str, int, str]]:
    return [(one.kind.value, one.block, one.words) for one in check_draft(draft)]


@pytest.mark.parametrize(
    ("place", "city", "text", "wanted"),
    [
        ("云汀市", "松屿市", "在云汀市要建水厂，管网要改造。", ["云汀市要建水厂，管网要改"]),
        ("云汀市", "松屿市", "云汀要建水厂。", ["云汀要建水厂。"]),
        ("云汀", "松屿市", "由云汀港出口。", ["云汀港出口。"]),
        ("云汀市", "松屿市", "松屿市要建水厂。", []),
        ("云汀市", "云汀市", "云汀市要建水厂。", []),
        ("", "松屿市", "与云汀市协作。", []),
    ],
)
def test_names_of_the_source(place: str, city: str, text: str, wanted: list[str]) -> None:
    names = [words for _kind, _block, words in found(draft_of(text, place=place, city=city))]
    assert names == wanted


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("指标见表2。", "表　指标", "名称\t值", "甲\t1"), ["表2"]),
        (("指标见表1。", "表　指标", "名称\t值", "甲\t1"), []),
        (("工程详见专栏3。", "专栏　工程", "1.管网。"), ["专栏3"]),
        (("工程详见专栏1。", "专栏　工程", "1.管网。"), []),
        (("见表2026年数据。",), []),
        (("意见表1份。",), []),
    ],
)
def test_references(texts: tuple[str, ...], wanted: list[str]) -> None:
    assert [words for _kind, _block, words in found(draft_of(*texts))] == wanted


def test_a_long_paragraph_that_comes_again() -> None:
    draft = draft_of(LONG, "分年实施。", "分年实施。", f" {LONG}")
    assert found(draft) == [(CheckKind.REPEATED.value, 4, LONG[:12])]


def test_findings_stand_in_reading_order() -> None:
    draft = draft_of(LONG, LONG, "见表9。", "云汀市。", place="云汀市")
    assert [block for _kind, block, _words in found(draft)] == [2, 3, 4]
