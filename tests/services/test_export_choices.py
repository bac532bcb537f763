"""What a draft was exported as is there again, whatever the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandraft.core.draft.export import Preset, Wrapper
from plandraft.core.draft.notice import Notice
from plandraft.services.export_choices import ExportChoice, ExportChoices

CHOICE = ExportChoice(
    Preset.SOURCES,
    Wrapper.NOTICE_ANNEX,
    contents=True,
    title_page=False,
    notice=Notice(number="松政发〔2026〕8号", sealed=True),
    house="line_28",
    base="/模板/底稿.docx",
    folder="/文件",
)


def test_each_draft_has_its_own_choice(tmp_path: Path) -> None:
    path = tmp_path / "data" / "choices.json"
    ExportChoices(path).save(3, CHOICE)
    ExportChoices(path).save(4, ExportChoice(Preset.FINAL))
    assert ExportChoices(path).load(3) == CHOICE
    assert ExportChoices(path).load(4).preset is Preset.FINAL
    assert ExportChoices(path).load(5) == ExportChoice()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"drafts": []}', '{"drafts": {"3": []}}', '{"drafts": {"3": {"preset": 9}}}'],
)
def test_a_damaged_file_costs_no_more_than_the_choice(tmp_path: Path, text: str) -> None:
    path = tmp_path / "choices.json"
    path.write_text(text, encoding="utf-8")
    assert ExportChoices(path).load(3) == ExportChoice()
    ExportChoices(path).save(3, CHOICE)
    assert ExportChoices(path).load(3) == CHOICE


def test_values_of_another_kind_have_their_default(tmp_path: Path) -> None:
    path = tmp_path / "choices.json"
    path.write_text(
        '{"drafts": {"3": {"notice": {"number": 8, "title": "通知"}, "house": 1}}}',
        encoding="utf-8",
    )
    assert ExportChoices(path).load(3) == ExportChoice(notice=Notice(title="通知"))


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x", encoding="utf-8")
    ExportChoices(path / "choices.json").save(3, CHOICE)
