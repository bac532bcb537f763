"""Start a stand-alone folder the way a user would: `smoke_test.py dist/PlanDraft`.

Checks what is in the folder and what must not be, the version, the text of a sample, a
comparison, an exported draft, and that the window opens, paints and ends by itself. Exit code 0
when all of it holds, else 1.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from bundle_filter import is_wanted
from devtools.console import clean_environment, say
from devtools.demo import sample_pair

SUFFIX = ".exe" if os.name == "nt" else ""
TERMINAL = f"plandraft{SUFFIX}"
WINDOW = f"PlanDraftApp{SUFFIX}"
PATIENCE = 120  # seconds; the first start after a build reads everything from disk


class SmokeError(Exception):
    """The folder does not do what it should; the message says what was seen."""


def start(
    command: Sequence[str | Path], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run `command` and return what it wrote; raise SmokeError unless it ends with 0."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise SmokeError(f"{words} did not end in {PATIENCE} s") from problem
    if done.returncode != 0:
        heard = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise SmokeError(f"{words} ended with {done.returncode}:\n{heard}")
    return done


def check_version(folder: Path, environment: Mapping[str, str]) -> None:
    """Expect a version number of three parts."""
    words = start([folder / TERMINAL, "--version"], environment).stdout.decode("utf-8").split()
    if not words or words[-1].count(".") < 2:
        raise SmokeError(f"--version printed {words}")


def check_extract(folder: Path, environment: Mapping[str, str]) -> None:
    """Expect the text of each sample in UTF-8, whatever the locale."""
    for sample in sample_pair():
        text = start([folder / TERMINAL, "extract", sample], environment).stdout.decode("utf-8")
        if "规划" not in text and "方案" not in text:
            raise SmokeError(f"extract {sample.name} printed {text[:80]!r}")


def check_compare(folder: Path, environment: Mapping[str, str]) -> None:
    """Expect passages between two samples that are known to share some."""
    command: list[str | Path] = [folder / TERMINAL, "compare", *sample_pair(), "--json"]
    result = json.loads(start(command, environment).stdout.decode("utf-8"))
    if not result["passages"]:
        raise SmokeError("compare found no passage in samples that share some")


def check_draft(folder: Path, environment: Mapping[str, str]) -> None:
    """Expect a draft of the first template to become a Word document."""
    program = folder / TERMINAL
    listing = start([program, "templates"], environment).stdout.decode("utf-8")
    template = listing.split()[0]
    with tempfile.TemporaryDirectory() as place:
        draft, document = Path(place, "draft.plandraft"), Path(place, "draft.docx")
        start([program, "draft", "new", "--template", template, "-o", draft], environment)
        start([program, "draft", "export", draft, document], environment)
        with zipfile.ZipFile(document) as archive:
            if "word/document.xml" not in archive.namelist():
                raise SmokeError(f"the exported file holds only {archive.namelist()}")


def check_window(folder: Path, environment: Mapping[str, str]) -> None:
    """Expect the window to open, paint once and end; on a virtual screen where there is none."""
    command: list[str | Path] = [folder / WINDOW, "--smoke"]
    chosen = dict(environment)
    if sys.platform == "linux" and not chosen.get("DISPLAY"):
        if shutil.which("xvfb-run"):
            command = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", *command]
            chosen["QT_QPA_PLATFORM"] = "xcb"
        else:
            chosen["QT_QPA_PLATFORM"] = "offscreen"
    start(command, chosen)


def check_contents(folder: Path, environment: Mapping[str, str]) -> None:
    """Expect the data files, and nothing that the filter leaves out."""
    del environment
    inside = folder / "_internal"
    names = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    strays = [name for name in names if not is_wanted(name)]
    if strays:
        raise SmokeError(f"not wanted in the folder: {strays}")
    for part in ("_data/resources/", "_data/templates/"):
        if not any(name.startswith(part) for name in names):
            raise SmokeError(f"no {part} in the folder")


CHECKS: dict[str, Callable[[Path, Mapping[str, str]], None]] = {
    "contents": check_contents,
    "version": check_version,
    "extract": check_extract,
    "compare": check_compare,
    "draft": check_draft,
    "window": check_window,
}


def user_environment(home: Path) -> dict[str, str]:
    """Return the environment of a user with a bare system and an unhelpful locale."""
    own = {"PLANDRAFT_DATA_DIR": str(home / "data"), "PLANDRAFT_CONFIG_DIR": str(home / "config")}
    environment = clean_environment({**own, "HOME": str(home), "LANG": "C", "LC_ALL": "C"})
    return {name: value for name, value in environment.items() if not name.startswith("QT_")}


def main(arguments: Sequence[str]) -> int:
    """Run every check on the folder named by `arguments` and return the exit code."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        say("usage: smoke_test.py FOLDER")
        return 2
    folder = Path(arguments[0]).resolve()
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    say(f"smoke test of {folder}, {size / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        environment = user_environment(Path(home))
        for name, check in CHECKS.items():
            started = time.monotonic()
            try:
                check(folder, environment)
            except (SmokeError, OSError, ValueError, LookupError, zipfile.BadZipFile) as problem:
                say(f"{name}: failed: {problem}")
                return 1
            say(f"{name}: ok, {time.monotonic() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
