"""Which actions can be used when, and that each has somebody who answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plandraft.ui.shell.actions import ActionTable
from plandraft.ui.shell.page_actions import enabled_actions, page_handlers
from plandraft.ui.shell.workbench import Workbench


def test_every_action_named_is_in_the_table(sitting: Workbench) -> None:
    known = {spec.id for spec in ActionTable().specs()}
    assert set(page_handlers(sitting.window)) <= known
    assert set(enabled_actions(sitting.window)) <= known
    assert set(sitting.actions) == known


@pytest.mark.parametrize("page", ["library", "compare", "draft", "families"])
def test_nothing_works_on_what_is_not_there(
    open_sitting: Callable[..., Workbench], page: str
) -> None:
    bench = open_sitting()
    bench.window.show_page(page)
    enabled = enabled_actions(bench.window)
    assert not any(enabled.values())
    for identity in enabled:
        bench.actions[identity].trigger()
    assert bench.window.page == page


def test_the_pair_is_worked_on_from_its_page_only(sitting: Workbench) -> None:
    first, second = sitting.services.library.list_documents()[:2]
    sitting.compare.compare_records(first, second)
    assert enabled_actions(sitting.window)["pair.next"]
    assert enabled_actions(sitting.window)["file.original"]
    sitting.window.show_page("families")
    assert not enabled_actions(sitting.window)["pair.next"]
    assert enabled_actions(sitting.window)["file.report_pdf"]
    assert not enabled_actions(sitting.window)["file.report_print"]
    sitting.window.show_page("library")
    sitting.window.library.table.clearSelection()
    assert not enabled_actions(sitting.window)["file.original"]
    sitting.window.library.table.selectRow(0)
    assert enabled_actions(sitting.window)["file.original"]
    assert not enabled_actions(sitting.window)["edit.compare"]
