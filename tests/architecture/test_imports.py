"""The import contracts of pyproject.toml hold, and each one notices what it is there for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

SCRIPT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# Distribution → the package it is imported as; each one has a gate.
IMPORT_NAMES = {
    "PySide6-Essentials": "PySide6",
    "XlsxWriter": "xlsxwriter",
    "lxml": "lxml",
    "olefile": "olefile",
    "pypdfium2": "pypdfium2",
    "python-docx": "docx",
    "rapidfuzz": "rapidfuzz",
    "rich": "rich",
    "sqlite-utils": "sqlite_utils",
    "typer": "typer",
}
UNGATED = {"platformdirs"}

VIOLATIONS = {
    "layers": ("store/crossing.py", "import plandraft.services"),
    "core-layers": ("core/text/crossing.py", "import plandraft.core.draft"),
    "ui-layers": ("ui/compare/crossing.py", "import plandraft.ui.draft"),
    "qt-gate": ("services/crossing.py", "import PySide6.QtCore"),
    "office-gate": ("services/office.py", "import docx"),
    "database-gate": ("io/database.py", "import sqlite3"),
    "rapidfuzz-gate": ("core/compare/quick.py", "import rapidfuzz"),
    "terminal-gate": ("services/table.py", "import rich"),
    "pure-core": ("core/model/clock.py", "import time"),
}


def check_contracts(source: Path, configuration: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, "--config", str(configuration), "--no-cache", "--no-logo"],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def contracts(repository: Path) -> list[dict[str, object]]:
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = pyproject["tool"]["importlinter"]["contracts"]
    return found


def test_contracts_hold(repository: Path) -> None:
    done = check_contracts(repository / "desktop", repository / "pyproject.toml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_contracts_notice_what_they_forbid(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "desktop" / "plandraft", tmp_path / "plandraft")
    for place, line in VIOLATIONS.values():
        (tmp_path / "plandraft" / place).write_text(f"{line}\n", encoding="utf-8")
    done = check_contracts(tmp_path, repository / "pyproject.toml")
    broken = set(re.findall(r"^(.+?) BROKEN", done.stdout, re.MULTILINE))
    names = {str(c["name"]) for c in contracts(repository) if c["id"] in VIOLATIONS}
    assert done.returncode == 1, done.stdout + done.stderr
    assert names <= broken


@pytest.mark.parametrize("distribution", sorted(IMPORT_NAMES))
def test_each_dependency_has_a_gate(repository: Path, distribution: str) -> None:
    gated = {
        name
        for contract in contracts(repository)
        if contract["type"] == "forbidden"
        for name in contract["forbidden_modules"]  # type: ignore[attr-defined]
    }
    assert IMPORT_NAMES[distribution] in gated


def test_the_list_of_gates_knows_every_dependency(repository: Path) -> None:
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {Requirement(line).name for line in pyproject["project"]["dependencies"]}
    assert declared == IMPORT_NAMES.keys() | UNGATED
