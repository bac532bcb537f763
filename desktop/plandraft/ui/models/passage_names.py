"""What kinds of passages and classes of difference are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from plandraft.core.compare.changes import ChangeClass, VersionKind
from plandraft.core.matching.passages import Difference, PassageKind


def kind_name(kind: PassageKind | VersionKind, *, edited: bool = False) -> str:
    """Return the name of a kind of passage or change; `edited` is of a moved one."""
    if kind is VersionKind.MOVED and edited:
        return QCoreApplication.translate("passages", "移动并改动")
    names: dict[PassageKind | VersionKind, str] = {
        VersionKind.EQUAL: QCoreApplication.translate("passages", "未变"),
        VersionKind.INSERTED: QCoreApplication.translate("passages", "新增"),
        VersionKind.DELETED: QCoreApplication.translate("passages", "删除"),
        VersionKind.MOVED: QCoreApplication.translate("passages", "移动"),
        PassageKind.IDENTICAL: QCoreApplication.translate("passages", "相同"),
        PassageKind.EDITED: QCoreApplication.translate("passages", "改写"),
        PassageKind.REORDERED: QCoreApplication.translate("passages", "调序"),
    }
    return names[kind]


def difference_name(difference: Difference) -> str:
    """Return the name of a class of difference between the sides of a passage."""
    return {
        Difference.PLACE: QCoreApplication.translate("passages", "地名"),
        Difference.NUMBER: QCoreApplication.translate("passages", "数字"),
        Difference.PUNCTUATION: QCoreApplication.translate("passages", "标点"),
        Difference.WORDING: QCoreApplication.translate("passages", "措辞"),
        Difference.ORDER: QCoreApplication.translate("passages", "语序"),
    }[difference]


def class_name(change_class: ChangeClass) -> str:
    """Return the name of a class of difference inside a passage."""
    return {
        ChangeClass.NONE: "",
        ChangeClass.PLACE: QCoreApplication.translate("passages", "地名"),
        ChangeClass.PERIOD: QCoreApplication.translate("passages", "规划期"),
        ChangeClass.NUMBER: QCoreApplication.translate("passages", "数字"),
        ChangeClass.ORGAN: QCoreApplication.translate("passages", "机构"),
        ChangeClass.PUNCTUATION: QCoreApplication.translate("passages", "标点"),
        ChangeClass.WORDING: QCoreApplication.translate("passages", "措辞"),
        ChangeClass.ORDER: QCoreApplication.translate("passages", "次序"),
        ChangeClass.SUBSTITUTE: QCoreApplication.translate("passages", "替换"),
    }[change_class]


def change_name(change_class: ChangeClass) -> str:
    """Return what is said about one difference inside a passage."""
    return {
        ChangeClass.NONE: "",
        ChangeClass.PLACE: QCoreApplication.translate("passages", "地名不同"),
        ChangeClass.NUMBER: QCoreApplication.translate("passages", "数字不同"),
        ChangeClass.PERIOD: QCoreApplication.translate("passages", "规划期不同"),
        ChangeClass.ORGAN: QCoreApplication.translate("passages", "机构不同"),
        ChangeClass.PUNCTUATION: QCoreApplication.translate("passages", "标点不同"),
        ChangeClass.WORDING: QCoreApplication.translate("passages", "措辞不同"),
        ChangeClass.ORDER: QCoreApplication.translate("passages", "位置调整"),
        ChangeClass.SUBSTITUTE: QCoreApplication.translate("passages", "替换（视为相同）"),
    }[change_class]


def percent(share: float) -> str:
    """Return a share as the user reads it; only a whole share is 100 %."""
    return f"{min(99, round(share * 100)) if share < 1 else 100} %"
