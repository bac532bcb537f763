"""The one place that knows where the program's own files and the user's data are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "PlanDraft"
DATA_VARIABLE = "PLANDRAFT_DATA_DIR"
CONFIG_VARIABLE = "PLANDRAFT_CONFIG_DIR"
_BUNDLED = "_data"


def program_dir() -> Path:
    """Return the folder that holds `resources` and `templates`.

    It is `_data` of a frozen program or of an installed package, else the top of the checkout.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / _BUNDLED
    package = Path(__file__).resolve().parent.parent
    installed = package / _BUNDLED
    return installed if installed.is_dir() else package.parent.parent


def resources_dir() -> Path:
    """Return the folder of icons, themes, translations, samples and place names."""
    return program_dir() / "resources"


def templates_dir() -> Path:
    """Return the folder that holds one folder for each template."""
    return program_dir() / "templates"


def data_dir() -> Path:
    """Return the folder of the library; PLANDRAFT_DATA_DIR overrides. It may not exist yet."""
    return _chosen(DATA_VARIABLE) or Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def config_dir() -> Path:
    """Return the folder of the settings; PLANDRAFT_CONFIG_DIR overrides. It may not exist yet."""
    return _chosen(CONFIG_VARIABLE) or Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def log_dir() -> Path:
    """Return the folder of the log; it lies in the data folder where that one is overridden."""
    chosen = _chosen(DATA_VARIABLE)
    if chosen is not None:
        return chosen / "logs"
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))


def library_file() -> Path:
    """Return the database file of the library and the drafts."""
    return data_dir() / "library.db"


def settings_file() -> Path:
    """Return the file of the user's settings."""
    return config_dir() / "settings.json"


def _chosen(variable: str) -> Path | None:
    value = os.environ.get(variable, "")
    return Path(value) if value else None
