"""How many headings are recovered, in their order, against lists made by reading the raw texts.

A heading is what stands by itself before its text: with a label or in a style, and not closed by
a full stop. A label whose first sentence is its title (1.统筹规划、协调发展。统筹…) makes an item.
The lists were written down before anything that the recovery makes of these files was looked at.
The real plans' headings are kept as salted digests only.
"""

from __future__ import annotations

import hashlib
import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from plandraft.core.model.document import BlockKind, Document
from plandraft.io.importers.base import read_document

HERE = Path(__file__).parent
LEAST = 0.98
SALT = "plandraft"


def digest(level: int, text: str) -> str:
    letters = "".join(char for char in text if char.isalnum())
    return f"{level}:{hashlib.sha256((SALT + letters).encode()).hexdigest()[:12]}"


def headings(document: Document) -> list[str]:
    return [
        digest(block.level, document.block_text(block))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]


def precision_and_recall(found: list[str], wanted: list[str]) -> tuple[float, float]:
    matcher = SequenceMatcher(None, found, wanted, autojunk=False)
    right = sum(block.size for block in matcher.get_matching_blocks())
    return right / max(1, len(found)), right / max(1, len(wanted))


def sample_headings() -> dict[str, list[str]]:
    wanted: dict[str, list[str]] = {}
    name = ""
    for line in (HERE / "sample_headings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name = line.removeprefix("# ")
            wanted[name] = []
        else:
            level, text = line.split("\t")
            wanted[name].append(digest(int(level), text))
    return wanted


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_headings_of_real_plans(shared: Path, name: str) -> None:
    (path,) = (shared / "plans").glob(f"{name}_*.txt")
    lists = json.loads((HERE / "plan_headings.json").read_text(encoding="utf-8"))
    rates = precision_and_recall(headings(read_document(path)), lists[name])
    assert min(rates) >= LEAST, rates


@pytest.mark.parametrize("name", sample_headings())
def test_headings_of_samples(repository: Path, name: str) -> None:
    document = read_document(repository / "resources" / "samples" / name)
    rates = precision_and_recall(headings(document), sample_headings()[name])
    assert min(rates) >= LEAST, rates


def test_the_measure_sees_what_is_missing_too_much_or_out_of_order() -> None:
    aims, tasks = digest(1, "一、目标"), digest(1, "二、任务")
    assert precision_and_recall([aims], [aims, tasks]) == (1.0, 0.5)
    assert precision_and_recall([aims, tasks], [aims]) == (0.5, 1.0)
    assert precision_and_recall([digest(2, "一、目标")], [aims, tasks]) == (0.0, 0.0)
    assert precision_and_recall([tasks, aims], [aims, tasks]) == (0.5, 0.5)
