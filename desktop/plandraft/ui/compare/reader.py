"""Walk through a pair: which reading, which entry, where one has been, what is remembered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from plandraft.core.compare.changes import Comparison, InlineSpan
from plandraft.core.compare.versions import Reading, suggest_reading
from plandraft.core.model.spans import Span
from plandraft.ui.compare.collector import collector_paused
from plandraft.ui.compare.jump_history import JumpHistory, Place
from plandraft.ui.compare.pair_memory import PairMemory, Pin, pair_key, with_pin
from plandraft.ui.compare.pick_tools import PickTools
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.compare.workspace import Workspace
from plandraft.ui.models.entries import PairView, view_pair


class Reader(QObject):
    """Hold what is shown of a pair and keep all parts of the workspace at one place.

    `view_changed` tells that another pair or reading is shown, `place_changed` the number of the
    current entry among those in the list (0 for none) and how many there are.
    """

    view_changed = Signal()
    place_changed = Signal(int, int)

    def __init__(self, work: Workspace, picks: PickTools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: PairView | None = None
        self.current: int | None = None
        self.history = JumpHistory()
        self._work = work
        self._stage = work.stage
        self._passages = work.passages
        self._picks = picks
        self._views: dict[Reading, PairView] = {}
        self._memories: dict[str, PairMemory] = {}
        self._inline: dict[int, tuple[InlineSpan, ...]] = {}
        self._connect()

    @property
    def comparison(self) -> Comparison | None:
        """Return what is shown."""
        return self.view.comparison if self.view else None

    @property
    def reading(self) -> Reading:
        """Return how the pair is read."""
        return self.view.reading if self.view else Reading.PASSAGES

    @property
    def pins(self) -> tuple[Pin, ...]:
        """Return the places of this pair that were declared the same."""
        return self._memory().pins if self.view else ()

    def memories(self) -> dict[str, PairMemory]:
        """Return what to keep of all pairs."""
        self._keep_place()
        return dict(self._memories)

    def take_memories(self, memories: dict[str, PairMemory]) -> None:
        """Take over what was kept, for pairs that are not known yet."""
        self._memories = {**memories, **self._memories}

    def show(self, comparison: Comparison | None) -> None:
        """Show a comparison where it was left, or at its first entry; or nothing."""
        self._keep_place()
        self.history.clear()
        self._views = {}
        if comparison is None:
            self._show(None)
            return
        memory = self._memories.get(pair_key(comparison), PairMemory())
        with collector_paused():
            self._show(self._view_of(comparison, memory.reading or suggest_reading(comparison)))
        self._go_to_start(memory)

    def refresh(self, comparison: Comparison) -> None:
        """Show the same passages in another light, at the place where the reader is."""
        if self.view is None:
            return
        place = self._place()
        self._views = {}
        with collector_paused():
            self._show(self._view_of(comparison, place.reading))
        self.set_current(place.entry, scroll=False)
        self._stage.sync.restore(place.left, place.right)

    def set_reading(self, reading: Reading) -> None:
        """Read the pair as passages or as versions, from now on also after a restart."""
        comparison = self.comparison
        if comparison is None or reading is self.reading:
            return
        self.history.leave(self._place())
        self._remember(reading=reading)
        with collector_paused():
            self._show(self._view_of(comparison, reading))
        self._go_to_start(PairMemory())

    def look_at_passages(self) -> None:
        """Read the pair as passages for now: what is chosen for it stays chosen."""
        comparison = self.comparison
        if comparison is None or self.reading is Reading.PASSAGES:
            return
        self.history.leave(self._place())
        with collector_paused():
            self._show(self._view_of(comparison, Reading.PASSAGES))

    def set_current(self, entry: int | None, *, scroll: bool = True) -> None:
        """Make a passage current everywhere; bring both sides to the same height."""
        view = self.view
        if scroll and entry is not None and self.current is not None:
            self.history.leave(self._place())
        self.current = entry if view is not None else None
        self._picks.set_current(self.current)
        if view is None or entry is None:
            self._stage.set_current(None)
            self._work.difference.show_entry(None, None, ())
        else:
            inline = self.inline_of(entry)
            self._stage.set_current(entry, inline)
            self._work.difference.show_entry(view, entry, inline)
            if scroll:
                self._stage.go_to(entry)
        self._passages.select(self.current)
        self._tell_place()

    def inline_of(self, entry: int) -> tuple[InlineSpan, ...]:
        """Return the differences inside a passage whose classes are switched on."""
        assert self.view is not None
        if entry not in self._inline:
            self._inline[entry] = self.view.inline(entry)
        on = self._work.difference.classes.on
        return tuple(one for one in self._inline[entry] if one.change_class in on)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        if self.view is not None:
            self._return_to(self.history.back(self._place()))

    def go_forward(self) -> None:
        """Undo going back."""
        if self.view is not None:
            self._return_to(self.history.forward(self._place()))

    def step(self, step: int) -> None:
        """Go `step` entries on in the list; after the last comes the first.

        Without a current entry it goes on from what is in sight on the left.
        """
        shown = self._passages.model.shown
        if not shown:
            return
        row = self._passages.model.row_of(self.current) if self.current is not None else -1
        if row < 0:
            row = self._row_in_sight() - (step > 0)
        self.set_current(shown[(row + step) % len(shown)])

    def pin_carets(self) -> None:
        """Declare the places of both carets the same, now and after a restart."""
        if self.view is not None:
            pin = self._stage.left.caret_offset(), self._stage.right.caret_offset()
            self._set_pins(with_pin(self.pins, pin))

    def remove_pins(self) -> None:
        """Forget what was declared the same."""
        self._set_pins(())

    def _connect(self) -> None:
        self._stage.entry_clicked.connect(self.set_current)
        self._passages.entry_selected.connect(self.set_current)
        self._passages.shown_changed.connect(self._on_shown_changed)
        self._work.difference.entry_chosen.connect(self.set_current)
        self._work.chapters_chosen.connect(self._on_chapters_chosen)
        self._work.difference.classes.changed.connect(self._on_classes_changed)
        for pane in (self._stage.left, self._stage.right):
            pane.offset_clicked.connect(lambda at, pane=pane: self._on_clicked(pane, at))
            pane.offset_activated.connect(lambda at, pane=pane: self._on_clicked(pane, at))

    def _view_of(self, comparison: Comparison, reading: Reading) -> PairView:
        if reading not in self._views:
            self._views[reading] = view_pair(comparison, reading)
        return self._views[reading]

    def _show(self, view: PairView | None) -> None:
        self.view, self.current, self._inline = view, None, {}
        self._picks.set_view(view)
        # First what frames the pages, so that they are laid out once at their true width.
        self.view_changed.emit()
        self._work.show_view(view, self.pins)
        self._tell_place()

    def _go_to_start(self, memory: PairMemory) -> None:
        """Go to the place remembered, else to the first entry."""
        assert self.view is not None
        shown = self._passages.model.shown
        if memory.place is None:
            if shown:
                self.set_current(shown[0])
            return
        starts = {(one.left.start, one.right.start): at for at, one in enumerate(self.view.entries)}
        entry = starts.get(memory.current) if memory.current is not None else None
        if entry is not None and self._passages.model.row_of(entry) >= 0:
            self.set_current(entry, scroll=False)
        self._stage.sync.restore(*memory.place)

    def _row_in_sight(self) -> int:
        """Return the row of the first entry, in the order of the left text, that is in sight."""
        assert self.view is not None
        top, entries = self._stage.left.offset_at_height(0.0), self.view.entries
        starts = [
            (entries[entry].left.start, row)
            for row, entry in enumerate(self._passages.model.shown)
            if entries[entry].left.end > top
        ]
        return min(starts)[1] if starts else 0

    def _place(self) -> Place:
        tops = self._stage.left.offset_at_height(0.0), self._stage.right.offset_at_height(0.0)
        return Place(self.reading, self.current, *tops)

    def _return_to(self, place: Place | None) -> None:
        comparison = self.comparison
        if place is None or comparison is None:
            return
        if place.reading is not self.reading:
            self._remember(reading=place.reading)
            self._show(self._view_of(comparison, place.reading))
        self.set_current(place.entry, scroll=False)
        self._stage.sync.restore(place.left, place.right)

    def _memory(self) -> PairMemory:
        comparison = self.comparison
        assert comparison is not None
        return self._memories.get(pair_key(comparison), PairMemory())

    def _remember(self, **changed: object) -> None:
        comparison = self.comparison
        assert comparison is not None
        memory = replace(self._memory(), **changed)  # type: ignore[arg-type]  # names of fields
        self._memories.pop(pair_key(comparison), None)
        self._memories[pair_key(comparison)] = memory

    def _keep_place(self) -> None:
        if self.view is not None:
            place = self._place()
            entry = self.view.entries[self.current] if self.current is not None else None
            current = (entry.left.start, entry.right.start) if entry else None
            self._remember(current=current, place=(place.left, place.right))

    def _set_pins(self, pins: tuple[tuple[int, int], ...]) -> None:
        if self.view is not None:
            self._remember(pins=pins)
            self._stage.set_pins(pins)

    def _tell_place(self) -> None:
        model = self._passages.model
        row = model.row_of(self.current) if self.current is not None else -1
        self.place_changed.emit(row + 1, len(model.shown))

    def _on_chapters_chosen(self, places: tuple[int | None, int | None]) -> None:
        """Bring two chapters to the same height, or one into sight."""
        self.history.leave(self._place())
        left, right = places
        if left is not None and right is not None:
            self._stage.sync.level(Span(left, left + 1), Span(right, right + 1), 0.0)
        elif left is not None:
            self._stage.left.scroll_to(left, 0.0)
        elif right is not None:
            self._stage.right.scroll_to(right, 0.0)

    def _on_classes_changed(self) -> None:
        if self.view is not None and self.current is not None:
            self.set_current(self.current, scroll=False)

    def _on_shown_changed(self) -> None:
        self._work.show_entries(self._passages.model.shown)
        if self.current is not None and self._passages.model.row_of(self.current) < 0:
            self.set_current(None)
            return
        self._passages.select(self.current)
        self._tell_place()

    def _on_clicked(self, pane: TextPane, offset: int) -> None:
        """Take the most similar partner first, and at each further click the next one."""
        entries = pane.entries_at(offset)
        if entries:
            at = entries.index(self.current) + 1 if self.current in entries else 0
            self.set_current(entries[at % len(entries)])
