"""The settings of a comparison as every form of its report names them."""

from __future__ import annotations

from plandraft.core.compare.changes import ChangeClass
from plandraft.core.compare.report_view import ReportView
from plandraft.core.matching.passages import MatchOptions, PassageKind
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.decision_names import VERDICT_NAMES

CLASS_NAMES = {
    ChangeClass.PLACE: "地名",
    ChangeClass.PERIOD: "规划期",
    ChangeClass.NUMBER: "数字",
    ChangeClass.ORGAN: "机构",
    ChangeClass.PUNCTUATION: "标点",
    ChangeClass.WORDING: "措辞",
    ChangeClass.ORDER: "位置移动",
    ChangeClass.SUBSTITUTE: "替换（视为相同）",
}
KIND_NAMES = {
    PassageKind.IDENTICAL: "相同",
    PassageKind.EDITED: "改写",
    PassageKind.REORDERED: "调序",
}
# What the fingerprint of a plan makes one sign of, whatever stands there.
MASKS = "地名、规划期、数字、机构只换名称的仍算相似，标点不计"


def setting_rows(
    options: MatchOptions | None, view: ReportView | None, total: int
) -> tuple[tuple[str, str], ...]:
    """Return names and values of the settings for a report's head; none where none are known.

    `total` is how many passages the report holds.
    """
    rows: list[tuple[str, str]] = []
    if options is not None:
        rows.append(("比对设置", match_settings(options)))
        rows.append(("比对口径", f"{MASKS}；官方套话几乎不作依据"))
    if view is not None:
        rows.append(("差异类别", _classes(view)))
        rows.append(("套话标灰", _greys(view)))
        rows.append(("筛选", _filters(view, total)))
    elif options is not None:
        rows.append(("筛选", f"无，本报告列出全部 {total} 处"))
    return tuple(rows)


def match_settings(options: MatchOptions) -> str:
    """Return the thresholds of a search."""
    return f"最短 {options.min_length} 字，相似度不低于 {round(options.min_similarity * 100)}%"


def _classes(view: ReportView) -> str:
    hidden = "、".join(CLASS_NAMES[one] for one in view.hidden_classes)
    return f"窗口中未标出{hidden}；本报告全部标出" if hidden else "全部标出"


def _greys(view: ReportView) -> str:
    switches = (
        ("官方套话", view.grey_official),
        ("资料库套话", view.grey_library),
        ("自定套话", view.grey_own),
    )
    return "，".join(f"{name}{'开' if on else '关'}" for name, on in switches)


def _filters(view: ReportView, total: int) -> str:
    wanted = []
    if view.words:
        wanted.append(f"含“{clean_line(view.words)}”")
    if view.min_similarity:
        wanted.append(f"相似度不低于 {round(view.min_similarity * 100)}%")
    if view.min_letters:
        wanted.append(f"不少于 {view.min_letters} 字")
    if view.hidden_kinds:
        wanted.append(f"不含{'、'.join(KIND_NAMES[one] for one in view.hidden_kinds)}")
    if view.verdicts:
        wanted.append(f"判断为{'、'.join(VERDICT_NAMES[one] for one in view.verdicts)}")
    if view.noted_only:
        wanted.append("有备注")
    if not wanted:
        return f"无，本报告列出全部 {total} 处"
    shown = total if view.shown is None else view.shown
    return f"窗口中只看{'，'.join(wanted)}（{shown} 处）；本报告列出全部 {total} 处"
