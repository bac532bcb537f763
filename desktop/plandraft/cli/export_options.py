"""What `draft export` is asked for: names in English or Chinese become options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import typer

from plandraft.core.draft.export import (
    PRESET_NAMES,
    WRAPPER_NAMES,
    ExportOptions,
    Preset,
    Wrapper,
)
from plandraft.core.draft.notice import NOTICE_NAMES, notice_from
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.services.houses import find_house
from plandraft.system.paths import templates_dir

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Hold the options as they were typed; "" where one was not."""

    preset: str = ""
    wrapper: str = ""
    notice: tuple[str, ...] = ()
    author: str = ""
    contents: bool = False
    sealed: bool = False
    with_sources: bool = False
    base: Path | None = None
    house: str = ""
    title_page: bool | None = None
    exact_pages: bool = False


def export_options(request: ExportRequest) -> ExportOptions:
    """Return the options; raises BadParameter for an unknown name, PlanError SLOT_MALFORMED."""
    preset = Preset.SOURCES if request.with_sources else Preset.DISCUSSION
    if request.preset:
        preset = _chosen(request.preset, PRESET_NAMES, "--preset")
    wrapper = Wrapper.PLAN_ALONE
    if request.wrapper:
        wrapper = _chosen(request.wrapper, WRAPPER_NAMES, "--wrapper")
    values = dict(map(_pair, request.notice))
    notice = notice_from(values, sealed=request.sealed)
    house = find_house(templates_dir(), request.house) if request.house else None
    return ExportOptions(preset, wrapper, request.contents, notice, house, request.title_page)


def _chosen(text: str, names: Mapping[Choice, str], option: str) -> Choice:
    for choice, name in names.items():
        if text in {choice.value, name}:
            return choice
    known = "、".join(f"{choice.value}（{name}）" for choice, name in names.items())
    raise typer.BadParameter(known, param_hint=option)


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name.strip():
        raise PlanError(ErrorCode.SLOT_MALFORMED, text)
    if name.strip() not in NOTICE_NAMES:
        raise typer.BadParameter("、".join(NOTICE_NAMES), param_hint="--notice")
    return name.strip(), value
