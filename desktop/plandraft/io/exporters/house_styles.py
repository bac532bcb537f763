"""House styles: read from TOML, put into a base, and told by clause."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from lxml import etree

from plandraft.core.draft.house import Deviation, HouseStyle, StyleChange
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import WORD, style_xml
from plandraft.io.exporters.docx_base import parse, to_bytes
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.type_classes import class_of
from plandraft.io.exporters.word_text import tag

HOUSE_FOLDER = "houses"
_STYLES = "word/styles.xml"
_BY_NAME = {style.name: style for style in official.PLAN_STYLES}
_KINDS: dict[str, type] = {
    "face": str, "latin": str, "align": str, "colour": str, "bold": bool, "size": int,
    "line": int, "first": int, "left": int, "right": int, "hanging": int, "run_spacing": int,
    "space_before": int, "space_after": int,
}  # fmt: skip
_CLAUSES = {
    "公文标题": "7.3.1", "附件标题": "7.3.7", "附件标识": "7.3.7", "公文正文": "7.3.3",
    "主送机关": "7.3.2", "附件说明": "7.3.4", "附件说明续": "7.3.4", "署名": "7.3.5",
    "成文日期": "7.3.5", "发文机关标志": "7.2.4", "发文字号": "7.2.5", "份号": "7.2.1",
    "密级和紧急程度": "7.2.2", "页码单页": "7.5", "页码双页": "7.5", "表头": "8", "表格文字": "8",
    **{style.name: "7.3.3" for style in official.HEADINGS},
}  # fmt: skip
_LEGAL_LINES = range(555, 580)  # 22 lines a page
_LEGAL_SPACINGS = range(-15, -4)  # 28 characters a line
_FIELD_NAMES = {
    "face": "字体", "latin": "西文字体", "align": "对齐", "colour": "颜色", "bold": "加粗",
    "size": "字号（半磅）", "line": "行距（1/20 磅）", "first": "首行缩进（1/100 字）",
    "left": "左缩进（1/100 字）", "right": "右缩进（1/100 字）", "hanging": "悬挂（1/100 字）",
    "run_spacing": "字距（1/20 磅）", "space_before": "段前（1/20 磅）",
    "space_after": "段后（1/20 磅）",
}  # fmt: skip
assert set(_KINDS) == set(_FIELD_NAMES) <= {one.name for one in fields(ParagraphStyle)}


def load_house(path: Path) -> HouseStyle:
    """Read a profile; raises PlanError TEMPLATE_DAMAGED with what is wrong as `reason`."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        changes = tuple(
            _change(style, field, value)
            for style, values in data.get("styles", {}).items()
            for field, value in values.items()
        )
        title_page = _flag(data, "title_page")
    except OSError as error:
        raise _damaged(path, error.strerror or type(error).__name__) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError, AttributeError) as error:
        raise _damaged(path, str(error)) from error
    return HouseStyle(
        path.stem,
        str(data.get("name", path.stem)),
        str(data.get("description", "")),
        changes,
        title_page,
    )


def list_houses(root: Path) -> tuple[Path, ...]:
    """Return the profiles that come with the templates below `root`, by name."""
    return tuple(sorted((root / HOUSE_FOLDER).glob("*.toml")))


def deviations(house: HouseStyle) -> tuple[Deviation, ...]:
    """Return what the standard does not allow in a profile, by clause.

    Another font of the same type class, or a line pitch that still gives 22 lines, is allowed.
    """
    found = []
    for change in house.changes:
        wanted = getattr(_BY_NAME[change.style], change.field)
        if not _is_legal(change, wanted):
            clause = _CLAUSES.get(change.style, "")
            if change.field in {"line", "run_spacing"} and clause:
                clause = "5.2.3"
            found.append(
                Deviation(
                    clause, change.style, _FIELD_NAMES[change.field], str(wanted), str(change.value)
                )
            )
    return tuple(sorted(found, key=lambda one: [int(n) for n in one.clause.split(".") if n]))


def restyle(parts: dict[str, bytes], house: HouseStyle) -> None:
    """Put the styles of a profile into the parts of a base of our own."""
    styles = parse(parts[_STYLES])
    for style in _changed(house.changes):
        text = style_xml(style).replace("<w:style ", f'<w:style xmlns:w="{WORD}" ', 1)
        for old in styles.iter(tag("style")):
            if old.get(tag("styleId")) == style.id:
                styles.replace(old, etree.fromstring(text))
                break
    parts[_STYLES] = to_bytes(styles)


def _changed(changes: Iterable[StyleChange]) -> list[ParagraphStyle]:
    found: dict[str, ParagraphStyle] = {}
    for change in changes:
        style = found.get(change.style, _BY_NAME[change.style])
        values: dict[str, Any] = {change.field: change.value}
        found[change.style] = replace(style, **values)
    return list(found.values())


def _flag(data: dict[str, Any], name: str) -> bool | None:
    value = data.get(name)
    if value is None or isinstance(value, bool):
        return value
    raise ValueError(f"{name}: {value!r}")


def _change(style: str, field: str, value: object) -> StyleChange:
    if style not in _BY_NAME:
        raise ValueError(f"{style}: {'、'.join(_BY_NAME)}")
    kind = _KINDS.get(field)
    if kind is None:
        raise ValueError(f"{style}.{field}: {'、'.join(_KINDS)}")
    if type(value) is not kind:
        raise ValueError(f"{style}.{field}: {kind.__name__}")
    assert isinstance(value, str | int)
    if isinstance(value, str) and not value.replace(" ", "").replace("_", "").isalnum():
        raise ValueError(f"{style}.{field}: {value!r}")
    return StyleChange(style, field, value)


def _is_legal(change: StyleChange, wanted: object) -> bool:
    if change.value == wanted:
        return True
    if change.field == "face":
        return class_of(str(change.value)) == class_of(str(wanted))
    if change.field == "line" and wanted == official.LINE_PITCH:
        return change.value in _LEGAL_LINES
    if change.field == "run_spacing" and wanted == official.BODY_RUN_SPACING:
        return change.value in _LEGAL_SPACINGS
    return False


def _damaged(path: Path, reason: str) -> PlanError:
    return PlanError(ErrorCode.TEMPLATE_DAMAGED, path, reason=reason)
