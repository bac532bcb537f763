"""Guards against a PySide6 that aborts: 6.12.0 drops a reference to None at every void call."""

from __future__ import annotations

import sys

import PySide6
import pytest

VOID_CALLS = 20_000
# Collections and caches move the count by a few; a leak moves it by one a call.
TOLERANCE = 200


def test_version_is_below_the_one_that_aborts() -> None:
    version = tuple(int(part) for part in PySide6.__version__.split(".")[:2])
    assert (6, 11) <= version < (6, 12)


@pytest.mark.usefixtures("qapp")
def test_void_calls_keep_the_reference_count_of_none() -> None:
    from PySide6.QtGui import QTextCursor, QTextDocument

    document = QTextDocument("规划正文")
    cursor = QTextCursor(document)
    before = sys.getrefcount(None)
    for position in range(VOID_CALLS):
        cursor.setPosition(position % 4)
        if before - sys.getrefcount(None) > TOLERANCE:
            break  # go no further: at zero the interpreter aborts and no test reports
    assert abs(sys.getrefcount(None) - before) <= TOLERANCE
