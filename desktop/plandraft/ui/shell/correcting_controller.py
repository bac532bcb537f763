"""Correct documents of the library: repairs, headings, what they say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer
from plandraft.core.text.repairs import Repair
from plandraft.services.correcting import DocumentFacts, RepairOffer
from plandraft.services.details import DetailField
from plandraft.services.library import DocumentRecord
from plandraft.ui.jobs.lanes import Lane
from plandraft.ui.library.details_dialog import DetailsDialog, edit_many, edit_one
from plandraft.ui.library.reading_dialog import ReadingDialog
from plandraft.ui.library.repair_dialog import RepairDialog
from plandraft.ui.models.picks import CompareChoice, TextPick
from plandraft.ui.shell.compare_controller import CompareController
from plandraft.ui.shell.desk import Desk
from plandraft.ui.shell.families_controller import FamiliesController
from plandraft.ui.shell.main_window import LIBRARY
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind

T = TypeVar("T")


class CorrectingController(QObject):
    """Open the dialogs and keep what is chosen in them.

    `texts_changed` carries the ids of documents whose text or headings are others now,
    `records_changed` those whose records are. `pick_sent` carries a TextPick for the draft.
    """

    pick_sent = Signal(object)
    texts_changed = Signal(object)
    records_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = desk.window.library
        self._service = desk.services.library.correcting
        # The dialog that was opened last, for tests and for what comes in later.
        self.dialog: QDialog | None = None
        self._page.repair_requested.connect(self.offer_repairs)
        self._page.read_requested.connect(self.read)
        self._page.edit_requested.connect(self.edit)
        self._page.heading_chosen.connect(self.choose_heading)

    def offer_repairs(self, identity: int) -> None:
        """Show what can be repaired in a document."""

        def show(offer: RepairOffer) -> None:
            dialog = RepairDialog(offer, self._desk.window)
            dialog.repairs_chosen.connect(partial(self.repair, identity, before=offer.accepted))
            self._open(dialog)

        self._look("repair-offer", lambda: self._service.offer_repairs(identity), show)

    def repair(self, identity: int, repairs: object, *, before: tuple[Repair, ...] = ()) -> None:
        """Make these the repairs of a document, and offer to take that back."""
        assert isinstance(repairs, tuple)

        def done(_record: object) -> None:
            text = self.tr("采用了 {count} 处修复，原文保留着。").format(count=len(repairs))
            if not repairs:
                text = self.tr("已改回原文。")
            undo = MessageAction(self.tr("撤销"), partial(self.repair, identity, before))
            self._desk.show(LIBRARY, Message(MessageKind.DONE, text, (undo,)))
            self._tell_text(identity)

        self._run(
            f"repair-{identity}", lambda: self._service.accept_repairs(identity, repairs), done
        )

    def read(self, identity: int, span: object) -> None:
        """Show the text of a document, at a place where one is given."""

        def show(document: Document) -> None:
            dialog = ReadingDialog(self._page.icons, document, self._desk.window)
            dialog.heading_chosen.connect(
                lambda block, level: self.choose_heading(identity, block, level, dialog)
            )
            dialog.send_requested.connect(lambda picked: self._send(dialog, picked))
            self._open(dialog)
            if isinstance(span, Span):
                dialog.show_span(span)
            elif words:
                dialog.find_bar.begin(words)

        words = self._page.search.text().strip()
        library = self._desk.services.library
        self._look("read", lambda: library.get_document(identity), show)

    def _send(self, dialog: ReadingDialog, span: object) -> None:
        assert isinstance(span, Span)
        waits = self._desk.window.draft.draft is None
        if waits:
            # The draft is begun first, on a page behind the dialog.
            dialog.close()
        self.pick_sent.emit(TextPick(dialog.document, span))
        message = self._desk.window.message_strip(LIBRARY).message
        if not waits and message is not None:
            dialog.tell(message.text)

    def choose_heading(
        self, identity: int, block: int, level: object, dialog: ReadingDialog | None = None
    ) -> None:
        """Keep what a block is, and show the outline as it is then."""
        chosen = level if isinstance(level, int) else None

        def done(document: Document) -> None:
            self._page.show_document(identity, document)
            if dialog is not None and dialog is self.dialog:
                dialog.show_document(document)
            self._tell_text(identity)

        self._run(
            f"heading-{identity}-{block}",
            lambda: self._service.choose_heading(identity, block, chosen),
            done,
        )

    def edit(self, identities: object) -> None:
        """Let the user correct what documents say of themselves."""
        assert isinstance(identities, tuple)
        if len(identities) == 1:
            self._edit_one(identities[0])
            return
        records = [one for one in self._page.model.records if one.id in identities]
        dialog = edit_many(records, self._desk.window)
        dialog.saved.connect(partial(self.save, identities))
        self._open(dialog)

    def save(self, identities: tuple[int, ...], changes: object) -> None:
        """Keep corrected fields, and offer to take that back."""
        assert isinstance(changes, dict)
        fields: Mapping[DetailField, str | None] = changes
        before = tuple(
            (one.id, {field: _own_value(one, field) for field in fields})
            for one in self._page.model.records
            if one.id in identities
        )

        def done(records: tuple[object, ...]) -> None:
            text = self.tr("已修改 {count} 份文档的信息。").format(count=len(records))
            undo = MessageAction(self.tr("撤销"), partial(self._set_back, before))
            self._desk.show(LIBRARY, Message(MessageKind.DONE, text, (undo,)))
            self._tell_texts(identities, fields)

        self._run("save-details", lambda: self._service.edit(identities, fields), done)

    def _edit_one(self, identity: int) -> None:
        def work() -> tuple[DocumentFacts, Gazetteer]:
            return self._service.list_facts(identity), self._service.gazetteer

        def show(found: tuple[DocumentFacts, Gazetteer]) -> None:
            dialog = edit_one(*found, self._desk.window)
            dialog.saved.connect(partial(self.save, (identity,)))
            dialog.place_wanted.connect(partial(self._show_place, dialog, found[0].document))
            self._open(dialog)

        self._look("facts", work, show)

    def _set_back(self, before: tuple[tuple[int, dict[DetailField, str | None]], ...]) -> None:
        """Give documents the values that they had."""

        def work() -> None:
            for identity, fields in before:
                self._service.edit((identity,), fields)

        identities = tuple(identity for identity, _fields in before)
        self._run("set-back", work, lambda _none: self._tell_texts(identities))

    def _show_place(self, dialog: DetailsDialog, document: Document, span: object) -> None:
        """Show where a value was found, above the dialog that shows the value."""
        reading = ReadingDialog(self._page.icons, document, dialog)
        reading.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reading.set_read_only()
        reading.open()
        if isinstance(span, Span):
            reading.show_span(span)

    def _tell_text(self, identity: int) -> None:
        self._tell_texts((identity,))

    def _tell_texts(
        self, identities: tuple[int, ...], fields: Iterable[DetailField] = DetailField
    ) -> None:
        """Tell that documents are others, and their texts too where a field is shown with them."""
        self.records_changed.emit(identities)
        if {DetailField.TITLE, DetailField.PLACE, DetailField.YEAR} & set(fields):
            self.texts_changed.emit(identities)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.destroyed.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _look(self, slot: str, work: Callable[[], T], on_done: Callable[[T], None]) -> None:
        """Read from the library, also while an import holds its lane."""
        self._run(slot, work, on_done, Lane.COMPUTE)

    def _run(
        self,
        slot: str,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        lane: Lane = Lane.LIBRARY,
    ) -> None:
        self._desk.runner.submit(
            slot,
            lambda _progress: work(),
            lane=lane,
            on_done=on_done,
            on_error=lambda error: self._desk.show_error(LIBRARY, error),
        )


def _own_value(record: DocumentRecord, field: DetailField) -> str | None:
    """Return what the user had written into a field, None where it was what had been found."""
    return str(getattr(record, field.value)) if field.value in record.edited else None


def compare_again(
    comparing: CompareController, families: FamiliesController, identities: object
) -> None:
    """Compare anew what is open and was corrected."""
    assert isinstance(identities, tuple)
    pair, several = comparing.open_pair(), families.open_set()
    if len(pair) == 2 and set(identities) & set(pair):
        comparing.reopen(CompareChoice(pair[0], pair[1]))
    if set(identities) & set(several):
        families.reopen(several)
