"""Pages of a small plan, made for these tests."""

from __future__ import annotations

from plandraft.core.draft.page_breaks import PageMaker
from plandraft.core.draft.page_flow import (
    FlowParagraph,
    FlowPlace,
    FlowRun,
    FlowSection,
    FlowStyle,
    Mark,
    PageFlow,
)
from plandraft.core.draft.page_values import PagedPlan

BODY = FlowStyle("仿宋_GB2312", spacing=-0.25)


def paragraph(
    number: int, text: str = "统筹推进，按年度落实。", section: str = "tasks"
) -> FlowParagraph:
    runs = (FlowRun(text), FlowRun("增", Mark.INSERTED), FlowRun("删", Mark.DELETED))
    return FlowParagraph(BODY, runs, FlowPlace(section, number))


def make_plan(
    *,
    count: int = 60,
    last: str = "完。",
    notes: bool = False,
    sections: tuple[str, ...] = ("tasks",),
) -> PagedPlan:
    """Return a plan of `count` paragraphs, as many of them in each section."""
    homes = [sections[number * len(sections) // count] for number in range(count)]
    texts = ["统筹推进，按年度落实。"] * (count - 1) + [last]
    both = zip(texts, homes, strict=True)
    items = tuple(paragraph(number + 1, text, home) for number, (text, home) in enumerate(both))
    told = ((1, ("来源城市：松屿", "文件：规划")), (2, ("来源城市：云汀",))) if notes else ()
    return PageMaker().lay_out(PageFlow("云汀市供水规划", (FlowSection(items),), told))
