"""The menu of documents to compare one with: the likeliest first, none of them twice by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from plandraft.services.library import DocumentRecord

# More than this do not fit on a small screen.
_MOST_OTHERS = 15
_LONGEST = 32

translate = QCoreApplication.translate


def fill_other_menu(
    menu: QMenu,
    record: DocumentRecord,
    others: Sequence[DocumentRecord],
    choose: Callable[[DocumentRecord], object],
) -> None:
    """Fill `menu` with those of `others` that `record` is most likely compared with."""
    menu.clear()
    titles = Counter(other.title for other in others)
    nearest = sorted(others, key=lambda other: _distance(record, other))
    for other in nearest[:_MOST_OTHERS]:
        title = other.title or translate("DetailsPanel", "（无标题）")
        if titles[other.title] > 1:
            title = f"{_short(title)}（{_short(Path(other.path).name)}）"
        # A single & would make the letter behind it a key.
        action = menu.addAction(_short(title, 2 * _LONGEST).replace("&", "&&"))
        action.triggered.connect(partial(_chosen, choose, other))
    if len(others) > _MOST_OTHERS:
        menu.addSeparator()
        text = translate("DetailsPanel", "其他文档：在列表里按住 Ctrl 选两份，再按 Enter")
        menu.addAction(text).setEnabled(False)


def _chosen(
    choose: Callable[[DocumentRecord], object], other: DocumentRecord, *_signal: object
) -> None:
    choose(other)


def _short(name: str, longest: int = _LONGEST) -> str:
    """Return a name without its middle where it is too long for a menu: its ends tell it apart."""
    half = longest // 2
    return name if len(name) <= longest else f"{name[:half]}…{name[-half:]}"


def _distance(record: DocumentRecord, other: DocumentRecord) -> tuple[bool, ...]:
    """Return a key that sorts versions of a file, then its place, kind and period to the front."""
    return (
        other.path != record.path,
        other.place != record.place,
        other.kind != record.kind,
        other.period != record.period,
    )
