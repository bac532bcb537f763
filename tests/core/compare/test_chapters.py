from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.chapters import ChapterLinks, ChapterVotes, short_names
from plandraft.core.model.document import Section
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import sections_of


def link(
    left: Sequence[Section], right: Sequence[Section], pairs: Iterable[tuple[Span, Span]]
) -> ChapterLinks:
    votes = ChapterVotes(left, right)
    for ours, theirs in pairs:
        votes.add(ours, theirs)
    return votes.links()


WORDS = ("渡口老街的巷道全部完成管线入地。", "夜间照明由值守站远程调节。", "棉纺旧厂改成社区食堂。")


def test_chapters_are_linked_by_what_they_share_in_spite_of_their_numbers() -> None:
    left = make_document(
        f"云汀市规划\n一、老街\n{WORDS[0]}\n二、照明\n{WORDS[1]}\n三、其他\n本节自有安排。\n四、旧厂\n{WORDS[2]}"
    )
    right = make_document(
        f"澜川市方案\n一、总则\n另有说明。\n二、旧厂\n{WORDS[2]}\n三、灯\n{WORDS[1]}\n（一）巷道\n{WORDS[0]}"
    )
    pairs = [
        (
            Span(left.text.index(one), left.text.index(one) + len(one)),
            Span(right.text.index(one), right.text.index(one) + len(one)),
        )
        for one in WORDS
    ]
    ours, theirs = sections_of(left), sections_of(right)
    links = link(ours, theirs, pairs)
    names = [theirs[there].title if there is not None else None for there in links.to_right]
    assert names == ["（一）巷道", "三、灯", None, "二、旧厂"]
    back = [ours[there].title if there is not None else None for there in links.to_left]
    assert back == [None, "四、旧厂", "二、照明", "一、老街"]


def test_one_place_over_many_chapters_links_each_of_them() -> None:
    text = (
        "云汀市规划\n一、老街\n甲段文字说明。\n二、照明\n乙段文字说明。\n三、旧厂\n丙段文字说明。"
    )
    plan = make_document(text)
    sections, whole = sections_of(plan), Span(0, len(plan.text))
    pairs = [(whole, whole)]
    assert link(sections, sections, pairs) == ChapterLinks((0, 1, 2), (0, 1, 2))
    assert link(sections, (), pairs) == ChapterLinks((None, None, None), ())
    assert link((), sections, pairs) == ChapterLinks((), (None, None, None))


def test_the_larger_share_decides_on_each_side() -> None:
    plan = make_document("云汀市规划\n一、老街\n甲乙丙丁。\n二、照明\n戊己庚辛壬癸。")
    first, second = sections_of(plan)
    one, other = Span(first.span.start + 5, first.span.start + 9), second.span
    links = link((first, second), (first,), [(one, one), (other, one)])
    assert links == ChapterLinks((0, 0), (1,))


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (("四、重点工程",), ("四",)),
        (("四、重点工程", "（二）路网"), ("四(二)", "(二)")),
        (("四、重点工程", "（二）路网", "1.主干路"), ("(二)1", "1")),
        (("第三章 照明", "第一节 灯"), ("第三章第一节", "第一节")),
        (("重点工程", "（二）路网"), ("(二)",)),
        (("附则",), ("附则",)),
        (("四、重点工程", "保障措施与要求"), ("保障措…",)),
    ],
)
def test_a_section_is_named_in_little_room(path: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert short_names(Section(0, len(path), path[-1], Span(0, 9), path)) == names
