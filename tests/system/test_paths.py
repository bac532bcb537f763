"""The program finds its own files in a checkout, a wheel and a frozen folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plandraft.system import paths


def test_variables_override_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "d"))
    monkeypatch.setenv(paths.CONFIG_VARIABLE, str(tmp_path / "c"))
    assert paths.library_file() == tmp_path / "d" / "library.db"
    assert paths.settings_file() == tmp_path / "c" / "settings.json"
    assert paths.log_dir() == tmp_path / "d" / "logs"


def test_without_variables_the_folders_are_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE, raising=False)
    monkeypatch.delenv(paths.CONFIG_VARIABLE, raising=False)
    for folder in (paths.data_dir(), paths.config_dir(), paths.log_dir()):
        assert folder.is_absolute()
        assert paths.APP_NAME.lower() in str(folder).lower()


def test_frozen_program_reads_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.templates_dir() == tmp_path / "_data" / "templates"


def test_installed_package_reads_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "plandraft" / "system" / "paths.py"
    (tmp_path / "plandraft" / "_data").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(module))
    assert paths.resources_dir() == (tmp_path / "plandraft" / "_data" / "resources").resolve()


def test_checkout_reads_its_top_folders() -> None:
    assert (paths.resources_dir() / "places").is_dir()
