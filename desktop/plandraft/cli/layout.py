"""Print what the layout of a Word file departs from the standard in."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import typer

from plandraft.cli.output import write_json, write_line
from plandraft.cli.progress import shown_progress
from plandraft.cli.targets import refuse_inputs
from plandraft.services.houses import deviations, list_houses
from plandraft.services.layout import Finding, LayoutReport, LayoutService
from plandraft.system.messages import one_line
from plandraft.system.paths import templates_dir

_SUFFIX = ".docx"
STANDARD = "GB/T 9704-2012"


def print_layout(path: Path, *, fix: Path | None, render: bool, as_json: bool) -> bool:
    """Print the findings and tell whether there are none; with `fix`, those left in the copy."""
    if fix is not None:
        if fix.suffix.lower() != _SUFFIX:
            raise typer.BadParameter(f"{_SUFFIX}: {fix.name}", param_hint="--fix")
        refuse_inputs(fix, (path,))
    service = LayoutService()
    with shown_progress(path.name) as progress:
        if fix is None:
            report = service.check(path, progress, render=render)
        else:
            report = service.fix(path, fix, progress)
            if render:
                judged = service.check(fix, progress, render=True)
                report = replace(report, findings=judged.findings)
    if as_json:
        write_json(_data(report))
    else:
        _print(report)
    return not report.findings


def print_houses(*, as_json: bool) -> None:
    """Print the house styles that come with the program, and what each departs from."""
    found = list_houses(templates_dir())
    if as_json:
        write_json(
            [
                {
                    "id": house.id,
                    "name": house.name,
                    "description": house.description,
                    "deviations": [asdict(one) for one in deviations(house)],
                }
                for house in found
            ]
        )
        return
    for house in found:
        write_line(one_line(f"{house.id}  {house.name}"))
        write_line(f"    {one_line(house.description)}")
        for one in deviations(house):
            write_line(
                f"    偏离 {one.clause}：{one.style} {one.field} {one.standard} → {one.house}"
            )


def _print(report: LayoutReport) -> None:
    if report.target is not None:
        write_line(one_line(f"已修正 {len(report.mended)} 处，写入：{report.target}"))
    if not report.findings:
        write_line(f"版式符合 {STANDARD}，没有发现问题。")
        return
    write_line(f"发现 {len(report.findings)} 处版式问题：")
    for finding in report.findings:
        place = f"第 {finding.paragraph} 段“{finding.words}”"
        if not finding.paragraph:
            place = finding.words or "全文"
        clause = f"（{finding.clause}）" if finding.clause else ""
        mark = " [可自动修正]" if finding.fixable else ""
        line = f"{place}：{finding.found}；应为：{finding.wanted}{clause}  {finding.rule}{mark}"
        write_line(one_line(line))


def _data(report: LayoutReport) -> dict[str, object]:
    return {
        "file": str(report.path),
        "standard": STANDARD,
        "findings": [_finding(one) for one in report.findings],
        "mended": [_finding(one) for one in report.mended],
        "target": None if report.target is None else str(report.target),
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "clause": finding.clause,
        "paragraph": finding.paragraph,
        "words": finding.words,
        "found": finding.found,
        "wanted": finding.wanted,
        "fixable": finding.fixable,
    }
