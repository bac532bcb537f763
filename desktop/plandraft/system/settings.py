"""What the user has chosen, kept between two starts."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.system.files import replace_atomically

LANGUAGES = ("system", "zh_CN", "en")
THEMES = ("system", "light", "dark")
CONVERTING = ("ask", "always", "never")
PAGES = ("library", "compare", "draft", "families")
# Smaller cannot be read, larger leaves no room for two panes.
SMALLEST_TEXT, LARGEST_TEXT = 8, 32
# As many as fit a menu without scrolling.
RECENT_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold the settings.

    `text_size` is in points. `window_geometry`, `window_state` and the values of `splitters`
    (pairs of name and state) are what Qt saved, in base64; `recent_files` begins with the newest.
    `open_draft` and `open_pair` are ids of the library: the draft that was open (0 for none) and
    the two documents that were compared; `compare_view` is JSON of how they were looked at.
    `open_families` are the ids of several plans compared at once, `families_view` is JSON of how.
    `reading_family` is the face that texts are read in, "" for that of the product.
    `convert_files` says what is done with files that only LibreOffice can read. `draft_place` is
    where in the open draft one wrote, as JSON; files were last taken from `import_folder` and
    written to `output_folder`, "" for none yet.
    """

    language: str = "system"
    theme: str = "system"
    text_size: int = 12
    last_page: str = "library"
    author: str = ""
    min_length: int = 16
    min_similarity: float = 0.5
    window_geometry: str = ""
    window_state: str = ""
    splitters: tuple[tuple[str, str], ...] = ()
    recent_files: tuple[str, ...] = ()
    open_draft: int = 0
    open_pair: tuple[int, ...] = ()
    compare_view: str = ""
    open_families: tuple[int, ...] = ()
    families_view: str = ""
    reading_family: str = ""
    convert_files: str = "ask"
    draft_place: str = ""
    import_folder: str = ""
    output_folder: str = ""

    def with_recent(self, path: Path) -> Settings:
        """Return settings with `path` as the newest of the recent files."""
        others = tuple(name for name in self.recent_files if name != str(path))
        return replace(self, recent_files=(str(path), *others)[:RECENT_LIMIT])


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Hold settings and the names of keys that were dropped because they made no sense."""

    settings: Settings
    dropped: tuple[str, ...] = ()


def load_settings(path: Path) -> LoadedSettings:
    """Return the settings of the file `path`; what is missing or wrong there has its default.

    A file that cannot be read at all counts as one dropped key named after the file.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, ValueError, RecursionError):
        return LoadedSettings(Settings(), (path.name,))
    if not isinstance(data, dict):
        return LoadedSettings(Settings(), (path.name,))
    return _checked(data)


def save_settings(path: Path, settings: Settings) -> None:
    """Write `settings` to the file `path` and make its folder.

    Raises PlanError TARGET_READ_ONLY, TARGET_IN_USE or TARGET_FAILED.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlanError(ErrorCode.TARGET_FAILED, path, reason=error.strerror or error) from error
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
    replace_atomically(path, f"{text}\n".encode("utf-8", "backslashreplace"))


def _checked(data: dict[str, object]) -> LoadedSettings:
    values: dict[str, object] = {}
    dropped: list[str] = []
    for key, value in data.items():
        try:
            values[key] = _READERS[key](value)
        except (KeyError, TypeError, ValueError):
            dropped.append(str(key))
    settings = Settings(**values)  # type: ignore[arg-type]  # each reader returns its field's type
    return LoadedSettings(settings, tuple(dropped))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = _text(value)
        if text not in choices:
            raise ValueError(text)
        return text

    return read


def _number(low: float, high: float, kind: type[int | float]) -> Callable[[object], float]:
    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(value)
        if not low <= value <= high:
            raise ValueError(value)
        return kind(value)

    return read


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(item) for item in value)


def _ids(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    read = _number(1, sys.maxsize, int)
    return tuple(int(read(item)) for item in value)


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    pairs = [_texts(item) for item in value]
    return tuple((name, state) for name, state in pairs)


_READERS: dict[str, Callable[[object], object]] = {
    "language": _one_of(LANGUAGES),
    "theme": _one_of(THEMES),
    "text_size": _number(SMALLEST_TEXT, LARGEST_TEXT, int),
    "last_page": _one_of(PAGES),
    "author": _text,
    "min_length": _number(1, 10_000, int),
    "min_similarity": _number(0.0, 1.0, float),
    "window_geometry": _text,
    "window_state": _text,
    "splitters": _pairs,
    "open_draft": _number(0, sys.maxsize, int),
    "open_pair": _ids,
    "compare_view": _text,
    "open_families": _ids,
    "families_view": _text,
    "reading_family": _text,
    "convert_files": _one_of(CONVERTING),
    "draft_place": _text,
    "import_folder": _text,
    "output_folder": _text,
    "recent_files": lambda value: _texts(value)[:RECENT_LIMIT],
}
