"""What a draft is exported for, and what goes around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plandraft.core.draft.house import HouseStyle
from plandraft.core.draft.notice import Notice
from plandraft.core.draft.template import DraftTemplate


class Preset(StrEnum):
    """Name what an exported file is for."""

    FINAL = "final"
    DISCUSSION = "discussion"
    SOURCES = "sources"
    TRACKED = "tracked"
    PLAIN = "plain"


class Wrapper(StrEnum):
    """Name what a plan is sent out with: nothing, or a 通知 it is an annex of or follows."""

    PLAN_ALONE = "alone"
    NOTICE_ANNEX = "notice-annex"
    NOTICE_DIRECT = "notice-direct"


PRESET_NAMES = {
    Preset.FINAL: "正式稿",
    Preset.DISCUSSION: "讨论稿",
    Preset.SOURCES: "送审带来源",
    Preset.TRACKED: "修改痕迹",
    Preset.PLAIN: "纯文本",
}
WRAPPER_NAMES = {
    Wrapper.PLAN_ALONE: "仅规划",
    Wrapper.NOTICE_ANNEX: "通知附件",
    Wrapper.NOTICE_DIRECT: "通知直印",
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Hold what the exporter is asked for; `contents` asks for a 目录, `title_page` for a 封面.

    `notice` is what a 通知 says; `house` changes the styles of our own base, not of a user's.
    Without a word on the title page the house decides, then the template.
    """

    preset: Preset = Preset.DISCUSSION
    wrapper: Wrapper = Wrapper.PLAN_ALONE
    contents: bool = False
    notice: Notice = field(default_factory=Notice)
    house: HouseStyle | None = None
    title_page: bool | None = None


def wants_title_page(options: ExportOptions, template: DraftTemplate) -> bool:
    """Tell whether a 封面 is made: as asked, else as the house does, else as the template does."""
    if options.title_page is not None:
        return options.title_page
    if options.house is not None and options.house.title_page is not None:
        return options.house.title_page
    return template.title_page
