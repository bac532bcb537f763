"""Several plans at once: who shares what, what mine lacks, what mine alone has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from plandraft.core.compare.issue_dates import IssueDate, issue_date
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.plan_sights import PlanSight
from plandraft.ui.families.families_model import FamilyFilter, Which
from plandraft.ui.families.family_list import FamilyList
from plandraft.ui.families.family_texts import plan_title
from plandraft.ui.families.greys import Grey, Greys, LibraryPhrases, greys_of
from plandraft.ui.families.matrix_view import DEFAULT_THRESHOLD, MatrixView
from plandraft.ui.families.source_view import SourceChoice, SourceView
from plandraft.ui.families.tool_row import FamiliesTools
from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.page_menu import add_shortcuts
from plandraft.ui.models.palette import LIGHT, Palette
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.models.widgets import make_primary_button


@dataclass(frozen=True, slots=True)
class FamiliesReportRequest:
    """Hold a wish for a report on several plans, plan `mine` in the middle."""

    plans: PlanSet
    mine: int


class FamiliesPage(QWidget):
    """Show finished comparisons of several plans; knows no service.

    `mine_chosen` carries the plan that is to be put in the middle and awaits `show_sight`;
    `compare_requested` carries a CompareChoice with the identifiers given to `show_plans`,
    `report_requested` a FamiliesReportRequest, `send_to_draft_requested` a TextPick,
    `phrase_requested` a text, `status_changed` one line for the status bar.
    """

    mine_chosen = Signal(int)
    compare_requested = Signal(object)
    report_requested = Signal(object)
    library_requested = Signal()
    send_to_draft_requested = Signal(object)
    phrase_requested = Signal(str)
    status_changed = Signal(str)

    def __init__(
        self, icons: IconSet, palette: Palette = LIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("families")
        self._plans: PlanSet | None = None
        self._sight: PlanSight | None = None
        self._identities: tuple[object, ...] = ()
        self._dates: tuple[IssueDate | None, ...] = ()
        self._known_dates: tuple[str, ...] = ()
        self._wanted_mine = 0
        self._greys = Greys()
        self.rows = FamilyList(palette)
        self.families_model, self.families = self.rows.model, self.rows.table
        self.wordings, self.hint = self.rows.wordings, self.rows.hint
        self.matrix_view = MatrixView(palette)
        self.matrix, self.matrix_model = self.matrix_view.table, self.matrix_view.model
        self.sources = SourceView(palette)
        self.tools = FamiliesTools(icons)
        self.mine_box, self.which_box = self.tools.mine_box, self.tools.which_box
        self.search, self.report = self.tools.search, self.tools.report
        self.empty = EmptyState(
            icons,
            "compare",
            self.tr("一次比对多份规划"),
            self.tr(
                "在资料库中选中三份以上规划，再点“比对”。这里会列出两两相似度、每段文字在各份规划中"
                "是相同、改写还是没有，以及多数规划有而您的没有、只有您有的段落。"
            ),
        )
        self.library_button = make_primary_button(
            icons, "library", self.tr("到资料库选择"), self.library_requested.emit
        )
        self.empty.set_buttons([self.library_button])
        self._stack = QStackedWidget()
        self._body = QStackedWidget()
        self._arrange()
        self._connect()
        self.clear()

    @property
    def plans(self) -> PlanSet | None:
        """Return what is shown."""
        return self._plans

    @property
    def sight(self) -> PlanSight | None:
        """Return how one of the plans sees what is shown."""
        return self._sight

    @property
    def identities(self) -> tuple[object, ...]:
        """Return the identifiers of the plans shown."""
        return self._identities

    @property
    def known_dates(self) -> tuple[str, ...]:
        """Return the dates of issue as the library has them."""
        return self._known_dates

    @property
    def mine(self) -> int:
        """Return the plan that the others stand beside."""
        return self._sight.mine if self._sight is not None else 0

    @property
    def wished_mine(self) -> int:
        """Return the plan that is chosen to be put in the middle."""
        return max(0, self.mine_box.currentIndex())

    def show_plans(
        self,
        plans: PlanSet,
        identities: Sequence[object],
        sight: PlanSight,
        dates: Sequence[str] = (),
    ) -> None:
        """Show `plans` as one of them sees them; `identities` are theirs in the library.

        `dates` are those of issue as the library has them, a day, a month or a year, "" for none.
        """
        self._identities = tuple(identities)
        self._known_dates = tuple(dates) or ("",) * len(plans.documents)
        self._dates = tuple(map(issue_date, plans.documents, self._known_dates))
        blocker = QSignalBlocker(self.mine_box)
        self.mine_box.clear()
        for document in plans.documents:
            self.mine_box.addItem(plan_title(document))
        self.mine_box.setCurrentIndex(sight.mine)
        blocker.unblock()
        self.judge_again(plans, sight)
        self._body.setCurrentIndex(1)
        self.tools.set_active(active=True)

    def judge_again(self, plans: PlanSet, sight: PlanSight) -> None:
        """Show the same plans in the light of other lists or decisions, at the same place."""
        self._plans = plans
        self.matrix_view.show_plans(plans, self._dates)
        self.show_sight(sight)

    def show_sight(self, sight: PlanSight) -> None:
        """Show the plans as another one of them sees them."""
        self._sight = sight
        self._grey(greys_of(sight.phrases, self._greys))
        self.matrix_view.set_mine(sight.mine)
        self.rows.show_plans(self._plans, sight, self._dates)
        self.sources.show_plans(self._plans, sight)
        self.tools.show_counts({which: self.families_model.count(which) for which in Which})
        self.status_changed.emit(self.summary())

    def set_library(self, phrases: LibraryPhrases) -> None:
        """Grey what most of the library has."""
        self._grey(replace(self._greys, library=phrases))

    def show_greys(self, shown: Mapping[Grey, bool]) -> None:
        """Grey these kinds of set phrases or not."""
        self._grey(replace(self._greys, shown=dict(shown)))

    def take_over(self, other: FamiliesPage) -> None:
        """Show what another page shows, as it shows it."""
        if other.plans is not None and other.sight is not None:
            self.show_plans(other.plans, other.identities, other.sight, other.known_dates)

    def clear(self) -> None:
        """Show the empty state."""
        self._plans, self._sight, self._identities = None, None, ()
        self.mine_box.clear()
        self.matrix_view.show_plans(None)
        self.rows.show_plans(None)
        self.sources.show_plans(None)
        self.wordings.show_row(None, None)
        self._body.setCurrentIndex(0)
        self.tools.set_active(active=False)
        self.tools.show_counts({})
        self.status_changed.emit("")

    def state(self) -> dict[str, object]:
        """Return what to keep over a restart, as plain values."""
        return {
            "view": self.tools.view,
            "mine": self.mine if self._plans is not None else self._wanted_mine,
            "threshold": self.matrix_view.threshold,
            "points": self.sources.reading_size,
        }

    def restore_state(self, data: object) -> None:
        """Take over what `state` returned; whatever makes no sense is left as it is."""
        values: Mapping[object, object] = data if isinstance(data, dict) else {}
        view = values.get("view")
        if isinstance(view, str) and view in self.tools.views:
            self.show_view(view)
        self._wanted_mine = _count(values.get("mine"), 0)
        self.matrix_view.set_threshold(_count(values.get("threshold"), DEFAULT_THRESHOLD))
        points = values.get("points")
        if isinstance(points, int | float) and not isinstance(points, bool):
            self.sources.set_reading_size(float(points))

    @property
    def wanted_mine(self) -> int:
        """Return the plan that was in the middle when the window was closed."""
        return self._wanted_mine

    def take_focus(self) -> None:
        """Put the keyboard where one most likely goes on."""
        (self.families if self._plans is not None else self.library_button).setFocus()

    def apply_palette(self, palette: Palette) -> None:
        """Change the theme."""
        self.empty.apply_palette(palette)
        self.matrix_view.set_colors(palette)
        self.rows.set_colors(palette)
        self.sources.set_colors(palette)

    def show_view(self, name: str) -> None:
        """Show "matrix", "families" or "sources"."""
        self.tools.show_view(name)
        self._stack.setCurrentIndex(list(self.tools.views).index(name))

    def summary(self) -> str:
        """Return one line about what is shown."""
        if self._plans is None:
            return ""
        model = self.families_model
        text = self.tr(
            "{plans} 份规划，{all} 段见于两份以上；多数有而“{title}”没有 {lacking} 段，只有它有"
            " {own} 段"
        ).format(
            plans=len(self._plans.documents),
            all=model.count(Which.ALL),
            title=plan_title(self._plans.documents[self.mine]),
            lacking=model.count(Which.LACKING),
            own=model.count(Which.OWN),
        )
        quiet = model.count(Which.QUIET)
        return (
            text + self.tr("；不计套话和非借用 {count} 段").format(count=quiet) if quiet else text
        )

    def find_words(self) -> None:
        """Put the keyboard where passages are searched."""
        self.show_view("families")
        self.search.setFocus()
        self.search.selectAll()

    def _arrange(self) -> None:
        for view in (self.matrix_view, self.rows, self.sources):
            self._stack.addWidget(view)
        self._body.addWidget(self.empty)
        self._body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self._body, 1)
        self.show_view("families")

    def _connect(self) -> None:
        self.tools.view_chosen.connect(self.show_view)
        self.tools.report_requested.connect(self._on_report)
        self.mine_box.currentIndexChanged.connect(self._on_mine_chosen)
        self.which_box.currentIndexChanged.connect(lambda _index: self._on_filter_changed())
        self.search.textChanged.connect(lambda _text: self._on_filter_changed())
        self.search.returnPressed.connect(self.families.setFocus)
        self.matrix_view.pair_activated.connect(self._open_pair)
        rows = self.rows
        rows.pair_requested.connect(self._open_pair)
        rows.send_requested.connect(self.send_to_draft_requested)
        rows.phrase_requested.connect(self.phrase_requested)
        rows.shown_changed.connect(self._on_shown_changed)
        self.sources.source_activated.connect(self._on_source_activated)
        zooms = (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0))
        keys = [(key, partial(self.sources.zoom, step)) for key, step in zooms]
        keys += [("F8", partial(self.step, 1)), ("F7", partial(self.step, -1))]
        add_shortcuts(self, [*keys, ("Ctrl+F", self.find_words)])
        leave = (("Down", self.families.setFocus), ("Esc", self._leave_search))
        add_shortcuts(self.search, leave)

    def step(self, way: int) -> None:
        """Go to the next (1) or the previous (-1) row or source, whatever is in view."""
        if self.tools.view == "sources":
            self.sources.step(way)
        elif self.tools.view == "families":
            self.rows.step(way)

    def _grey(self, greys: Greys) -> None:
        self._greys = greys
        self.rows.set_greys(greys)
        self.sources.set_greys(greys)

    def _leave_search(self) -> None:
        """Forget the words, or leave them when there are none."""
        if self.search.text():
            self.search.clear()
        else:
            self.families.setFocus()

    def _on_mine_chosen(self, mine: int) -> None:
        if self._plans is not None and mine >= 0:
            self.mine_chosen.emit(mine)

    def _on_filter_changed(self) -> None:
        self.rows.set_filter(FamilyFilter(self.tools.which, self.search.text()))

    def _on_shown_changed(self) -> None:
        model = self.families_model
        self.tools.show_found(len(model.shown), model.count(self.tools.which))

    def _on_source_activated(self, choice: SourceChoice) -> None:
        self._open_pair(self.mine, choice.source, choice.place)

    def _open_pair(self, left: int, right: int, place: tuple[int, int] | None = None) -> None:
        chosen = CompareChoice(self._identities[left], self._identities[right], place)
        self.compare_requested.emit(chosen)

    def _on_report(self) -> None:
        if self._plans is not None:
            self.report_requested.emit(FamiliesReportRequest(self._plans, self.mine))


def _count(value: object, usual: int) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if whole else usual  # type: ignore[return-value]  # it is one then
