"""Measure quality and speed against the peers and print the tables of docs/benchmarks.md."""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path

from tests.benchmarks import speed
from tests.benchmarks.peers import PEERS
from tests.benchmarks.planting import DISGUISES
from tests.benchmarks.quality import (
    DEVELOPMENT_SEEDS,
    PEER_SEEDS,
    TABLE_SEEDS,
    Corpus,
    Finder,
    Result,
    engine,
    evaluate,
    load_corpora,
    trap_sentences,
)

from plandraft.core.matching.background import Background
from plandraft.core.model.document import Document
from plandraft.io.background_file import load_background
from plandraft.io.importers.base import read_document

REPOSITORY = Path(__file__).resolve().parents[2]
OURS = "PlanDraft"
_TABLE = REPOSITORY / "docs" / "benchmarks.md"


def main() -> int:
    """Print the report, or write it into docs/benchmarks.md with --write."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    parser.add_argument("--quick", action="store_true", help="the engine on development seeds only")
    parser.add_argument("--speed", action="store_true", help="the times only, on a quiet machine")
    options = parser.parse_args()
    resources = REPOSITORY / "resources"
    background = load_background(resources)
    traps = trap_sentences(REPOSITORY, development=options.quick)
    corpora = load_corpora(REPOSITORY)
    if options.speed:
        lines = _quality_as_written()
    else:
        lines = [*_head(), *_quality(corpora, traps, background, quick=options.quick)]
    if not options.quick:
        lines += _speed(corpora, background)
    text = "\n".join(lines) + "\n"
    if options.write:
        _TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def _quality_as_written() -> list[str]:
    """Return the page as it is, up to the times."""
    return _TABLE.read_text(encoding="utf-8").partition("\n## Speed")[0].splitlines()


def _head() -> list[str]:
    return [
        "# Benchmarks of the matching engine",
        "",
        "Made by `python3 packaging/dev.py bench --write`; the code is in `tests/benchmarks/`. "
        f"This table: CPython {platform.python_version()}, {platform.system()}. Times are medians "
        "of runs in turn; read the ratios, not the seconds.",
        "",
        "Six passages of one to five sentences are planted from one plan into another under each "
        "disguise, with ten sentences of mere formulae in both, word for word, as traps. The traps "
        "were written apart from the lists of official phrases and plain words that the engine "
        "is shipped with, and looked at only by this table. What the engine tells to be routine "
        "wording is not reported as re-use, wherever it stands. plagdet is the measure of PAN: F1 "
        "over the characters of both sides / log2(1 + granularity). What the plans share by "
        "themselves counts neither way. The seeds of this table are not those used while "
        "building; the peers run on the first of them. `all` = clauses dropped and re-ordered, "
        "synonyms, 10 % edits, places, numbers and layout together.",
    ]


def _quality(
    corpora: list[Corpus], traps: list[str], background: Background, *, quick: bool
) -> list[str]:
    finders: dict[str, Finder] = {OURS: engine(background), **({} if quick else PEERS)}
    seeds = DEVELOPMENT_SEEDS if quick else TABLE_SEEDS
    lines: list[str] = []
    for corpus in corpora:
        for cut in (False, True):
            where = "cut mid-sentence" if cut else "whole sentences"
            lines += ["", f"## Quality: {corpus.name}, {where}", ""]
            lines += [
                "| finder | "
                + " | ".join(DISGUISES)
                + " | **mean** | mean, traps forgiven | traps reported |"
            ]
            lines += ["|" + "---|" * (len(DISGUISES) + 4)]
            for name, find in finders.items():
                chosen = seeds if name == OURS else PEER_SEEDS
                result = evaluate(find, corpus, traps, chosen, cut_mid_sentence=cut)
                lines.append(_row(name, result))
    return lines


def _row(name: str, result: Result) -> str:
    figures = [f"{one.plagdet:.3f}" for one in result.by_disguise.values()]
    means = f"**{result.plagdet:.3f}** | {result.forgiven:.3f}"
    reported = f"{result.traps_reported} of {result.traps}"
    return f"| {name} | {' | '.join(figures)} | {means} | {reported} |"


def _speed(corpora: list[Corpus], background: Background) -> list[str]:
    texts = [text for text, _ in corpora[-1].texts]
    lines = ["", "## Speed: one pair", ""]
    left, right = _pair()
    seconds = speed.against_peers(left, right, background)
    lines += [
        f"{len(left.text)} against {len(right.text)} characters.",
        "",
        "| | seconds | times PlanDraft |",
        "|---|---|---|",
    ]
    lines += [
        f"| {name} | {one:.3f} | {one / seconds[OURS]:.1f} |" for name, one in seconds.items()
    ]
    lines += ["", "## Speed: growth", "", "| characters a side | seconds | µs a character |"]
    lines += ["|---|---|---|"]
    for length, one in speed.growth(texts, background):
        lines.append(f"| {length:,} | {one:.2f} | {one / (2 * length) * 1e6:.1f} |")
    alone, together, pairs = speed.many_documents(texts, background)
    lines += [
        "",
        "## Speed: twenty plans",
        "",
        f"All {pairs} pairs of 20 plans of 15 000 characters, recombined: each pair "
        f"shares many passages. Together {together:.1f} s, that is {together / pairs / alone:.2f} "
        f"of one pair alone ({alone:.3f} s) a pair.",
    ]
    return lines


def _pair() -> tuple[Document, Document]:
    plans = REPOSITORY.parent / "shared" / "plans"
    if plans.is_dir():
        names = [next(plans.glob(f"{number}_*.txt")) for number in ("001", "002")]
    else:
        samples = REPOSITORY / "resources" / "samples"
        names = [samples / "yunting_digital_2026.docx", samples / "lanchuan_digital_2021.txt"]
    return read_document(names[0]), read_document(names[1])
