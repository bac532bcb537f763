"""How many headings are recovered, against lists that a reader checked line by line.

A heading is what stands by itself before its text: with a label or in a style, and not closed by
a full stop. A label whose first sentence is its title (1.统筹规划、协调发展。统筹…) makes an item.
The real plans' headings are kept as digests only.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from plandraft.core.model.document import BlockKind, Document
from plandraft.io.importers.base import read_document

HERE = Path(__file__).parent
LEAST = 0.98


def digest(level: int, text: str) -> str:
    letters = "".join(char for char in text if char.isalnum())
    return f"{level}:{hashlib.sha256(letters.encode()).hexdigest()[:12]}"


def headings(document: Document) -> Counter[str]:
    return Counter(
        digest(block.level, document.block_text(block))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    )


def precision_and_recall(found: Counter[str], wanted: Counter[str]) -> tuple[float, float]:
    right = (found & wanted).total()
    return right / max(1, found.total()), right / max(1, wanted.total())


def sample_headings() -> dict[str, Counter[str]]:
    wanted: dict[str, Counter[str]] = {}
    name = ""
    for line in (HERE / "sample_headings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name = line.removeprefix("# ")
            wanted[name] = Counter()
        else:
            level, text = line.split("\t")
            wanted[name][digest(int(level), text)] += 1
    return wanted


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_headings_of_real_plans(shared: Path, name: str) -> None:
    (path,) = (shared / "plans").glob(f"{name}_*.txt")
    lists = json.loads((HERE / "plan_headings.json").read_text(encoding="utf-8"))
    rates = precision_and_recall(headings(read_document(path)), Counter(lists[name]))
    assert min(rates) >= LEAST, rates


@pytest.mark.parametrize("name", sample_headings())
def test_headings_of_samples(repository: Path, name: str) -> None:
    document = read_document(repository / "resources" / "samples" / name)
    rates = precision_and_recall(headings(document), sample_headings()[name])
    assert min(rates) >= LEAST, rates


def test_the_measure_sees_what_is_missing_and_what_is_too_much() -> None:
    wanted = Counter({digest(1, "一、目标"): 1, digest(1, "二、任务"): 1})
    assert precision_and_recall(Counter({digest(1, "一、目标"): 1}), wanted) == (1.0, 0.5)
    assert precision_and_recall(Counter({digest(2, "一、目标"): 1}), wanted) == (0.0, 0.0)
