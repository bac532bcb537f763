"""Every error has a text in both languages, on one line."""

from __future__ import annotations

import pytest

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.system.messages import CHINESE, ENGLISH, error_text, warning_text


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_code_has_a_text_that_names_the_subject(code: ErrorCode, language: str) -> None:
    text = error_text(PlanError(code, "甲  乙.docx"), language)
    assert "甲  乙.docx" in text
    assert "{" not in text
    assert "\n" not in text


def test_details_fill_the_text_and_missing_ones_are_a_dash() -> None:
    error = PlanError(ErrorCode.FILE_DAMAGED, "a.docx", reason="zip")
    assert "zip" in error_text(error)
    assert "—" in error_text(PlanError(ErrorCode.FILE_DAMAGED, "a.docx"))


def test_control_characters_of_a_file_name_are_shown_not_obeyed() -> None:
    text = error_text(PlanError(ErrorCode.FILE_MISSING, "a\n\x1b[31m\u202eb{x}"))
    assert "a\\n\\x1b[31m\\u202eb{x}" in text


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("code", list(WarningCode))
def test_every_warning_has_a_text(code: WarningCode, language: str) -> None:
    text = warning_text(DocumentWarning(code, 7, "gb18030"), language)
    assert text
    assert "{" not in text
    chinese = language == CHINESE
    assert any("\u4e00" <= char <= "\u9fff" for char in text) is chinese
