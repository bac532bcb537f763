"""What the library says where it has nothing to list or nothing to detail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import make_button, make_primary_button

# As wide as the panel of details allows.
_NARROW = 240

translate = QCoreApplication.translate


def empty_library(
    icons: IconSet, load: Callable[[], object], open_samples: Callable[[], object]
) -> EmptyState:
    """Say what the library is for and offer to fill it."""
    state = EmptyState(
        icons,
        "library",
        translate("LibraryPage", "把要参考的规划放进来"),
        translate(
            "LibraryPage",
            "资料库保存导入的规划：按地区、规划期归类，全文可搜，任选两份并排比对。"
            "可以导入 Word、WPS、PDF、网页和文本，也可以把文件或文件夹拖到这里。"
            "原文件不会改动。",
        ),
    )
    files = make_primary_button(icons, "import", translate("LibraryPage", "导入文件…"), load)
    samples = make_button(icons, "library", translate("LibraryPage", "打开示例"), open_samples)
    state.set_buttons([files, samples])
    return state


def nothing_found(icons: IconSet) -> EmptyState:
    """Say that no document has the words that were looked for."""
    text = translate("LibraryPage", "没有文档同时含有这些词。请换个说法，或清空搜索框。")
    return EmptyState(icons, "search", translate("LibraryPage", "没有找到"), text)


def nothing_chosen(icons: IconSet) -> EmptyState:
    """Say how documents are chosen."""
    text = translate("LibraryPage", "单击看内容，双击或按 Enter 阅读全文；选两份按 Enter 比对。")
    state = EmptyState(icons, "file", translate("LibraryPage", "未选择文档"), text)
    state.text.setMaximumWidth(_NARROW)
    return state


def many_chosen(
    icons: IconSet, compare: Callable[[], object], edit: Callable[[], object]
) -> EmptyState:
    """Offer what can be done with several documents; its texts come with their number."""
    state = EmptyState(icons, "compare", "", "")
    state.text.setMaximumWidth(_NARROW)
    both = make_primary_button(icons, "compare", translate("LibraryPage", "比对这两份"), compare)
    kinds = translate("LibraryPage", "修改文种、规划期…")
    state.set_buttons([both, make_button(icons, "draft", kinds, edit)])
    return state


def show_count(state: EmptyState, count: int) -> None:
    """Say in the state of `many_chosen` how many they are and what becomes of them."""
    pair = count == 2
    alone = translate("LibraryPage", "并排比对按 Enter。")
    together = translate("LibraryPage", "一起比对按 Enter：两两相似度，每段在各份规划中有没有。")
    state.title.setText(translate("LibraryPage", "已选 {count} 份").format(count=count))
    state.text.setText(alone if pair else together)
    both, several = translate("LibraryPage", "比对这两份"), translate("LibraryPage", "一起比对")
    state.buttons[0].setText(both if pair else several)
