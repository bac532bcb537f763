"""Bring the English translation up to date with the Chinese texts in the sources.

    python packaging/update_translations.py

New texts come into resources/i18n/plandraft_en.ts as unfinished; write their English there and
run this again: it also makes the .qm file that the program loads.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
SOURCES = TOP / "desktop" / "plandraft" / "ui"
TEXTS = TOP / "resources" / "i18n" / "plandraft_en.ts"


def main() -> int:
    """Collect the texts, compile the translation, and return the exit code."""
    sources = sorted(str(path) for path in SOURCES.rglob("*.py"))
    collect(sources, TEXTS)
    return compile_texts(TEXTS, TEXTS.with_suffix(".qm"))


def collect(sources: list[str], texts: Path) -> None:
    """Bring `texts` in step with the sources; what is no longer used goes."""
    options = ["-no-obsolete", "-locations", "none", "-source-language", "zh_CN"]
    run_tool("lupdate", *options, "-target-language", "en", *sources, "-ts", str(texts))


def compile_texts(texts: Path, target: Path) -> int:
    """Write the .qm file."""
    return run_tool("lrelease", "-silent", str(texts), "-qm", str(target))


def run_tool(name: str, *arguments: str) -> int:
    """Run a tool of PySide6 that lies beside the interpreter."""
    tool = Path(sys.executable).parent / f"pyside6-{name}"
    return subprocess.run([tool, *arguments], check=True, cwd=TOP).returncode


if __name__ == "__main__":
    sys.exit(main())
