"""What users read about the purposes of an export and about what goes around a plan."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from plandraft.core.draft.export import Preset, Wrapper


def preset_name(preset: Preset) -> str:
    """Return the name of a purpose."""
    translate = QCoreApplication.translate
    return {
        Preset.FINAL: translate("export", "正式稿"),
        Preset.DISCUSSION: translate("export", "讨论稿"),
        Preset.SOURCES: translate("export", "送审带来源"),
        Preset.TRACKED: translate("export", "修改痕迹"),
        Preset.PLAIN: translate("export", "纯文本"),
    }[preset]


def preset_about(preset: Preset) -> str:
    """Return one sentence on what a purpose is good for."""
    translate = QCoreApplication.translate
    return {
        Preset.FINAL: translate("export", "可以印发；要素没填、章节空着时不能导出。"),
        Preset.DISCUSSION: translate("export", "没填的要素标黄，在 Word 里可以逐个填写。"),
        Preset.SOURCES: translate("export", "引用段落带批注：来源城市、文件、章节、摘录。"),
        Preset.TRACKED: translate("export", "改动过的引用段落，用修订标出与原文的差别。"),
        Preset.PLAIN: translate("export", "只有文字和编号的 .txt，用来粘贴到别的系统。"),
    }[preset]


def wrapper_name(wrapper: Wrapper) -> str:
    """Return the name of what goes around a plan."""
    translate = QCoreApplication.translate
    return {
        Wrapper.PLAN_ALONE: translate("export", "只要规划本身"),
        Wrapper.NOTICE_ANNEX: translate("export", "作为通知的附件"),
        Wrapper.NOTICE_DIRECT: translate("export", "通知之后直接印发"),
    }[wrapper]
