"""The one dialog of the export: what is offered, what forbids, what is handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.draft.samples import TEMPLATE

from plandraft.core.draft.checks import CheckFinding, CheckKind
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.house import HouseStyle
from plandraft.core.draft.notice import Notice
from plandraft.core.draft.readiness import Obstacle, ObstacleKind, find_obstacles
from plandraft.services.export_choices import ExportChoice
from plandraft.services.fonts import FaceStatus
from plandraft.ui.draft.export_dialog import ExportDialog, ExportSetting
from plandraft.ui.models.icons import IconSet

HOUSE = HouseStyle("own", "本单位版式", "行距 28 磅。", ())
Open = Callable[..., ExportDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, icons: IconSet, draft: Draft, tmp_path: Path) -> Open:
    def opened(choice: ExportChoice | None = None, **values: object) -> ExportDialog:
        setting = ExportSetting(
            draft,
            choice or ExportChoice(),
            (HOUSE,),
            tmp_path,
            "云汀市供水规划",
            lambda options: find_obstacles(draft, TEMPLATE, options),
            lambda suffix: tmp_path / f"另存{suffix}",
            lambda: tmp_path / "底稿.docx",
        )
        made = ExportDialog(icons, replace(setting, **values), None)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        return made

    return opened


def test_it_hands_over_what_was_chosen(open_dialog: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog()
    dialog.purposes.choose(Preset.SOURCES)
    dialog.form.wrapper.setCurrentIndex(1)
    dialog.form.notice.fields["number"].setText(" 云政发〔2026〕8号 ")
    dialog.form.contents.setChecked(True)
    dialog.form.house.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.export_requested) as wish:
        dialog.export_button.click()
    order = wish.args[0]
    expected = ExportOptions(
        Preset.SOURCES, Wrapper.NOTICE_ANNEX, True, Notice(number="云政发〔2026〕8号"), HOUSE
    )
    assert order.options == expected
    assert order.target == tmp_path / "云汀市供水规划.docx"
    assert order.base is None
    assert not dialog.isVisible()


def test_the_last_choice_is_there_again(open_dialog: Open, tmp_path: Path) -> None:
    choice = ExportChoice(
        Preset.TRACKED,
        Wrapper.NOTICE_DIRECT,
        contents=True,
        title_page=False,
        notice=Notice(secrecy="秘密", sealed=True),
        house="own",
        base="/底稿.docx",
        folder=str(tmp_path),
    )
    dialog = open_dialog(choice)
    assert dialog.choice == choice
    assert dialog.form.notice.fields["secrecy"].isVisible(), "what was said before is in sight"


def test_a_final_file_waits_for_what_is_missing(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    assert dialog.export_button.isEnabled()
    assert "文中以【】标出" in dialog.obstacles.head.text()
    dialog.purposes.choose(Preset.FINAL)
    assert not dialog.export_button.isEnabled()
    qtbot.waitUntil(dialog.obstacles.rows[0].isVisible)
    with qtbot.waitSignal(dialog.obstacle_chosen) as goes:
        dialog.obstacles.rows[0].click()
    assert goes.args == [Obstacle(ObstacleKind.OPEN_SLOT, "牵头部门")]
    assert not dialog.isVisible()


def test_what_a_notice_lacks_is_filled_in_here(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(ExportChoice(wrapper=Wrapper.NOTICE_ANNEX))
    names = [row.accessibleName() for row in dialog.obstacles.rows]
    number = next(i for i, name in enumerate(names) if "发文字号" in name)
    dialog.obstacles.rows[number].click()
    assert dialog.isVisible()
    field = dialog.form.notice.fields["number"]
    assert dialog.focusWidget() is field
    field.setText("云政发〔2026〕8号")
    names = [row.accessibleName() for row in dialog.obstacles.rows]
    assert not any("发文字号" in name for name in names)


def test_a_notice_is_asked_for_only_where_there_is_one(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert not dialog.form.notice.isVisible()
    dialog.form.wrapper.setCurrentIndex(2)
    assert dialog.form.notice.isVisible()
    title = dialog.form.notice.fields["title"]
    assert title.placeholderText() == "" or "【" not in title.placeholderText()


def test_plain_text_is_another_kind_of_file(open_dialog: Open) -> None:
    dialog = open_dialog()
    name = dialog.path.text().removesuffix(".docx")
    dialog.purposes.buttons[Preset.PLAIN].click()
    assert dialog.path.text() == f"{name}.txt"
    assert not dialog.form.isEnabled()
    dialog.purposes.buttons[Preset.DISCUSSION].click()
    assert dialog.path.text() == f"{name}.docx"


def test_plain_text_lacks_nothing_of_a_notice(open_dialog: Open) -> None:
    """Its form is closed then, and 去处理 would lead nowhere."""
    dialog = open_dialog()
    alone = len(dialog.obstacles.rows)
    dialog.form.wrapper.setCurrentIndex(1)
    assert len(dialog.obstacles.rows) > alone
    dialog.purposes.choose(Preset.PLAIN)
    assert len(dialog.obstacles.rows) == alone


@pytest.mark.parametrize(
    ("name", "note"), [("有.docx", "同名文件会被替换。"), ("没有/a.docx", "没有这个文件夹。")]
)
def test_the_path_is_judged_while_it_is_typed(
    open_dialog: Open, tmp_path: Path, name: str, note: str
) -> None:
    (tmp_path / "有.docx").write_bytes(b"")
    dialog = open_dialog()
    assert not dialog.path_note.isVisible()
    dialog.path.setText(str(tmp_path / name))
    assert dialog.path_note.isVisible()
    assert dialog.path_note.text() == note


def test_missing_faces_are_named_in_one_line(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert not dialog.fonts.isVisible()
    dialog.show_missing_faces(
        (
            FaceStatus("正文", "仿宋_GB2312", False, "仿宋", "……"),
            FaceStatus("页码", "宋体", True, "", ""),
        )
    )
    assert dialog.fonts.text() == "缺 1 种字体"
    assert not dialog.faces.isVisible()
    dialog.fonts.click()
    assert dialog.faces.isVisible()
    assert "缺“仿宋_GB2312”，以“仿宋”代替" in dialog.faces.text()
    assert "宋体”，" not in dialog.faces.text().replace("仿宋", "")


def test_the_pages_can_be_seen_before(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    dialog.purposes.choose(Preset.SOURCES)
    with qtbot.waitSignal(dialog.preview_requested) as wish:
        dialog.preview_button.click()
    assert wish.args[0].preset is Preset.SOURCES


def test_findings_are_shown_and_lead_to_their_place(open_dialog: Open, qtbot: QtBot) -> None:
    finding = CheckFinding(CheckKind.SOURCE_NAME, "basis.now", 7, "云汀市")
    dialog = open_dialog(findings=(finding,), find_obstacles=lambda _options: ())
    dialog.purposes.choose(Preset.FINAL)
    assert dialog.export_button.isEnabled(), "a finding is advice"
    assert "1" in dialog.obstacles.head.text()
    (row,) = dialog.obstacles.rows
    assert "云汀市" in row.accessibleName()
    with qtbot.waitSignal(dialog.obstacle_chosen) as wish:
        row.click()
    assert wish.args == [finding]


def test_exact_pages_are_offered_where_they_can_be_had(open_dialog: Open) -> None:
    dialog = open_dialog(ExportChoice(contents=True))
    assert not dialog.form.exact_pages.isVisible()
    dialog.reject()
    dialog = open_dialog(ExportChoice(contents=True), measures=True)
    assert dialog.form.exact_pages.isVisible()
    assert dialog.choice.exact_pages
    dialog.form.exact_pages.setChecked(False)
    assert not dialog.choice.exact_pages
    dialog.form.contents.setChecked(False)
    assert not dialog.form.exact_pages.isVisible()
