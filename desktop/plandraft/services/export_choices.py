"""What each draft was exported as the last time, kept between two starts."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import Notice
from plandraft.core.model.errors import PlanError
from plandraft.services.houses import HouseStyle
from plandraft.system.files import replace_atomically

logger = logging.getLogger(__name__)

# A choice is a few lines; those of drafts nobody opens any more go first.
_MOST_KEPT = 300
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Hold what a draft is exported as.

    `house` is the id of a house style, "" for the standard; `base` and `folder` are paths, "" for
    none; without a word on the title page the house decides, then the template; `exact_pages` has
    the pages of the 目录 read from what LibreOffice makes, where it is there.
    """

    preset: Preset = Preset.DISCUSSION
    wrapper: Wrapper = Wrapper.PLAN_ALONE
    contents: bool = False
    title_page: bool | None = None
    notice: Notice = field(default_factory=Notice)
    house: str = ""
    base: str = ""
    folder: str = ""
    exact_pages: bool = True

    def options(self, houses: tuple[HouseStyle, ...] = ()) -> ExportOptions:
        """Return what the exporter is asked for."""
        house = next((one for one in houses if one.id == self.house), None)
        return ExportOptions(
            self.preset, self.wrapper, self.contents, self.notice, house, self.title_page
        )


class ExportChoices:
    """Keep choices by the id of the draft in the file `path`; losing one is no error."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, draft_id: int) -> ExportChoice:
        """Return the last choice of a draft, or the usual one."""
        kept = self._read().get(str(draft_id))
        try:
            return _choice(kept) if isinstance(kept, dict) else ExportChoice()
        except (TypeError, ValueError):
            return ExportChoice()

    def save(self, draft_id: int, choice: ExportChoice) -> None:
        """Keep the choice of a draft."""
        kept = self._read()
        kept.pop(str(draft_id), None)
        kept[str(draft_id)] = asdict(choice)
        while len(kept) > _MOST_KEPT:
            kept.pop(next(iter(kept)))
        data = {"version": _VERSION, "drafts": kept}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(data, ensure_ascii=False, indent=1)
            replace_atomically(self._path, text.encode("utf-8", "backslashreplace"))
        except (OSError, PlanError) as error:
            logger.warning("export choice not kept: %s", error)

    def _read(self) -> dict[str, object]:
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        kept = data.get("drafts") if isinstance(data, dict) else None
        return kept if isinstance(kept, dict) else {}


def _choice(kept: dict[str, object]) -> ExportChoice:
    notice = kept.get("notice")
    said = notice if isinstance(notice, dict) else {}
    values = {one.name: said[one.name] for one in fields(Notice) if one.name in said}
    sealed = values.pop("sealed", False) is True
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    title_page = kept.get("title_page")
    return ExportChoice(
        Preset(_text(kept.get("preset")) or Preset.DISCUSSION),
        Wrapper(_text(kept.get("wrapper")) or Wrapper.PLAN_ALONE),
        kept.get("contents") is True,
        title_page if isinstance(title_page, bool) else None,
        Notice(**texts, sealed=sealed),
        house=_text(kept.get("house")),
        base=_text(kept.get("base")),
        folder=_text(kept.get("folder")),
        exact_pages=kept.get("exact_pages") is not False,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
