"""Build the Windows folder and the installer: `py packaging\\build_windows.py`.

NOT YET PROVED ON WINDOWS. Needs Python 3.11 or newer from python.org and NSIS 3.08 or newer
(makensis on PATH or in its usual folder). Elsewhere it can compile an installer around a folder
that is there already: `--folder DIR`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
TOP = PACKAGING.parent
VERSION_LINE = re.compile(r'^__version__ = "(?P<version>[^"]+)"$', re.MULTILINE)
USUAL_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)")


def version() -> str:
    """Return the version that the source states."""
    text = (TOP / "desktop" / "plandraft" / "__init__.py").read_text(encoding="utf-8")
    found = VERSION_LINE.search(text)
    if found is None:
        raise ValueError("desktop/plandraft/__init__.py states no version")
    return found["version"]


def find_makensis() -> str | None:
    """Return the path of the NSIS compiler, or None."""
    on_path = shutil.which("makensis")
    if on_path:
        return on_path
    for variable in USUAL_FOLDERS:
        candidate = Path(os.environ.get(variable, ".")) / "NSIS" / "makensis.exe"
        if candidate.exists():
            return str(candidate)
    return None


def build_installer(folder: Path, target: Path) -> int:
    """Compile the installer of `folder` to `target`; return the compiler's exit code."""
    makensis = find_makensis()
    if makensis is None:
        sys.stderr.write("build_windows.py: makensis is missing; install NSIS 3.08 or newer.\n")
        return 1
    size_kib = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) // 1024
    definitions = {
        "VERSION": version(),
        "FILES": str(folder / "*"),
        "TARGET": str(target),
        "LICENCE": str(TOP / "LICENSE"),
        "SIZE_KIB": str(size_kib),
    }
    options = [f"-D{name}={value}" for name, value in definitions.items()]
    script = PACKAGING / "installer.nsi"
    return subprocess.call([makensis, "-V2", "-INPUTCHARSET", "UTF8", *options, str(script)])


def main(arguments: Sequence[str]) -> int:
    """Build the folder unless one is given, then the installer; return the exit code."""
    parser = argparse.ArgumentParser(prog="build_windows.py")
    parser.add_argument("--folder", type=Path, help="use this folder instead of building one")
    options = parser.parse_args(arguments)
    folder = options.folder
    if folder is None:
        folder = TOP / "dist" / "PlanDraft"
        code = subprocess.call([sys.executable, str(PACKAGING / "dev.py"), "build"])
        if code != 0:
            return code
    target = TOP / "dist" / f"PlanDraft-{version()}-x64-setup.exe"
    target.parent.mkdir(parents=True, exist_ok=True)
    return build_installer(folder.resolve(), target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
