"""Sections that a passage most likely belongs to come first."""

from __future__ import annotations

import pytest

from plandraft.ui.draft.named_places import likely_first

NAMES = (
    ("preface", "前言"),
    ("now", "（一）主要成就"),
    ("rules", "（二）基本原则"),
    ("goals", "（三）发展目标"),
)


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("二、总体思路 / （二）基本原则", "rules"),
        ("（三）发展目标和指标", "goals"),
        ("三、主要发展目标", "goals"),
        ("四、保障措施", "preface"),
        ("", "preface"),
    ],
)
def test_the_section_called_alike_comes_first(path: str, first: str) -> None:
    found = likely_first(NAMES, path)
    assert found[0][0] == first
    assert sorted(found) == sorted(NAMES)
    rest = [one for one in NAMES if one[0] != first]
    assert list(found[1:]) == rest, "the others keep their order"
