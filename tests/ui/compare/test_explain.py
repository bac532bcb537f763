"""What tooltips and citations say."""

from __future__ import annotations

import pytest
from tests.ui.compare.comparisons import LEFT_EDITED, make_comparison

from plandraft.core.compare.changes import ChangeClass, ChangeKind
from plandraft.core.compare.versions import Reading
from plandraft.core.model.spans import Span
from plandraft.ui.compare.explain import cite, explain_entry, explain_mark
from plandraft.ui.compare.pieces import Mark
from plandraft.ui.models.entries import view_pair
from plandraft.ui.models.picks import TextPick


@pytest.mark.parametrize("left", [True, False])
def test_a_difference_names_both_wordings_the_left_one_first(qapp: object, left: bool) -> None:
    comparison = make_comparison()
    ours = comparison.left.text.index("120个")
    theirs = comparison.right.text.index("95个")
    spans = Span(ours, ours + 3), Span(theirs, theirs + 2)
    mark = Mark(
        spans[0] if left else spans[1],
        spans[1] if left else spans[0],
        ChangeKind.REPLACED,
        ChangeClass.NUMBER,
    )
    text = explain_mark(mark, comparison, left=left)
    assert text == "<b>数字不同</b><br>A　“120”<br>B　“95”"


def test_a_word_of_one_side_only_stands_against_nothing(qapp: object) -> None:
    mark = Mark(Span(5, 5), Span(0, 3), ChangeKind.INSERTED, ChangeClass.WORDING)
    text = explain_mark(mark, make_comparison(), left=True)
    assert text == "<b>措辞不同</b><br>A　<i>（无）</i><br>B　“松岭市”"


@pytest.mark.parametrize("change", list(ChangeClass))
def test_every_class_can_be_explained(qapp: object, change: ChangeClass) -> None:
    mark = Mark(Span(0, 2), Span(0, 2), ChangeKind.REPLACED, change)
    assert "“云汀”" in explain_mark(mark, make_comparison(), left=True)


def test_a_passage_says_kind_differences_sections_and_other_partners(qapp: object) -> None:
    entry = view_pair(make_comparison(), Reading.PASSAGES).entries[2]
    text = explain_entry(entry, 1)
    assert text.startswith("<b>#3　改写 · 90 % · 地名 · 数字</b><br>A　二、任务<br>B　一、形势")
    assert "另有 1 处" in text
    assert "另有" not in explain_entry(entry, 0)


def test_words_of_plans_are_never_taken_for_markup(qapp: object) -> None:
    from tests.helpers.documents import make_document

    from plandraft.core.compare.build import build_comparison
    from plandraft.core.matching.passages import MatchSet

    plan = make_document("规划\n<b>重点</b>&工程")
    comparison = build_comparison(plan, plan, MatchSet((), 0, 0), 0)
    start = plan.text.index("<b>")
    span = Span(start, start + 3)
    mark = Mark(span, span, ChangeKind.REPLACED, ChangeClass.WORDING)
    assert "“&lt;b&gt;”" in explain_mark(mark, comparison, left=True)


def test_a_citation_names_plan_and_section() -> None:
    document = make_comparison().left
    start = document.text.index(LEFT_EDITED)
    pick = TextPick(document, Span(start, start + len(LEFT_EDITED)))
    assert cite(pick, "二、任务") == f"{LEFT_EDITED}\n（《云汀市防灾减灾规划》，二、任务）"
    assert cite(pick, "").endswith("（《云汀市防灾减灾规划》）")
