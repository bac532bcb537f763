"""System packages of Debian and Ubuntu that Qt and the pictures need: found, installed or named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

from devtools.console import VENV, SetupError, run_quietly, say

# Each entry lists the names one library has had (Ubuntu 24.04 renamed some); the first is asked
# for, and apt finds its successor.
OFFSCREEN = (
    ("libgl1",),
    ("libegl1",),
    ("libxkbcommon0",),
    ("libfontconfig1",),
    ("libglib2.0-0", "libglib2.0-0t64"),
    ("libdbus-1-3",),
    ("fonts-noto-cjk",),
)
WINDOW = (
    *OFFSCREEN,
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-shape0",),
    ("libxkbcommon-x11-0",),
)
VIRTUAL_SCREEN = (*WINDOW, ("xvfb",), ("xauth",))

_REFUSED = VENV / "apt-refused.txt"


def ensure(wanted: tuple[tuple[str, ...], ...]) -> None:
    """Install what is missing of `wanted`, or name it in one line and go on.

    Does nothing where there is no dpkg. What apt refused once is only named the next time.
    """
    if shutil.which("dpkg-query") is None:
        return
    missing = _missing(wanted)
    if not missing:
        return
    names = " ".join(missing)
    if _refused_before(names) or not _install(missing):
        say(f"missing system packages: apt-get install --no-install-recommends {names}")
        if VENV.is_dir():
            _REFUSED.write_text(names, encoding="utf-8")


def install_venv_support() -> None:
    """Install the `venv` module that Debian ships apart from Python.

    Raises SetupError, naming the package, when that is not possible.
    """
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if shutil.which("dpkg-query") is None or not _install([package]):
        raise SetupError(f"This Python has no venv module: install the package {package}.")


def _missing(wanted: Iterable[tuple[str, ...]]) -> list[str]:
    installed = _installed({name for names in wanted for name in names})
    return [names[0] for names in wanted if not installed.intersection(names)]


def _installed(names: set[str]) -> set[str]:
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\\n"]
    _, output = run_quietly([*query, *sorted(names)])
    lines = (line.split() for line in output.splitlines())
    return {words[0] for words in lines if len(words) == 2 and words[1] == "installed"}


def _refused_before(names: str) -> bool:
    try:
        return _REFUSED.read_text(encoding="utf-8") == names
    except OSError:
        return False


def _install(packages: list[str]) -> bool:
    prefix = _administrator_prefix()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    say(f"installing system packages: {' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    code, _ = run_quietly(install)
    if code != 0:
        run_quietly([*apt, "update"])
        code, _ = run_quietly(install)
    return code == 0


def _administrator_prefix() -> list[str] | None:
    """Return what to put before a command to run it as administrator, None when not allowed."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(
        ["sudo", "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return ["sudo", "-n"] if allowed.returncode == 0 else None
