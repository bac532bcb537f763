"""What happens when the user's own phrases and substitutions are wished for or changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from plandraft.core.compare.changes import Comparison
from plandraft.core.model.errors import PlanError
from plandraft.services.phrases import (
    OwnWording,
    Substitution,
    mark_own_wording,
    phrase_key,
    phrases_in,
    read_phrase_file,
    read_substitution_file,
    write_phrase_file,
    write_substitution_file,
)
from plandraft.system.messages import error_text
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.models.picks import TextPick
from plandraft.ui.phrases.wording_dialog import OwnList, WordingDialog
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.main_window import COMPARE, FAMILIES
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind

_NOTHING = OwnWording()
# A whole chapter made a phrase is a slip of the hand.
_MOST_AT_ONCE = 20


class PhrasesController(QObject):
    """Keep the lists, and see the pair that is shown in their light.

    What was matched does not depend on the lists: after a change the grey, the shares and the
    classes of difference are made anew in a worker, and every passage keeps its number, its place
    and what was decided about it. `changed` tells that the lists are others.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.compare
        self._writes = count(1)
        self.dialog: WordingDialog | None = None
        self._page.phrase_requested.connect(self.add_pick)
        desk.window.families.phrase_requested.connect(partial(self.add_text, FAMILIES))

    def open_dialog(self) -> None:
        """Show both lists."""
        self._desk.runner.submit(
            "own-wording-read",
            lambda _progress: self._desk.services.phrases.wording(),
            lane=Lane.LIBRARY,
            on_done=self._show_dialog,
            on_error=partial(self._desk.show_error, self._desk.window.page),
        )

    def add_pick(self, pick: object) -> None:
        """Put what was picked from a text into the list of phrases, one phrase a line."""
        if isinstance(pick, TextPick):
            self.add_text(COMPARE, pick.span.slice(pick.document.text))
        else:
            self._say(COMPARE, self.tr("请先选中文字，或单击一个段落，再设为套话。"))

    def add_text(self, page: str, text: str) -> None:
        """Put the lines of a text into the list of phrases, and say so on a page."""
        phrases = phrases_in(text)
        if not phrases:
            self._say(page, self.tr("套话至少要有 4 个字；请多选几个字。"))
        elif len(phrases) > _MOST_AT_ONCE:
            told = self.tr("一次最多把 {most} 段设为套话；请少选一些。")
            self._say(page, told.format(most=_MOST_AT_ONCE))
        else:
            self._write(OwnWording(phrases), _NOTHING, partial(self._tell_added, page, phrases))

    def _tell_added(
        self, page: str, wanted: tuple[str, ...], before: OwnWording, _now: OwnWording
    ) -> None:
        known = set(map(phrase_key, before.phrases))
        new = OwnWording(tuple(one for one in wanted if phrase_key(one) not in known))
        edit = MessageAction(self.tr("查看名单…"), self.open_dialog)
        if not new.phrases:
            self._say(page, self.tr("已经是自定套话。"), edit)
            return
        text = self.tr("已设为套话（{count} 条），每次比对都会用到。").format(
            count=len(new.phrases)
        )
        undo = MessageAction(self.tr("撤销"), partial(self._write, _NOTHING, new))
        self._say(page, text, undo, edit)

    def _say(self, page: str, text: str, *actions: MessageAction) -> None:
        self._desk.show(page, Message(MessageKind.INFO, text, actions))

    def _show_dialog(self, wording: OwnWording) -> None:
        if self.dialog is not None:
            self.dialog.show_wording(wording)
            self.dialog.raise_()
            return
        dialog = self.dialog = WordingDialog(wording, self._desk.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.change_requested.connect(self._write)
        dialog.import_requested.connect(self._import)
        dialog.export_requested.connect(self._export)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _write(
        self,
        add: OwnWording,
        remove: OwnWording,
        then: Callable[[OwnWording, OwnWording], None] | None = None,
    ) -> None:
        phrases = self._desk.services.phrases

        def done(lists: tuple[OwnWording, OwnWording]) -> None:
            before, now = lists
            if self.dialog is not None:
                self.dialog.show_wording(now)
            if before != now:
                self._mark(now)
                self.changed.emit()
            if then is not None:
                then(before, now)

        self._desk.runner.submit(
            # Each one is its own: one must not supersede the other.
            f"own-wording-{next(self._writes)}",
            lambda _progress: (phrases.wording(), phrases.change(add=add, remove=remove)),
            lane=Lane.LIBRARY,
            on_done=done,
            on_error=self._tell_error,
        )

    def _mark(self, wording: OwnWording) -> None:
        comparison = self._page.comparison
        if comparison is not None:
            self._desk.runner.submit(
                "own-wording-mark",
                lambda progress: mark_own_wording(comparison, wording, progress),
                lane=Lane.COMPUTE,
                on_done=partial(self._on_marked, comparison, wording),
                on_error=self._tell_error,
            )

    def _on_marked(self, before: Comparison, wording: OwnWording, marked: Comparison) -> None:
        if self._page.comparison is before:
            self._page.reader.refresh(marked)
        else:
            self._mark(wording)  # another pair, which may have been compared by the old lists

    def _import(self, which: OwnList) -> None:
        dialog = self.dialog
        path = self._desk.dialogs.choose_list(dialog) if dialog is not None else None
        if dialog is None or path is None:
            return
        try:
            read = _read(which, path)
        except PlanError as error:
            dialog.tell(error_text(error, self._desk.language))
            return
        new = _without(read, dialog)
        if not new.empty:
            dialog.change(new, _NOTHING)
        text = self.tr("导入 {count} 条，其余 {known} 条已在名单里。")
        every = len(read.phrases) + len(read.substitutions)
        added = len(new.phrases) + len(new.substitutions)
        dialog.tell(text.format(count=added, known=every - added))

    def _export(self, which: OwnList) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        names = {OwnList.PHRASES: self.tr("自定套话"), OwnList.SUBSTITUTIONS: self.tr("替换")}
        path = self._desk.dialogs.choose_target(dialog, names[which], ".txt")
        if path is None:
            return
        shown = _shown(dialog)
        try:
            if which is OwnList.PHRASES:
                write_phrase_file(path, shown.phrases)
            else:
                write_substitution_file(path, shown.substitutions)
        except PlanError as error:
            dialog.tell(error_text(error, self._desk.language))
            return
        dialog.tell(self.tr("已写入 {path}").format(path=path))

    def _tell_error(self, error: PlanError) -> None:
        if self.dialog is not None:
            self.dialog.tell(error_text(error, self._desk.language))
        else:
            self._desk.show_error(self._desk.window.page, error)


def _read(which: OwnList, path: Path) -> OwnWording:
    if which is OwnList.PHRASES:
        return OwnWording(phrases=read_phrase_file(path))
    return OwnWording(substitutions=read_substitution_file(path))


def _shown(dialog: WordingDialog) -> OwnWording:
    """Return the lists as the dialog has them, found by a search or not."""
    phrases = tuple(one for (one,) in dialog.phrases.model.rows)
    return OwnWording(phrases, tuple(Substitution(*row) for row in dialog.pairs.model.rows))


def _without(read: OwnWording, dialog: WordingDialog) -> OwnWording:
    """Return what of `read` the dialog does not have."""
    known = _shown(dialog)
    letters = set(map(phrase_key, known.phrases))
    pairs = {one.key for one in known.substitutions}
    return OwnWording(
        tuple(one for one in read.phrases if phrase_key(one) not in letters),
        tuple(one for one in read.substitutions if one.key not in pairs),
    )
