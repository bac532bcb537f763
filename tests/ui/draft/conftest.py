"""The draft page with a draft of the small template open."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.draft.samples import TEMPLATE

from plandraft.core.draft.assemble import start_draft
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.template import DraftTemplate
from plandraft.ui.draft.draft_page import DraftPage
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT


@pytest.fixture
def template() -> DraftTemplate:
    return TEMPLATE


@pytest.fixture
def draft() -> Draft:
    return start_draft(TEMPLATE, {"城市": "云汀市"})


@pytest.fixture
def icons(qapp: object, repository: Path) -> IconSet:
    return IconSet(repository / "resources" / "icons", LIGHT)


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet, draft: Draft) -> DraftPage:
    """Return the page, shown, with the draft open and nothing changed."""
    made = DraftPage(icons, LIGHT)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show_draft(draft, TEMPLATE)
    made.show()
    qtbot.waitExposed(made)
    return made
