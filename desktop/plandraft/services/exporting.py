"""Write drafts and comparisons to files that others read."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plandraft.core.compare.changes import Comparison, InlineSpan
from plandraft.core.compare.decisions import Decision
from plandraft.core.compare.inline import build_inline
from plandraft.core.compare.report_view import ReportView
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import Notice, notice_from
from plandraft.core.draft.readiness import Obstacle, ObstacleKind, find_obstacles, open_names
from plandraft.core.draft.slots import fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.matching.passages import MatchOptions, Passage
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.exporters.measured_pages import measured_pages
from plandraft.io.exporters.plan_text import build_text
from plandraft.io.exporters.report_docx import build_report_docx
from plandraft.io.exporters.report_html import build_report_html
from plandraft.io.exporters.report_xlsx import build_report_xlsx
from plandraft.io.exporters.user_base import BaseReport, adopt_base
from plandraft.io.office_converter import convert_to_pdf, find_office
from plandraft.io.template_file import BASE_DOCX, load_template
from plandraft.services.drafting import template_folder
from plandraft.system.files import check_target, read_input_file, replace_atomically

__all__ = [
    "BaseReport",
    "ExportOptions",
    "ExportReport",
    "ExportService",
    "Notice",
    "Preset",
    "Wrapper",
    "check_report_target",
    "notice_from",
    "obstacle_text",
]

logger = logging.getLogger(__name__)

LARGEST_BASE = 50 * 1024 * 1024
_BUILDERS: dict[str, Callable[..., str | bytes]] = {
    ".html": build_report_html,
    ".docx": build_report_docx,
    ".xlsx": build_report_xlsx,
}
REPORT_SUFFIXES = tuple(_BUILDERS)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """Say what was exported; `open_slots` still stand as 【…】 in the file.

    `base` says how a user's base was used, None without one; `measured` that the pages in the 目录
    were read from a rendering, so that Word need not ask for them.
    """

    target: Path
    size: int
    passages: int
    open_slots: tuple[str, ...]
    base: BaseReport | None = None
    measured: bool = False


class ExportService:
    """Export with the templates below `templates_root`; `clock` gives the local time."""

    def __init__(
        self,
        templates_root: Path,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._templates_root = templates_root
        self._clock = clock

    def export_draft(  # noqa: PLR0913 - each is named in the call
        self,
        draft: Draft,
        target: Path,
        *,
        with_sources: bool = False,
        preset: Preset | None = None,
        wrapper: Wrapper = Wrapper.PLAN_ALONE,
        options: ExportOptions | None = None,
        author: str = "",
        errors: Sequence[str] = (),
        base: Path | None = None,
        measure_pages: bool = False,
        progress: Progress = SILENT,
    ) -> ExportReport:
        """Write a draft as .docx, or as .txt with the plain preset.

        `options` say all; without them `preset` and `wrapper` do; without these it is for
        discussion, or with its sources as comments when wanted.
        `errors` are findings of other checks that forbid a final file; `base` is a user's .docx to
        write into, in place of the template's. With `measure_pages` the 目录 has the pages that
        LibreOffice makes, where it is there. Raises PlanError DRAFT_NOT_FINAL, TEMPLATE_UNKNOWN,
        TEMPLATE_DAMAGED, FILE_* about `base`, or TARGET_*, and Cancelled through `progress`; an
        old file stays whole.
        """
        if options is None:
            chosen = preset or (Preset.SOURCES if with_sources else Preset.DISCUSSION)
            options = ExportOptions(chosen, wrapper)
        check_target(target)
        folder = template_folder(self._templates_root, draft.template)
        template = load_template(folder)
        if options.preset is Preset.FINAL:
            _refuse_unfinished(draft, template, options, errors)
        order = _Order(draft, template, folder / BASE_DOCX, base, author, self._clock(), options)
        used: BaseReport | None = None
        measured = False
        if options.preset is Preset.PLAIN:
            data = build_text(draft, template)
        else:
            data, used = order.build(None, progress.part(0.0, 0.5 if measure_pages else 0.9))
            pages = _measured(target, data, options) if measure_pages else None
            if pages is not None:
                progress.step(0.8)
                data, used = order.build(pages, progress.part(0.8, 0.9))
                measured = True
        progress.step(0.9)
        replace_atomically(target, data)
        progress.step(1.0)
        blocks = [block for section in draft.sections for block in section.blocks]
        passages = sum(block.provenance is not None for block in blocks)
        missing = open_names(draft, options)
        return ExportReport(target, len(data), passages, missing, used, measured)

    def find_obstacles(
        self, draft: Draft, options: ExportOptions | None = None
    ) -> tuple[Obstacle, ...]:
        """Return what keeps a draft from being exported as final.

        Raises PlanError TEMPLATE_UNKNOWN or TEMPLATE_DAMAGED.
        """
        folder = template_folder(self._templates_root, draft.template)
        return find_obstacles(draft, load_template(folder), options)

    def write_report(
        self,
        comparison: Comparison,
        target: Path,
        options: MatchOptions | None = None,
        progress: Progress = SILENT,
        *,
        decisions: Mapping[int, Decision] | None = None,
        view: ReportView | None = None,
    ) -> Path:
        """Write a report of a comparison, HTML, Word or Excel by the target's suffix; return it.

        `options` and `view` are the settings to be named in it, `decisions` those of the rows by
        their numbers. Raises PlanError REPORT_FORMAT_UNKNOWN or TARGET_*; an old file stays whole.
        """
        suffix = check_report_target(target)
        inline = _inline_of(comparison, progress.part(0.0, 0.7))
        made = _BUILDERS[suffix](
            comparison,
            inline,
            made_at=self._clock(),
            options=options,
            decisions=decisions,
            view=view,
        )
        data = made.encode("utf-8", "replace") if isinstance(made, str) else made
        progress.step(0.95)
        replace_atomically(target, data)
        progress.step(1.0)
        return target


@dataclass(frozen=True, slots=True)
class _Order:
    """Hold what a Word file is made of, so that it can be made twice."""

    draft: Draft
    template: DraftTemplate
    own_base: Path
    base: Path | None
    author: str
    created: datetime
    options: ExportOptions

    def build(
        self, pages: Sequence[str] | None, progress: Progress
    ) -> tuple[bytes, BaseReport | None]:
        """Return the file and how a user's base was used; `pages` are those of the 目录."""
        base = self.base
        # A base can be used once.
        adopted = None if base is None else adopt_base(base, read_input_file(base, LARGEST_BASE))
        data = build_docx(
            self.draft,
            self.template,
            adopted or self.own_base,
            author=self.author,
            created=self.created,
            options=self.options,
            pages=pages,
            progress=progress,
        )
        return data, None if adopted is None else adopted.report


