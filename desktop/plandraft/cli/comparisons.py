"""Print comparisons."""

from __future__ import annotations

from pathlib import Path

from plandraft.cli.comparison_data import comparison_data
from plandraft.cli.output import write_json, write_line
from plandraft.cli.own_wording import own_lines
from plandraft.cli.progress import shown_progress
from plandraft.cli.targets import refuse_inputs
from plandraft.core.compare.changes import Comparison, PassageRow
from plandraft.core.matching.passages import Difference, MatchOptions, PassageKind
from plandraft.core.model.progress import Progress
from plandraft.services.comparing import READING_SHARE, CompareService, open_pair
from plandraft.services.phrases import OwnWording, mark_own_wording, with_formulae
from plandraft.system.messages import one_line
from plandraft.system.paths import resources_dir, templates_dir

# Enough of a passage to recognise it, little enough for one line of a terminal.
_EXCERPT_LENGTH = 36
_KINDS = {
    PassageKind.IDENTICAL: "相同",
    PassageKind.EDITED: "改写",
    PassageKind.REORDERED: "调序",
}
_DIFFERENCES = {
    Difference.PLACE: "地名",
    Difference.NUMBER: "数字",
    Difference.PUNCTUATION: "标点",
    Difference.WORDING: "措辞",
    Difference.ORDER: "次序",
}


def print_comparison(
    left: Path,
    right: Path,
    options: MatchOptions,
    own: OwnWording,
    *,
    report: Path | None,
    as_json: bool,
) -> None:
    """Compare two files, write the report if one is wanted, and print what was found.

    `own` are the lists of phrases that are no re-use and of words that count as the same.
    """
    with shown_progress("比对") as progress:
        if report is not None:
            _check_report(report, (left, right))
        documents = open_pair(left, right, progress.part(0.0, READING_SHARE))
        service = CompareService(resources_dir())
        comparison = service.compare(*documents, options, progress.part(READING_SHARE, 0.85))
        comparison = mark_own_wording(comparison, own, progress.part(0.85, 0.9))
        if report is not None:
            _write_report(comparison, report, options, progress.part(0.9, 1.0))
    if as_json:
        write_json(comparison_data(comparison, left, right))
        return
    for line in comparison_lines(comparison, left, right):
        write_line(line)
    if report is not None:
        write_line(one_line(f"报告：{report}"))


def comparison_lines(comparison: Comparison, left: Path, right: Path) -> list[str]:
    """Return the readable list of what two documents share."""
    matches = comparison.matches
    lines = [
        one_line(f"甲  {comparison.left.title or left.name}（{len(comparison.left.text)} 字）"),
        one_line(f"乙  {comparison.right.title or right.name}（{len(comparison.right.text)} 字）"),
        f"共 {passage_count(comparison)}，占甲 {matches.left_share:.1%}、"
        f"乙 {matches.right_share:.1%}；用时 {comparison.seconds:.2f} 秒",
        *own_lines(comparison),
    ]
    for row in comparison.rows:
        lines += ["", *_row_lines(comparison, row)]
    return lines


def passage_count(comparison: Comparison) -> str:
    """Return how many passages there are, what is routine apart."""
    routine, count = len(comparison.routine_rows), f"{len(comparison.matches.reused)} 处"
    return f"{count}（另有通用表述 {routine} 处）" if routine else count


def _row_lines(comparison: Comparison, row: PassageRow) -> list[str]:
    passage = row.passage
    differs = "、".join(_DIFFERENCES[difference] for difference in passage.differs)
    head = f"{row.number:>3}  {passage.similarity:.1%}  {_KINDS[passage.kind]}"
    sides = (
        ("甲", passage.left, comparison.left, row.left_section),
        ("乙", passage.right, comparison.right, row.right_section),
    )
    head = f"{head}  不同：{differs}" if differs else head
    if row.number in comparison.own.rows:
        head = f"{head}  自定套话"
    elif passage.routine:
        head = f"{head}  通用表述"
    lines = [head]
    for name, span, document, section in sides:
        place = f"  〔{section}〕" if section else ""
        excerpt = _excerpt(span.slice(document.text))
        numbers = f"{span.start}–{span.end}，{span.length} 字"
        lines.append(one_line(f"{name}（{numbers}）{place}  {excerpt}"))
    return [lines[0], *(f"     {line}" for line in lines[1:])]


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT_LENGTH else f"{words[:_EXCERPT_LENGTH]}…"


def _check_report(report: Path, inputs: tuple[Path, ...]) -> None:
    """Refuse a target that cannot be written before minutes are spent on it."""
    from plandraft.services.exporting import check_report_target

    check_report_target(report)
    refuse_inputs(report, inputs)


def _write_report(
    comparison: Comparison, report: Path, options: MatchOptions, progress: Progress
) -> None:
    from plandraft.services.exporting import ExportService

    decisions = with_formulae(comparison)
    service = ExportService(templates_dir())
    service.write_report(comparison, report, options, progress, decisions=decisions)
