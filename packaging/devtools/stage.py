"""The real window on the samples, led through a sitting without a person: for demo and pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest

from plandraft.app import make_application, make_workbench
from plandraft.core.compare.changes import Comparison
from plandraft.core.draft.draft import Draft
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.draft.start_view import NewDraftRequest
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.models.picks import CompareChoice, TextPick
from plandraft.ui.shell.workbench import Workbench

# Layouts and delayed panels have come to rest after that.
SETTLE_MS = 500
TEMPLATE = "municipal_special_plan"
SLOTS = (("城市", "松屿市"), ("规划期", "十五五"), ("领域", "数字化发展"), ("省份", "岚江省"))
# Where passages go: the section of the template, and words of the heading they stand below.
GOALS = (
    ("basis.achievements", ("成就", "成效", "现状")),
    ("basis.problems", ("问题", "短板")),
    ("goals.guiding", ("指导思想",)),
)
# One of the passages is adapted, so that the picture shows what that looks like.
_ADAPTED = ("我市", "松屿市")


@contextmanager
def own_workbench(*, theme: str = "light", language: str = "zh_CN") -> Iterator[Workbench]:
    """Give a window on an empty library in a temporary folder; jobs run at once."""
    with TemporaryDirectory(prefix="plandraft-") as folder:
        os.environ["PLANDRAFT_DATA_DIR"] = str(Path(folder) / "data")
        os.environ["PLANDRAFT_CONFIG_DIR"] = str(Path(folder) / "config")
        make_application()
        bench = make_workbench(JobRunner(serial=True))
        bench.set_theme(theme)
        bench.set_language(language)
        try:
            yield bench
        finally:
            bench.window.close()


def open_empty(bench: Workbench, width: int, height: int) -> None:
    """Show the window with nothing in its library."""
    bench.window.resize(width, height)
    bench.show()
    settle()


def open_with_samples(bench: Workbench, width: int, height: int) -> None:
    """Show the window with the samples in its library, one of them chosen."""
    open_empty(bench, width, height)
    bench.library.import_samples()
    first = next(record for record in bench.window.library.model.records if record.warnings)
    bench.window.library.choose((first.id,))
    bench.window.message_strip("library").dismiss()
    settle()


def compare(bench: Workbench, left: str, right: str) -> Comparison:
    """Compare the samples in the files `left` and `right`, at a passage worth looking at."""
    ids = {Path(one.path).name: one.id for one in bench.window.library.model.records}
    bench.compare.compare(CompareChoice(ids[left], ids[right]))
    comparison = bench.window.compare.comparison
    assert comparison is not None
    entries = [
        entry
        for entry, row in enumerate(comparison.rows)
        if row.passage.kind is not PassageKind.IDENTICAL and len(row.passage.differs) > 1
    ]
    bench.window.compare.set_current(entries[0] if entries else 0)
    settle()
    return comparison


def write_draft(bench: Workbench, comparison: Comparison) -> Draft:
    """Begin a draft from the template and put some of the passages into it."""
    bench.window.draft.create_requested.emit(NewDraftRequest(TEMPLATE, SLOTS))
    editor = bench.window.draft.editor
    for section, words in GOALS:
        rows = (row for row in comparison.rows if any(word in row.left_section for word in words))
        for row in list(rows)[:2]:
            pick = TextPick(comparison.left, row.passage.left)
            bench.window.draft.insert_pick(pick, section)
    _adapt(bench)
    editor.tabs.setCurrentWidget(editor.source)
    settle()
    draft = bench.window.draft.draft
    assert draft is not None
    return draft


def settle() -> None:
    """Let the window come to rest."""
    QTest.qWait(SETTLE_MS)


def save_picture(bench: Workbench, page: str, target: Path) -> None:
    """Show a page and save a picture of the window."""
    bench.window.show_page(page)
    settle()
    if not bench.window.grab().save(str(target)):
        raise OSError(f"cannot write {target}")


def _adapt(bench: Workbench) -> None:
    """Change words of the first borrowed paragraph that has them, the way a drafter would."""
    sheet = bench.window.draft.editor.sheet
    before, after = _ADAPTED
    for view in sheet.views():
        for index, block in enumerate(view.section.blocks):
            if block.provenance is None or before not in block.text:
                continue
            sheet.go_to(view.section.id, index)
            cursor = view.editor.textCursor()
            cursor.setPosition(cursor.block().position() + cursor.block().text().index(before))
            cursor.setPosition(cursor.position() + len(before), cursor.MoveMode.KeepAnchor)
            cursor.insertText(after)
            sheet.go_to(view.section.id, index)
            return
