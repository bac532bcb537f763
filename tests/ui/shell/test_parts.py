"""The parts of the shell: messages, status, palette of commands, fuzzy search, theme, texts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from plandraft.core.draft.draft import Draft
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.ui.jobs.runner import JobRunner, JobState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import DARK, LIGHT, Palette, contrast
from plandraft.ui.shell import message_strip
from plandraft.ui.shell.actions import ActionTable
from plandraft.ui.shell.autosaver import Autosaver
from plandraft.ui.shell.command_palette import CommandPalette
from plandraft.ui.shell.dialogs import safe_name
from plandraft.ui.shell.fuzzy import rank, score
from plandraft.ui.shell.i18n import choose_language
from plandraft.ui.shell.keys_dialog import KeysDialog, key_text
from plandraft.ui.shell.message_strip import Message, MessageAction, MessageKind, MessageStrip
from plandraft.ui.shell.status_line import StatusLine
from plandraft.ui.shell.theme import choose_palette, make_sheet


@pytest.fixture
def icons(qapp: object, repository: Path) -> IconSet:
    return IconSet(repository / "resources" / "icons", LIGHT)


# ---- fuzzy ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("导出", "导出 Word…", True),
        ("出W", "导出 Word…", True),
        ("word 导", "导出 Word…", False),
        ("", "任何", True),
        ("报网", "比对报告（网页）…", True),
        ("报页网", "比对报告（网页）…", False),
    ],
)
def test_letters_in_their_order(query: str, text: str, found: bool) -> None:
    assert (score(query, text) is not None) is found


def test_adjacent_letters_come_first() -> None:
    items = [("far", ["打开草稿，另存为文件"]), ("near", ["打开文件"])]
    assert rank("文件", items)[0] in {"far", "near"}
    assert rank("开文", items) == ["near", "far"]
    assert rank(" ", items) == ["far", "near"]


# ---- messages ---------------------------------------------------------------------------------


def test_an_error_stays_and_names_everything(qtbot: QtBot, icons: IconSet) -> None:
    strip = MessageStrip(icons)
    qtbot.addWidget(strip)
    strip.show_message(
        Message(MessageKind.ERROR, "2 份未能导入。", (), ("甲已加密。", "乙已损坏。"))
    )
    assert strip.isVisible()
    assert strip.label.text() == "2 份未能导入。\n• 甲已加密。\n• 乙已损坏。"
    assert not strip._age.isActive(), "an error does not go by itself"
    strip.close_button.click()
    assert not strip.isVisible()


def test_many_details_are_summed_up(qtbot: QtBot, icons: IconSet) -> None:
    strip = MessageStrip(icons)
    qtbot.addWidget(strip)
    strip.show_message(Message(MessageKind.ERROR, "坏", (), tuple(map(str, range(9)))))
    assert strip.label.text().splitlines()[-1] == "……另有 3 项"
    strip.hide()


def test_actions_run_once_and_end_the_message(qtbot: QtBot, icons: IconSet) -> None:
    strip = MessageStrip(icons)
    qtbot.addWidget(strip)
    ran: list[str] = []
    action = MessageAction("撤销", lambda: ran.append("undo"))
    choices = MessageAction("换一节", choices=(("一", lambda: ran.append("one")),))
    strip.show_message(Message(MessageKind.INFO, "已移除。", (action, choices)))
    assert [button.text() for button in strip.buttons] == ["撤销", "换一节"]
    strip.buttons[0].click()
    assert ran == ["undo"]
    assert not strip.isVisible()
    strip.show_message(Message(MessageKind.INFO, "已插入。", (choices,)))
    assert len(strip.buttons) == 1, "the buttons of the message before are gone"
    menu = strip.buttons[0].menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert ran == ["undo", "one"]


def test_good_news_goes_by_itself(
    qtbot: QtBot, icons: IconSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_strip, "_PASSING_MS", 10)
    strip = MessageStrip(icons)
    qtbot.addWidget(strip)
    strip.move(300, 300)  # away from the mouse of the test platform
    strip.show_message(Message(MessageKind.DONE, "好"))
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_a_message_stays_below_the_hand_and_longer_with_something_to_do(
    qtbot: QtBot, icons: IconSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_strip, "_PASSING_MS", 10)
    strip = MessageStrip(icons)
    qtbot.addWidget(strip)
    strip.show_message(Message(MessageKind.DONE, "好", (MessageAction("打开文件"),)))
    assert strip._age.interval() > 2 * 10
    strip.show_message(Message(MessageKind.DONE, "好"))
    place = QPointF(5, 5)
    QApplication.sendEvent(strip, QEnterEvent(place, place, place))
    qtbot.wait(40)
    assert strip.isVisible()
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not strip.isVisible())


# ---- status -----------------------------------------------------------------------------------


def test_a_job_is_shown_when_it_takes_long_and_can_be_stopped(qtbot: QtBot, icons: IconSet) -> None:
    status = StatusLine(icons)
    qtbot.addWidget(status)
    status.show()
    status.show_job(JobState("import-1", "导入", 0.0))
    assert not status._job.isVisible()
    status.show_job(JobState("import-1", "导入", 0.25, "甲.txt"))
    qtbot.waitUntil(status._job.isVisible)
    assert status.job_label.text() == "导入 · 甲.txt"
    assert status.bar.value() == 250
    with qtbot.waitSignal(status.cancel_requested) as wish:
        status.cancel_button.click()
    assert wish.args == ["import-1"]
    status.end_job("import-1")
    assert not status._job.isVisible()


def test_a_short_job_is_never_shown(qtbot: QtBot, icons: IconSet) -> None:
    status = StatusLine(icons)
    qtbot.addWidget(status)
    status.show()
    status.show_job(JobState("x", "比对", 0.5))
    status.end_job("x")
    assert not status._patience.isActive()
    assert not status._job.isVisible()


# ---- palette of commands ----------------------------------------------------------------------


def test_commands_are_found_and_run(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    ran: list[str] = []
    entries = []
    for identity, text in (("file.export", "导出 Word…"), ("file.import", "导入文件…")):
        action = QAction(text, window)
        action.triggered.connect(lambda _on=False, name=identity: ran.append(name))
        entries.append((identity, action))
    entries[0][1].setShortcut("Ctrl+E")
    off = QAction("用不了", window)
    off.setEnabled(False)
    palette = CommandPalette(window)
    palette.open_with([*entries, ("x.off", off)])
    assert palette.names() == ["导出 Word…", "导入文件…"]
    qtbot.keyClicks(palette.field, "import")
    assert palette.names() == ["导入文件…"], "the English id is understood as well"
    palette.field.setText("没有的")
    assert palette.names() == []
    assert palette.model.item(0).text() == "没有这样的命令"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible(), "there is nothing to do yet"
    palette.field.setText("导")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["file.import"]
    assert not palette.isVisible()


def test_no_two_actions_share_a_shortcut(qtbot: QtBot) -> None:
    keys = [key for spec in ActionTable().specs() for key in spec.keys.split()]
    assert len(keys) == len(set(keys))


# ---- keys -------------------------------------------------------------------------------------


def test_every_key_of_an_action_stands_on_the_sheet(qtbot: QtBot) -> None:
    table = ActionTable()
    dialog = KeysDialog(table.menus(), table.specs())
    qtbot.addWidget(dialog)
    rows = dialog.rows()
    for spec in table.specs():
        assert not spec.keys or (key_text(spec.keys), spec.text) in rows
    assert ("Alt+1", "认可") in rows
    assert ("Ctrl+Enter", "送入草稿") in rows
    assert ("Alt+←", "后退") in rows
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# ---- theme ------------------------------------------------------------------------------------


def test_the_theme_can_be_chosen(qapp: object) -> None:
    assert choose_palette("dark") is DARK
    assert choose_palette("light") is LIGHT
    assert choose_palette("system") in {LIGHT, DARK}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_of_the_chrome_can_be_read(palette: Palette) -> None:
    for text in (palette.text, palette.muted, palette.error_text, palette.warning_text):
        for ground in (palette.window, palette.raised, palette.page):
            assert contrast(text, ground) >= 4.5
    assert contrast(palette.text, palette.selection) >= 4.5
    assert contrast(palette.accent_text, palette.accent) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled(palette: Palette, repository: Path) -> None:
    sheet = make_sheet(palette, repository / "resources")
    assert "$" not in sheet
    for line in sheet.splitlines():
        if "url(" in line:
            assert Path(line.split("url(")[1].split(")")[0]).is_file()


def test_icons_follow_the_theme(qtbot: QtBot, repository: Path) -> None:
    icons = IconSet(repository / "resources" / "icons", LIGHT)
    action = QAction("x")
    icons.assign(action, "add")
    before = action.icon().pixmap(20, 20).toImage()
    icons.apply_palette(DARK)
    assert action.icon().pixmap(20, 20).toImage() != before
    middle = action.icon().pixmap(20, 20).toImage().pixelColor(10, 10)
    assert middle.name() == DARK.text
    with pytest.raises(KeyError):
        icons.icon("no such icon")


def test_every_icon_has_one_weight(repository: Path) -> None:
    for path in (repository / "resources" / "icons").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        if path.stem != "plandraft":
            assert 'stroke-width="1.5"' in text, path.name
            assert 'stroke="currentColor"' in text, path.name
            assert 'viewBox="0 0 20 20"' in text, path.name


# ---- languages --------------------------------------------------------------------------------


@pytest.mark.parametrize("setting", ["zh_CN", "en"])
def test_a_chosen_language_is_spoken(setting: str) -> None:
    assert choose_language(setting) == setting


def test_the_system_decides_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, language in (("zh_CN", "zh_CN"), ("en_GB", "en"), ("C", "zh_CN"), ("fr_FR", "zh_CN")):
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda name=name: QLocale(name)))
        assert choose_language("system") == language, name


def test_the_translation_is_in_step_with_the_sources(repository: Path, tmp_path: Path) -> None:
    """Run packaging/update_translations.py where this fails."""
    folder = repository / "resources" / "i18n"
    fresh = tmp_path / "fresh.ts"
    tools = Path(sys.executable).parent
    sources = sorted(map(str, (repository / "desktop/plandraft/ui").rglob("*.py")))
    options = ["-silent", "-locations", "none", "-source-language", "zh_CN"]
    command = [tools / "pyside6-lupdate", *options, "-target-language", "en", *sources]
    subprocess.run([*command, "-ts", fresh], check=True, capture_output=True)
    assert texts_of(fresh).keys() == texts_of(folder / "plandraft_en.ts").keys()


def test_every_text_has_its_english(repository: Path) -> None:
    texts = texts_of(repository / "resources" / "i18n" / "plandraft_en.ts")
    for (_context, source), english in texts.items():
        assert english, f"not translated: {source}"
        holes = [part.split("}")[0] for part in source.split("{")[1:]]
        assert holes == [part.split("}")[0] for part in english.split("{")[1:]] or sorted(
            holes
        ) == sorted(part.split("}")[0] for part in english.split("{")[1:]), source


def test_the_compiled_translation_is_fresh(repository: Path, tmp_path: Path) -> None:
    folder = repository / "resources" / "i18n"
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    made = tmp_path / "made.qm"
    command = [tool, "-silent", folder / "plandraft_en.ts", "-qm", made]
    subprocess.run(command, check=True, capture_output=True)
    assert made.read_bytes() == (folder / "plandraft_en.qm").read_bytes()


def texts_of(path: Path) -> dict[tuple[str, str], str]:
    root = ET.parse(path).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
            "translation", ""
        )
        for context in root.iter("context")
        for message in context.iter("message")
    }


# ---- names of files ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("松屿市“十五五”规划", "松屿市“十五五”规划"),
        ("a/b:c?", "a_b_c_"),
        ("  . ", "PlanDraft"),
        ("长" * 200, "长" * 80),
        ("长" * 79 + " 规划", "长" * 79),
        ("con", "_con"),
        ("Aux.2026", "_Aux.2026"),
        ("COM1 规划", "COM1 规划"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert safe_name(title) == name


# ---- saving -----------------------------------------------------------------------------------

DRAFT = Draft("t", "一", (), ())
LATER = Draft("t", "二", (), ())


class Disk:
    def __init__(self) -> None:
        self.saved: list[str] = []
        self.error: PlanError | None = None

    def save(self, identity: int | None, draft: Draft) -> int:
        if self.error is not None:
            raise self.error
        assert identity == 5
        self.saved.append(draft.title)
        return 5


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(qtbot: QtBot, disk: Disk) -> Autosaver:
    made = Autosaver(disk.save, JobRunner(serial=True), 5)
    made.timer.setInterval(10)
    return made


def test_changes_are_saved_after_a_while(qtbot: QtBot, saver: Autosaver, disk: Disk) -> None:
    saver.take(DRAFT)
    saver.take(LATER)
    assert disk.saved == []
    with qtbot.waitSignal(saver.saved):
        pass
    assert disk.saved == ["二"]
    assert saver.is_clean


def test_a_failed_save_is_told_and_tried_again(qtbot: QtBot, saver: Autosaver, disk: Disk) -> None:
    disk.error = PlanError(ErrorCode.LIBRARY_BUSY, "library.db")
    with qtbot.waitSignal(saver.failed):
        saver.take(DRAFT)
    assert not saver.is_clean
    disk.error = None
    saver.finish()
    assert disk.saved == ["一"]


def test_nothing_is_saved_twice(saver: Autosaver, disk: Disk) -> None:
    saver.take(DRAFT)
    saver.save_soon()
    saver.finish()
    assert disk.saved == ["一"]


def test_a_save_never_overtakes_another(qtbot: QtBot, disk: Disk) -> None:
    runner = JobRunner()
    saver = Autosaver(disk.save, runner, 5)
    saver.timer.setInterval(5)
    saver.take(DRAFT)
    saver.save_soon()
    saver.take(LATER)
    saver.save_soon()
    qtbot.waitUntil(lambda: saver.is_clean)
    runner.close()
    assert disk.saved == ["一", "二"]


def test_what_was_running_at_the_end_is_saved(disk: Disk, qtbot: QtBot) -> None:
    runner = JobRunner()
    saver = Autosaver(disk.save, runner, 5)
    saver.take(DRAFT)
    saver.save_soon()
    runner.close()
    saver.finish()
    assert disk.saved[-1] == "一"
