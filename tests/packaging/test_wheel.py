"""The wheel carries the source, the resources and the templates; an editable install does not."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

DATA_FOLDERS = ("resources", "templates")


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel of this checkout and return the names inside."""
    top = Path(__file__).resolve().parents[2]
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=top,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("plandraft-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", DATA_FOLDERS)
def test_wheel_holds_the_data(repository: Path, wheel_names: set[str], folder: str) -> None:
    files = [path for path in (repository / folder).rglob("*") if path.is_file()]
    files = [path for path in files if "__pycache__" not in path.parts]
    if not files:
        pytest.skip(f"{folder}/ is empty")
    missing = {
        name
        for name in (f"plandraft/_data/{p.relative_to(repository).as_posix()}" for p in files)
        if name not in wheel_names
    }
    assert not missing


def test_wheel_holds_every_module(repository: Path, wheel_names: set[str]) -> None:
    desktop = repository / "desktop"
    modules = {p.relative_to(desktop).as_posix() for p in desktop.rglob("*.py")}
    assert modules <= wheel_names


def test_wheel_holds_nothing_of_the_workshop(wheel_names: set[str]) -> None:
    first_parts = {name.split("/")[0] for name in wheel_names}
    assert {part for part in first_parts if not part.endswith(".dist-info")} == {"plandraft"}


def test_licences_are_in_the_wheel(wheel_names: set[str]) -> None:
    licences = {name.rsplit("/", 1)[1] for name in wheel_names if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE.GPL"}
