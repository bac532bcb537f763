"""What cannot be repaired is told with its places; what is quoted is quoted as it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document

from plandraft.core.model.spans import Span
from plandraft.core.text.damage import damage_places
from plandraft.core.text.repairs import Repair
from plandraft.services.correcting import RepairOffer
from plandraft.ui.library.repair_dialog import RepairDialog

LOST = "云汀市规划\n一、目标\n" + "".join(
    f"普及率达到{at}.5，入户率提高。\n" for at in range(20, 28)
)


def labels(dialog: RepairDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_damage_that_cannot_be_repaired_is_only_told(qtbot: QtBot) -> None:
    document = make_document(LOST)
    places = damage_places(document.text, ())
    assert len(places) == 8
    dialog = RepairDialog(RepairOffer(document, (), (), places))
    qtbot.addWidget(dialog)
    shown = labels(dialog)
    assert any("没有可以自动修复的文字" in text for text in shown)
    assert len([text for text in shown if "background-color" in text]) == 5
    assert "……另有 3 处" in shown
    for widget in (dialog.apply_button, dialog.all_button, dialog.none_button):
        assert widget.isHidden(), "there is nothing to apply"


def test_what_looks_like_markup_is_shown_as_text(qtbot: QtBot) -> None:
    document = make_document("云汀市规划\n一、目标\n指标<b>甲</b>与&amp;乙□丙。")
    start = document.text.index("<b>甲")
    repair = Repair(Span(start, start + 4), "<b>甲", "<i>□", 0.9)
    dialog = RepairDialog(RepairOffer(document, (repair,), (), ()))
    qtbot.addWidget(dialog)
    shown = "".join(labels(dialog))
    assert "&lt;b&gt;甲" in shown
    assert "&lt;i&gt;<b style=" in shown, "only what is lost for good is set in bold"
    assert "&amp;amp;乙" in shown
