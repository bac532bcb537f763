"""Keep the user's own phrases and substitutions, and see comparisons in their light."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.own_phrases import mark_own_wording, mark_pairs, with_formulae
from plandraft.core.compare.own_wording import (
    BadLineError,
    OwnWording,
    Substitution,
    format_phrases,
    format_substitutions,
    is_phrase,
    is_substitution,
    parse_phrases,
    parse_substitutions,
    phrase_key,
    phrases_in,
)
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.store.database import open_library
from plandraft.store.own_wording import change_wording, read_wording
from plandraft.system.files import check_target, read_input_file, replace_atomically

__all__ = [
    "OwnWording",
    "PhraseService",
    "Substitution",
    "is_phrase",
    "is_substitution",
    "mark_own_wording",
    "mark_pairs",
    "phrase_key",
    "phrases_in",
    "read_phrase_file",
    "read_substitution_file",
    "with_formulae",
    "write_phrase_file",
    "write_substitution_file",
]

# Ten thousand long sentences; what is larger is no list.
LARGEST_LIST = 4 * 1024 * 1024
# Letters of a bad line that an error repeats.
_SHOWN = 40
_NOTHING = OwnWording()
_Item = TypeVar("_Item")


class PhraseService:
    """Keep both lists in the database file `database`; any thread may call."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def wording(self) -> OwnWording:
        """Return both lists; raises PlanError LIBRARY_*."""
        with open_library(self._database) as database:
            return read_wording(database)

    def change(self, *, add: OwnWording = _NOTHING, remove: OwnWording = _NOTHING) -> OwnWording:
        """Take out, put in, and return both lists as they are then.

        Raises PlanError LIBRARY_* or TARGET_*.
        """
        with open_library(self._database) as database:
            return change_wording(database, add=add, remove=remove)

    def mark(self, comparison: Comparison, progress: Progress = SILENT) -> Comparison:
        """Return a comparison with what the lists say of it; its passages stay as they are.

        Raises PlanError LIBRARY_*, and Cancelled through `progress`.
        """
        return mark_own_wording(comparison, self.wording(), progress)


def read_phrase_file(path: Path) -> tuple[str, ...]:
    """Read one phrase a line from a UTF-8 text.

    Raises PlanError FILE_*, LIST_NOT_UTF8, or PHRASE_LINE_BAD with the number of the line.
    """
    return _read(path, parse_phrases, ErrorCode.PHRASE_LINE_BAD)


def read_substitution_file(path: Path) -> tuple[Substitution, ...]:
    """Read one pair `A = B` a line from a UTF-8 text.

    Raises PlanError FILE_*, LIST_NOT_UTF8, or SUBSTITUTION_LINE_BAD with the number of the line.
    """
    return _read(path, parse_substitutions, ErrorCode.SUBSTITUTION_LINE_BAD)


def write_phrase_file(path: Path, phrases: Sequence[str]) -> None:
    """Write one phrase a line as UTF-8; raises PlanError TARGET_*, an old file stays whole."""
    _write(path, format_phrases(phrases))


def write_substitution_file(path: Path, pairs: Sequence[Substitution]) -> None:
    """Write one pair a line as UTF-8; raises PlanError TARGET_*, an old file stays whole."""
    _write(path, format_substitutions(pairs))


def _read(
    path: Path, parse: Callable[[str], tuple[_Item, ...]], bad: ErrorCode
) -> tuple[_Item, ...]:
    data = read_input_file(path, LARGEST_LIST)
    try:
        return parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PlanError(ErrorCode.LIST_NOT_UTF8, path, line=line) from error
    except BadLineError as error:
        shown = error.text if len(error.text) <= _SHOWN else f"{error.text[:_SHOWN]}…"
        raise PlanError(bad, path, line=error.line, text=shown) from error


def _write(path: Path, text: str) -> None:
    check_target(path)
    # The mark lets old editors of Windows take it for what it is.
    replace_atomically(path, codecs.BOM_UTF8 + text.encode("utf-8", "replace"))