def _measured(target: Path, data: bytes, options: ExportOptions) -> tuple[str, ...] | None:
    """Return the pages of the headings where LibreOffice can tell them."""
    if not options.contents or find_office() is None:
        return None
    try:
        return measured_pages(data, convert_to_pdf(target, data))
    except PlanError as error:
        logger.warning("pages not measured: %s (%s)", error, error.details.get("reason"))
        return None


def obstacle_text(obstacle: Obstacle) -> str:
    """Return what a user reads about an obstacle."""
    return _OBSTACLES[obstacle.kind].format(name=obstacle.name)


_OBSTACLES = {
    ObstacleKind.OPEN_SLOT: "未填写【{name}】",
    ObstacleKind.EMPTY_SECTION: "“{name}”下没有正文",
    ObstacleKind.NO_TITLE: "没有标题",
    ObstacleKind.NO_TEXT: "全文没有正文",
}


def _refuse_unfinished(
    draft: Draft, template: DraftTemplate, options: ExportOptions, errors: Sequence[str]
) -> None:
    missing = [*map(obstacle_text, find_obstacles(draft, template, options)), *errors]
    if missing:
        raise PlanError(
            ErrorCode.DRAFT_NOT_FINAL,
            fill_slots(draft.title, dict(draft.slots)),
            count=len(missing),
            obstacles="；".join(missing),
        )


def check_report_target(target: Path) -> str:
    """Return the suffix of a report that can be written there.

    Raises PlanError REPORT_FORMAT_UNKNOWN or TARGET_*.
    """
    suffix = target.suffix.lower()
    if suffix not in REPORT_SUFFIXES:
        raise PlanError(ErrorCode.REPORT_FORMAT_UNKNOWN, target)
    check_target(target)
    return suffix


def _inline_of(
    comparison: Comparison, progress: Progress
) -> Callable[[Passage], tuple[InlineSpan, ...]]:
    total = max(1, len(comparison.rows))
    done = 0

    def inline(passage: Passage) -> tuple[InlineSpan, ...]:
        nonlocal done
        done += 1
        progress.step(min(1.0, done / total))
        return build_inline(comparison, passage)

    return inline
