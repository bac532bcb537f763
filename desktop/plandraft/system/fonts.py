"""The names of the type faces that are installed, asked of the system and not of Qt."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

_LATEST_SECONDS = 20
_FONTS_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def installed_faces() -> frozenset[str]:
    """Return all names of the installed faces in lower case, Chinese and English ones.

    Empty where the system cannot be asked.
    """
    names = _windows_names() if sys.platform == "win32" else _fontconfig_names()
    return frozenset(name.strip().casefold() for name in names if name.strip())


def _fontconfig_names() -> Iterator[str]:
    program = shutil.which("fc-list")
    if program is None:
        return
    try:
        made = subprocess.run(  # noqa: S603 - a fixed command of the system
            [program, ":", "family"], capture_output=True, check=True, timeout=_LATEST_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return
    for line in made.stdout.decode("utf-8", "replace").splitlines():
        yield from line.split(",")


if sys.platform == "win32":
    import winreg

    def _windows_names() -> Iterator[str]:
        """Yield the names in the registry: "SimSun & NSimSun (TrueType)" has two."""
        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                key = winreg.OpenKey(root, _FONTS_KEY)
            except OSError:
                continue
            with key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    name = winreg.EnumValue(key, index)[0]
                    yield from name.rpartition(" (")[0].split("&")

else:

    def _windows_names() -> Iterator[str]:
        """Yield nothing: there is no registry."""
        return iter(())
