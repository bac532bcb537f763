"""Windows are tested in Chinese, however the machine speaks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale


@pytest.fixture(autouse=True)
def machine_speaks_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the language "system" be Chinese: a Windows may speak any."""
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("zh_CN")))
