from __future__ import annotations

from tests.helpers.documents import make_document

from plandraft.core.compare.chapters import link_chapters
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import sections_of

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
    names = [
        theirs[there].title if there is not None else None
        for there in link_chapters(ours, theirs, pairs)
    ]
    assert names == ["（一）巷道", "三、灯", None, "二、旧厂"]


def test_one_place_over_many_chapters_links_each_of_them() -> None:
    text = (
        "云汀市规划\n一、老街\n甲段文字说明。\n二、照明\n乙段文字说明。\n三、旧厂\n丙段文字说明。"
    )
    plan = make_document(text)
    sections, whole = sections_of(plan), Span(0, len(plan.text))
    assert link_chapters(sections, sections, [(whole, whole)]) == (0, 1, 2)
    assert link_chapters(sections, (), [(whole, whole)]) == (None, None, None)
    assert link_chapters((), sections, [(whole, whole)]) == ()
