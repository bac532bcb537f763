"""The page of several plans alone; what a controller would do is done at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.core.compare.test_families import four_plans

from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sights import see_plans
from plandraft.ui.families.families_page import FamiliesPage
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT

IDS = (11, 12, 13, 14)


def show(page: FamiliesPage, plans: PlanSet, mine: int = 0, dates: Sequence[str] = ()) -> None:
    """Show plans as one of them sees them."""
    page.show_plans(plans, IDS, see_plans(plans, mine), dates)


@pytest.fixture
def open_page(qtbot: QtBot, repository: Path) -> Callable[..., FamiliesPage]:
    def opened(plans: PlanSet | None = None, mine: int = 0, width: int = 1200) -> FamiliesPage:
        page = FamiliesPage(IconSet(repository / "resources" / "icons", LIGHT), LIGHT)
        qtbot.addWidget(page)
        page.resize(width, 760)
        page.mine_chosen.connect(lambda at: page.show_sight(see_plans(page.plans, at)))  # type: ignore[arg-type]
        with qtbot.waitExposed(page):
            page.show()
        show(page, plans or four_plans(), mine)
        return page

    return opened


@pytest.fixture
def page(open_page: Callable[..., FamiliesPage]) -> FamiliesPage:
    return open_page()
