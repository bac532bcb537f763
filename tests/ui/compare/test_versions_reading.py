"""Two versions of one plan: what stayed, came, went and moved, as a reader sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document
from tests.ui.compare.comparisons import make_comparison
from tests.ui.compare.conftest import point_of

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison, VersionKind
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.engine import find_matches
from plandraft.io.importers.base import read_document
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.models.matches_model import Column
from plandraft.ui.models.palette import LIGHT, kind_hue

OpenPage = Callable[..., ComparePage]
MOVED = "疏浚南北两条泄洪渠，沿渠种植芦苇，汛前逐段检查闸门。"
MOVED_EDITED = "疏浚南北两条泄洪渠，沿渠补种芦苇，汛前逐段检修闸门。"
GONE = "棉纺旧厂改成社区食堂，二楼辟为儿童图书室，院内栽上香樟。"
NEW = "河埠头设三处自行车棚，船工宿舍加装电梯，渔市搬到堤外空场。"


STAYED = (
    "渡口老街的巷道全部完成管线入地，沿街铺面统一更换木质招牌。",
    "夜间照明由值守站远程调节，北山果园引来滴灌管道和冷库分拣线。",
    "水文站每两小时上报一次水位，险情由镇村两级同时广播通知。",
    "旧粮库加固以后作为物资仓库，帐篷和发电机按季度轮换检修。",
    "学校操场划为临时安置点，卫生院派两名医师驻守到汛期结束。",
    "上游三座小水库串联调度，泄洪以前两个时辰鸣笛告知下游。",
    "低洼路口装设积水标尺，公交线路遇涝时改走环城高架绕行。",
    "民兵排每月操练一次堵口抢险，砂石料场离堤脚不得超过五百米。",
)


def two_versions() -> Comparison:
    """Build two versions with a new title, a moved and edited, a dropped and a new paragraph."""
    first, second = "\n".join(STAYED[:4]), "\n".join(STAYED[4:])
    left = make_document(f"云汀市防洪规划\n一、现状\n{MOVED}\n{first}\n二、任务\n{GONE}\n{second}")
    right = make_document(
        f"云汀市防洪排涝规划\n一、现状\n{first}\n二、任务\n{second}\n"
        f"{MOVED_EDITED}\n三、保障\n{NEW}"
    )
    return build_comparison(left, right, find_matches(left, right), 0.1)


@pytest.fixture
def page(open_page: OpenPage) -> ComparePage:
    return open_page(two_versions())


def kinds(page: ComparePage) -> list[str]:
    assert page.view is not None
    return [f"{one.kind}{'+' if one.edited else ''}" for one in page.view.entries]


def test_versions_are_proposed_and_the_list_lists_changes(page: ComparePage) -> None:
    assert page.reading is Reading.VERSIONS
    assert page.head.readings[Reading.VERSIONS].isChecked()
    assert kinds(page) == ["edited", "moved+", "deleted", "inserted"]
    model = page.passages.model
    names = [model.index(row, Column.KIND).data() for row in range(model.rowCount())]
    assert names == ["改写", "移动并改动", "删除", "新增"]
    assert page.summary().startswith("版本对照：4 处改动")


def test_keys_go_over_changes_and_bring_both_ends_level(page: ComparePage) -> None:
    assert page.view is not None
    for entry in (1, 2, 3, 0):
        QTest.keyClick(page.stage.left, Qt.Key.Key_F8)
        assert page.current == entry
        one, tops = page.view.entries[entry], []
        for pane, span in ((page.stage.left, one.left), (page.stage.right, one.right)):
            geometry = pane.geometry_of_page()
            assert geometry is not None
            tops.append(geometry.extent(span).top - pane.view().value)
        assert tops[0] == pytest.approx(tops[1], abs=1)


def test_a_moved_and_edited_paragraph_shows_both_ends_and_its_differences(
    page: ComparePage,
) -> None:
    page.set_current(1)
    columns = page.work.difference.box._columns
    changed = [(one.upper, one.lower) for one in columns if one.upper != one.lower]
    assert ("种植", "补种") in changed or ("种植", "") in changed or ("", "补") in changed
    shown = {joint.entry for joint in page.stage.gutter.joints()}
    assert 1 in shown


@pytest.mark.parametrize(("kind", "side"), [("inserted", "right"), ("deleted", "left")])
def test_what_came_and_went_is_told_by_a_line_as_well(
    page: ComparePage, kind: str, side: str
) -> None:
    page.set_current(kinds(page).index(kind))
    page.set_current(None)
    pane = getattr(page.stage, side)
    words = NEW if kind == "inserted" else GONE
    at = point_of(pane, pane.page.document.text.index(words) + 5)
    image = pane.viewport().grab().toImage()
    hue = QColor(kind_hue(LIGHT, VersionKind(kind)))
    rows = [
        abs(image.pixelColor(int(at.x()), int(at.y()) + dy).hslHue() - hue.hslHue()) < 12
        and image.pixelColor(int(at.x()), int(at.y()) + dy).hslSaturation() > 60
        and image.pixelColor(int(at.x()), int(at.y()) + dy).lightness() < 190
        for dy in range(-12, 13)
    ]
    assert any(rows)


def test_the_place_of_nothing_gets_a_wedge(page: ComparePage) -> None:
    page.set_current(kinds(page).index("inserted"))
    highlight = page.stage.left._highlight
    assert highlight is not None
    assert [mark.span.length for mark in highlight.marks] == [0]


def test_filters_of_changes_act_at_once(page: ComparePage) -> None:
    buttons = page.passages.filters.kinds
    assert buttons[VersionKind.INSERTED].isVisible()
    buttons[VersionKind.INSERTED].setChecked(False)
    assert len(page.passages.model.shown) == 3
    page.passages.filters.similarity.setValue(10)
    assert kinds(page)[2] == "deleted"
    assert 2 in page.passages.model.shown, "what stands on one side only has no similarity"


def test_the_reading_is_switched_and_remembered_for_the_pair(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page(two_versions())
    qtbot.mouseClick(page.head.readings[Reading.PASSAGES], Qt.MouseButton.LeftButton)
    assert page.reading is Reading.PASSAGES
    assert not page.passages.filters.kinds[VersionKind.INSERTED].isVisible()
    page.show_comparison(make_comparison())
    assert page.reading is Reading.PASSAGES
    page.set_reading(Reading.VERSIONS)
    page.show_comparison(two_versions())
    assert page.reading is Reading.PASSAGES
    page.show_comparison(make_comparison())
    assert page.reading is Reading.VERSIONS


def test_two_equal_texts_say_so(open_page: OpenPage) -> None:
    plan = make_document("云汀市规划\n" + "\n".join(STAYED))
    page = open_page(build_comparison(plan, plan, find_matches(plan, plan), 0.1))
    assert page.reading is Reading.VERSIONS
    assert "没有改动" in page.passages.hint.text()
    page.go_next()
    assert page.current is None


def test_the_two_real_versions_open_as_versions(open_page: OpenPage, shared: Path) -> None:
    plans = sorted((shared / "plans").glob("*.txt"))
    left, right = read_document(plans[0]), read_document(plans[1])
    page = open_page(build_comparison(left, right, find_matches(left, right), 0.1))
    assert kinds(page) == ["edited", "inserted"]
    assert page.view is not None
    assert page.view.entries[0].left.slice(left.text) == left.title
    page.go_next()
    geometry = page.stage.left.geometry_of_page()
    assert geometry is not None
    assert page.stage.left.caret_offset() == len(left.text)
