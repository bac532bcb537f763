"""Print what each pair of several documents shares."""

from __future__ import annotations

from pathlib import Path

from plandraft.cli.comparison_data import SECONDS_DIGITS, findings_data, side_data
from plandraft.cli.output import write_json, write_line
from plandraft.cli.own_wording import counted_shares, mark_all, own_lines
from plandraft.cli.progress import shown_progress
from plandraft.cli.targets import refuse_inputs
from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.passages import MatchOptions
from plandraft.core.model.progress import each
from plandraft.io.worker import read_document
from plandraft.services.comparing import READING_SHARE, CompareService
from plandraft.services.comparing_all import AllComparisons
from plandraft.services.phrases import OwnWording
from plandraft.system.messages import one_line
from plandraft.system.paths import resources_dir


def print_all_comparisons(
    paths: tuple[Path, ...],
    options: MatchOptions,
    own: OwnWording,
    *,
    report: Path | None,
    as_json: bool,
) -> None:
    """Compare every file with every other one, report if wanted, print what the pairs share.

    The first file is the one that the report sees the others from; `own` are the lists of phrases
    that are no re-use and of words that count as the same.
    """
    with shown_progress("比对") as progress:
        if report is not None:
            _check_report(report, paths)
        reading = progress.part(0.0, READING_SHARE)
        documents = [read_document(path) for path in each(paths, len(paths), reading)]
        service = CompareService(resources_dir())
        found = service.compare_all(documents, options, progress.part(READING_SHARE, 0.9))
        found = mark_all(found, own)
        if report is not None:
            _write_report(found, report, options)
        progress.step(1.0)
    if as_json:
        write_json(_all_data(found, paths))
        return
    for line in _all_lines(found, paths):
        write_line(line)
    if report is not None:
        write_line(one_line(f"报告：{report}"))


def _check_report(report: Path, inputs: tuple[Path, ...]) -> None:
    """Refuse a target that cannot be written before minutes are spent on it."""
    from plandraft.services.families import check_families_target

    check_families_target(report)
    refuse_inputs(report, inputs)


def _write_report(found: AllComparisons, report: Path, options: MatchOptions) -> None:
    from plandraft.services.families import gather, local_time, write_families_report

    write_families_report(gather(found), 0, report, options, made_at=local_time())


def _all_data(found: AllComparisons, paths: tuple[Path, ...]) -> dict[str, object]:
    """Return the documents, and for each pair their indexes (from 0) and what was found."""
    return {
        "documents": [
            side_data(document, path) for document, path in zip(found.documents, paths, strict=True)
        ],
        "pairs": [
            {"a": left, "b": right, **findings_data(comparison)}
            for (left, right), comparison in found.pairs
        ],
        "seconds": round(found.seconds, SECONDS_DIGITS),
    }


def _all_lines(found: AllComparisons, paths: tuple[Path, ...]) -> list[str]:
    """Return a readable list: the documents, then the pairs that share most."""
    lines = [
        one_line(f"{number:>3}  {document.title or path.name}（{len(document.text)} 字）")
        for number, (document, path) in enumerate(zip(found.documents, paths, strict=True), start=1)
    ]
    lines += ["", f"共 {len(found.pairs)} 对；用时 {found.seconds:.2f} 秒", ""]
    ordered = sorted(found.pairs, key=lambda pair: (-_greater_share(pair[1]), pair[0]))
    for (left, right), comparison in ordered:
        matches = comparison.matches
        line = (
            f"{left + 1:>3} – {right + 1:<3} {len(matches.reused):>4} 处   "
            f"前者 {matches.left_share:>6.1%} 见于后者，后者 {matches.right_share:>6.1%} 见于前者"
        )
        lines.append("；".join((line, *own_lines(comparison, ("前者 ", "后者 ")))))
    return lines


def _greater_share(comparison: Comparison) -> float:
    return max(counted_shares(comparison))
