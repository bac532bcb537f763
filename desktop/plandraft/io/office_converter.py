"""Let LibreOffice convert a file that no reader of ours can read; only when the user asks."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from plandraft.core.model.document import Document, Origin
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.importers.base import FILE_LIMIT
from plandraft.system.files import read_input_file

ReadFile = Callable[[Path, Progress], Document]

# It starts in two seconds and converts the longest plans in ten.
TIME_LIMIT_SECONDS = 60.0
_WORD = "docx:MS Word 2007 XML"
_NAMES = ("soffice", "libreoffice")
_WINDOWS_PLACES = ("ProgramFiles", "ProgramFiles(x86)")
# A profile of its own: no macro runs, and nothing that a document links to is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def find_office() -> Path | None:
    """Return the LibreOffice of this machine, or None."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    for variable in _WINDOWS_PLACES:
        place = Path(os.environ.get(variable, "")) / "LibreOffice" / "program" / "soffice.exe"
        if os.environ.get(variable) and place.is_file():
            return place
    return None


def read_converted(
    path: Path, read: ReadFile, progress: Progress = SILENT, *, seconds: float = TIME_LIMIT_SECONDS
) -> Document:
    """Convert the file `path` to .docx and return what `read` makes of that.

    The document names the original as its origin. Raises PlanError CONVERTER_MISSING,
    CONVERSION_FAILED, FILE_… of the original and what `read` raises.
    """
    data = read_input_file(path, FILE_LIMIT)
    office = find_office()
    if office is None:
        raise PlanError(ErrorCode.CONVERTER_MISSING, path)
    with tempfile.TemporaryDirectory(prefix="plandraft-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        converted = _convert(office, data, path, folder, seconds)
        try:
            document = read(converted, progress)
        except PlanError as error:
            raise PlanError(error.code, path, **error.details) from error
    origin = Origin(
        path=str(path),
        format=path.suffix.removeprefix(".").lower(),
        encoding="",
        sha256=hashlib.sha256(data).hexdigest(),
    )
    title = path.stem if document.title == converted.stem else document.title
    return replace(document, origin=origin, title=title)


def convert_to_pdf(path: Path, data: bytes, *, seconds: float = TIME_LIMIT_SECONDS) -> bytes:
    """Return the pages that LibreOffice makes of the file `path`, whose bytes are `data`.

    Raises PlanError CONVERTER_MISSING or CONVERSION_FAILED.
    """
    office = find_office()
    if office is None:
        raise PlanError(ErrorCode.CONVERTER_MISSING, path)
    with tempfile.TemporaryDirectory(prefix="plandraft-", ignore_cleanup_errors=True) as name:
        return _convert(office, data, path, Path(name), seconds, "pdf").read_bytes()


def _convert(
    office: Path, data: bytes, path: Path, folder: Path, seconds: float, kind: str = _WORD
) -> Path:
    # A copy: no name can be taken for an option, and no lock file appears beside the original.
    source = folder / f"source{path.suffix if path.suffix.isascii() else ''}"
    source.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    target = folder / "converted"
    command = [
        str(office),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(target),
        str(source),
    ]
    _run(command, path, seconds)
    converted = target / f"source.{kind.partition(':')[0]}"
    if not converted.is_file():
        raise PlanError(ErrorCode.CONVERSION_FAILED, path, reason="LibreOffice")
    return converted


def _run(command: list[str], path: Path, seconds: float) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the file a copy
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise PlanError(ErrorCode.CONVERSION_FAILED, path, reason=reason) from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise PlanError(
            ErrorCode.CONVERSION_FAILED, path, reason=f"LibreOffice > {seconds:.0f} s"
        ) from error
    finally:
        # Its starter leaves before the program itself does.
        _end_all(process)


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
            subprocess.run(  # noqa: S603 - a tool of the system by its full path
                [str(system / "taskkill.exe"), "/T", "/F", "/PID", str(process.pid)],
                check=False,
                capture_output=True,
            )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
