"""Templates as folders: manifest.toml says what is in the plan, base.docx how it looks."""

from __future__ import annotations

import logging
import re
import tomllib
from pathlib import Path
from typing import Any, NoReturn

from plandraft.core.draft.headings import DEEPEST_LEVEL
from plandraft.core.draft.slots import DERIVED_SLOTS, slot_marks
from plandraft.core.draft.template import DraftTemplate, Slot, TemplateSection
from plandraft.core.model.errors import ErrorCode, PlanError

MANIFEST = "manifest.toml"
BASE_DOCX = "base.docx"

_TEMPLATE_ID = re.compile(r"[a-z][a-z0-9_]*")
_SECTION_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
_TEXT, _FLAG, _COUNT = "text", "true/false", "number ≥ 0"
_TOP_KEYS = {"id": _TEXT, "name": _TEXT, "description": _TEXT, "title": _TEXT, "title_page": _FLAG}
_SLOT_KEYS = {
    "name": _TEXT,
    "purpose": _TEXT,
    "example": _TEXT,
    "default": _TEXT,
    "required": _FLAG,
}
_SECTION_KEYS = {
    "id": _TEXT,
    "level": _COUNT,
    "title": _TEXT,
    "purpose": _TEXT,
    "guidance": _TEXT,
    "starter": _TEXT,
    "minimum": _COUNT,
    "maximum": _COUNT,
    "optional": _FLAG,
    "box": _TEXT,
}

logger = logging.getLogger(__name__)


def list_templates(root: Path) -> tuple[DraftTemplate, ...]:
    """Return the templates in the folders below `root`, by id; damaged ones go to the log."""
    found = []
    for manifest in sorted(root.glob(f"*/{MANIFEST}")):
        try:
            found.append(load_template(manifest.parent))
        except PlanError as error:
            logger.warning("template left out: %s (%s)", error, error.details.get("reason"))
    return tuple(found)


def load_template(folder: Path) -> DraftTemplate:
    """Read and check the template in `folder`.

    Raises PlanError TEMPLATE_DAMAGED with the place in the manifest and what is wrong as `reason`.
    """
    try:
        return _build(_read_manifest(folder / MANIFEST), folder)
    except _ManifestError as error:
        raise PlanError(ErrorCode.TEMPLATE_DAMAGED, folder, reason=str(error)) from error


class _ManifestError(Exception):
    """Say where the manifest is wrong."""


def _fail(place: str, problem: str) -> NoReturn:
    raise _ManifestError(f"{place}: {problem}")


def _read_manifest(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        _fail(path.name, error.strerror or type(error).__name__)
    except UnicodeDecodeError:
        _fail(path.name, "not UTF-8")
    except tomllib.TOMLDecodeError as error:
        _fail(path.name, str(error))


def _build(data: dict[str, Any], folder: Path) -> DraftTemplate:
    slots = tuple(_slot(item, place) for place, item in _tables(data, "slots"))
    sections = tuple(_section(item, place) for place, item in _tables(data, "sections"))
    top = {key: value for key, value in data.items() if key not in {"slots", "sections"}}
    values = _checked(top, _TOP_KEYS, needed=("id", "name", "title"), place="")
    template = DraftTemplate(
        id=values["id"],
        name=values["name"],
        description=values.get("description", ""),
        title=values["title"],
        slots=slots,
        sections=sections,
        title_page=values.get("title_page", False),
    )
    if not _TEMPLATE_ID.fullmatch(template.id) or template.id != folder.name:
        _fail("id", f"{template.id!r} ≠ {folder.name!r}, a-z 0-9 _")
    if not (folder / BASE_DOCX).is_file():
        _fail(BASE_DOCX, "missing")
    _check_slots(template)
    _check_sections(template)
    return template


def _tables(data: dict[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
    items = data.get(key, [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        _fail(key, f"[[{key}]]")
    return [(f"{key}[{number}]", item) for number, item in enumerate(items, start=1)]


def _checked(
    data: dict[str, Any], keys: dict[str, str], *, needed: tuple[str, ...], place: str
) -> dict[str, Any]:
    """Return `data` with texts stripped when every key is known and of its kind."""
    prefix = f"{place}." if place else ""
    for key in needed:
        if key not in data:
            _fail(prefix + key, "missing")
    for key, value in data.items():
        kind = keys.get(key)
        if kind is None:
            _fail(prefix + key, "unknown key")
        if not _is_kind(value, kind):
            _fail(prefix + key, f"not {kind}")
        if key in needed and value == "":
            _fail(prefix + key, "empty")
    return {key: value.strip() if isinstance(value, str) else value for key, value in data.items()}


def _is_kind(value: object, kind: str) -> bool:
    if kind == _TEXT:
        return isinstance(value, str)
    if kind == _FLAG:
        return isinstance(value, bool)
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _slot(data: dict[str, Any], place: str) -> Slot:
    return Slot(**_checked(data, _SLOT_KEYS, needed=("name", "purpose"), place=place))


def _section(data: dict[str, Any], place: str) -> TemplateSection:
    needed = ("id", "level", "title")
    return TemplateSection(**_checked(data, _SECTION_KEYS, needed=needed, place=place))


def _check_slots(template: DraftTemplate) -> None:
    names: set[str] = set()
    for number, slot in enumerate(template.slots, start=1):
        place = f"slots[{number}].name"
        marks = list(slot_marks(f"【{slot.name}】"))
        if [mark.name for mark in marks] != [slot.name] or "=" in slot.name:
            _fail(place, f"{slot.name!r} cannot stand in 【】")
        if slot.name in names or slot.name in DERIVED_SLOTS:
            _fail(place, f"{slot.name!r} twice")
        names.add(slot.name)
    known = names.union(DERIVED_SLOTS)
    texts = [("title", template.title)]
    for number, section in enumerate(template.sections, start=1):
        texts.append((f"sections[{number}].title", section.title))
        texts.append((f"sections[{number}].starter", section.starter))
        texts.append((f"sections[{number}].box", section.box))
    for place, text in texts:
        for mark in slot_marks(text):
            if mark.name not in known:
                _fail(place, f"unknown slot 【{mark.name}】")


def _check_sections(template: DraftTemplate) -> None:
    if not template.sections:
        _fail("sections", "missing")
    ids: set[str] = set()
    level = 0
    for number, section in enumerate(template.sections, start=1):
        place = f"sections[{number}]"
        if not _SECTION_ID.fullmatch(section.id):
            _fail(f"{place}.id", f"{section.id!r}: a-z 0-9 _ .")
        if section.id in ids:
            _fail(f"{place}.id", f"{section.id!r} twice")
        ids.add(section.id)
        if section.level > min(level + 1, DEEPEST_LEVEL):
            _fail(f"{place}.level", f"{section.level} after {level}")
        if section.level == 0 and number > 1:
            _fail(f"{place}.level", "0 only in the first section")
        if section.maximum and section.minimum > section.maximum:
            _fail(f"{place}.minimum", f"{section.minimum} > {section.maximum}")
        level = section.level
