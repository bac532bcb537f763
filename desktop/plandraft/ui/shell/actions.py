"""Everything the window can do, as one table: menus, shortcuts and the palette come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from plandraft.ui.models.icons import IconSet


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Say what an action is called and where it stands.

    `id` is "menu.name"; several `keys` are separated by blanks; `group` joins actions of which
    one is checked; a `rule` is drawn above those that begin a part of their menu. The keys of a
    `local` one belong to its page, which listens to them itself: here they are only shown. A
    `toggle` is on or off by itself.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    group: str = ""
    rule: bool = False
    local: bool = False
    toggle: bool = False

    @property
    def menu(self) -> str:
        """Return the id of the menu."""
        return self.id.partition(".")[0]


class ActionTable(QObject):
    """Hold the texts of the table in the language of the window."""

    def menus(self) -> tuple[tuple[str, str], ...]:
        """Return id and title of each menu."""
        return (
            ("file", self.tr("文件(&F)")),
            ("edit", self.tr("编辑(&E)")),
            ("view", self.tr("视图(&V)")),
            ("pair", self.tr("比对(&C)")),
            ("help", self.tr("帮助(&H)")),
        )

    def specs(self) -> tuple[ActionSpec, ...]:
        """Return all actions in the order of the menus."""
        return (*self._file(), *self._edit(), *self._view(), *self._pair(), *self._help())

    def _file(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("file.import", self.tr("导入文件…"), "Ctrl+O", "import"),
            ActionSpec("file.import_folder", self.tr("导入文件夹…"), "", "folder"),
            ActionSpec("file.samples", self.tr("打开示例")),
            ActionSpec("file.new_draft", self.tr("新建草稿"), "Ctrl+N", "new", rule=True),
            ActionSpec("file.open_draft", self.tr("打开草稿文件…"), "Ctrl+Shift+O", "open"),
            ActionSpec("file.save_draft", self.tr("另存草稿文件…"), "Ctrl+Shift+S", "save"),
            ActionSpec("file.earlier", self.tr("草稿的早先版本…"), "", "restore"),
            ActionSpec("file.export", self.tr("导出 Word…"), "Ctrl+E", "word", rule=True),
            ActionSpec("file.export_sources", self.tr("导出 Word（出处写成批注）…")),
            ActionSpec("file.pages", self.tr("页面预览"), "Ctrl+F2", "file"),
            ActionSpec("file.report_preview", self.tr("比对报告预览…"), "", "report", rule=True),
            ActionSpec("file.report_print", self.tr("打印比对报告…"), "Ctrl+P", "print"),
            ActionSpec("file.report_pdf", self.tr("比对报告（PDF）…")),
            ActionSpec("file.report_docx", self.tr("比对报告（Word）…")),
            ActionSpec("file.report_xlsx", self.tr("比对报告（Excel）…")),
            ActionSpec("file.report_html", self.tr("比对报告（网页）…")),
            ActionSpec("file.decisions", self.tr("导出段落判断…")),
            ActionSpec("file.original", self.tr("打开原件"), "Ctrl+Alt+O", "file", rule=True),
            ActionSpec("file.quit", self.tr("退出"), "Ctrl+Q", "quit", rule=True),
        )

    def _edit(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("edit.undo", self.tr("撤销"), "Ctrl+Z", "undo"),
            ActionSpec("edit.redo", self.tr("重做"), "Ctrl+Y Ctrl+Shift+Z", "redo"),
            ActionSpec("edit.search", self.tr("搜索资料库"), "Ctrl+Shift+F", "search", rule=True),
            ActionSpec("edit.find_passage", self.tr("为草稿找段落"), "Ctrl+Shift+I", "insert"),
            ActionSpec("edit.box", self.tr("设为或取消专栏"), "Ctrl+Shift+B"),
            ActionSpec("edit.compare", self.tr("比对所选文档"), "", "compare", rule=True),
            ActionSpec("edit.remove", self.tr("移除所选文档"), "", "remove"),
        )

    def _view(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("view.library", self.tr("资料库"), "Ctrl+1", "library", "page"),
            ActionSpec("view.compare", self.tr("比对"), "Ctrl+2", "compare", "page"),
            ActionSpec("view.draft", self.tr("起草"), "Ctrl+3", "draft", "page"),
            ActionSpec("view.families", self.tr("多份"), "Ctrl+4", "source", "page"),
            ActionSpec(
                "view.palette", self.tr("命令…"), "Ctrl+K Ctrl+Shift+P", "command", rule=True
            ),
            ActionSpec("view.larger", self.tr("放大文字"), "Ctrl++", "add", rule=True, local=True),
            ActionSpec("view.smaller", self.tr("缩小文字"), "Ctrl+-", local=True),
            ActionSpec("view.normal_size", self.tr("文字恢复原大小"), "Ctrl+0", local=True),
            ActionSpec("view.reading_font", self.tr("阅读字体…")),
            ActionSpec("view.full_screen", self.tr("全屏"), "F11", rule=True, toggle=True),
            ActionSpec("view.theme_system", self.tr("主题：跟随系统"), "", "", "theme", rule=True),
            ActionSpec("view.theme_light", self.tr("主题：浅色"), "", "", "theme"),
            ActionSpec("view.theme_dark", self.tr("主题：深色"), "", "", "theme"),
            ActionSpec(
                "view.language_system", self.tr("语言：跟随系统"), "", "", "language", rule=True
            ),
            ActionSpec("view.language_zh_CN", "语言：简体中文", "", "", "language"),
            ActionSpec("view.language_en", "Language: English", "", "", "language"),
        )

    def _pair(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("pair.next", self.tr("下一处"), "F8", "next", local=True),
            ActionSpec("pair.previous", self.tr("上一处"), "F7", "previous", local=True),
            ActionSpec("pair.back", self.tr("后退"), "Alt+Left", "back", local=True),
            ActionSpec("pair.forward", self.tr("前进"), "Alt+Right", local=True),
            ActionSpec("pair.in_step", self.tr("两侧同步滚动"), "F6", "link", local=True),
            ActionSpec("pair.outlines", self.tr("显示或收起两侧目录"), "", "outline"),
            ActionSpec("pair.swap", self.tr("左右对调"), "", "swap"),
            ActionSpec("pair.passages", self.tr("按相似段落看"), rule=True),
            ActionSpec("pair.versions", self.tr("按版本对照看")),
            ActionSpec("pair.find", self.tr("筛选段落"), "Ctrl+F", "search", local=True),
            ActionSpec(
                "pair.pin", self.tr("两侧光标处对齐"), "Ctrl+Shift+L", rule=True, local=True
            ),
            ActionSpec("pair.unpin", self.tr("取消全部对齐")),
            ActionSpec(
                "pair.send", self.tr("送入草稿"), "Ctrl+Return", "insert", rule=True, local=True
            ),
            ActionSpec("pair.phrase", self.tr("设为套话"), rule=True),
            ActionSpec("pair.phrases", self.tr("自定套话和替换…")),
        )

    def _help(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("help.keys", self.tr("键盘一览"), "F1", "help"),
            ActionSpec("help.log", self.tr("打开日志文件夹"), "", "folder", rule=True),
            ActionSpec("help.about", self.tr("关于"), "", "info", rule=True),
        )


def make_actions(
    specs: tuple[ActionSpec, ...],
    handlers: Mapping[str, Callable[[], object]],
    icons: IconSet,
    parent: QObject,
) -> dict[str, QAction]:
    """Make an action for each spec; KeyError for one that nobody handles."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in specs:
        action = QAction(spec.text, parent)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys.split()])
        if spec.local:
            # The window itself never has the focus: so this never answers, and is not ambiguous.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if spec.icon:
            icons.assign(action, spec.icon)
        action.setCheckable(spec.toggle)
        if spec.group:
            group = groups.setdefault(spec.group, QActionGroup(parent))
            action.setCheckable(True)
            group.addAction(action)
        handler = handlers[spec.id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        actions[spec.id] = action
    return actions
