"""What every test gets: no display, folders of its own, repeatable properties, no leaked window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"
# With the default family Chinese comes out in whatever brush font the machine has.
FONT_FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC")

# The same examples at every run; `--hypothesis-profile explore` looks for new ones.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("repeatable")

_HOME_VARIABLES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "PLANDRAFT_DATA_DIR": "plandraft-data",
    "PLANDRAFT_CONFIG_DIR": "plandraft-config",
}


@pytest.fixture
def repository() -> Path:
    """Return the top of the checkout."""
    return REPOSITORY


@pytest.fixture
def shared() -> Path:
    """Return the folder of real plans beside the checkout; skip where it is missing."""
    if not (SHARED / "plans").is_dir():
        pytest.skip("the real plans (../shared/plans) are not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty home, and empty data and settings folders."""
    top = tmp_path_factory.mktemp("own")
    for variable, place in _HOME_VARIABLES.items():
        folder = top / place
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Return the application with the product's font families."""
    font = qapp.font()
    font.setFamilies(list(FONT_FAMILIES))
    qapp.setFont(font)
    return qapp


@pytest.fixture(autouse=True)
def no_leaked_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a Qt test that leaves a window open, and delete all that is left, hidden or not.

    Thousands of hidden widgets would be set in each theme that a later test asks for.
    """
    yield
    if "qapp" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leaked = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in leaked]
    for widget in leaked:
        widget.close()
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not names, f"windows left open: {', '.join(names)}"
