"""`dev.py fuzz`: each importer for a minute with damaged files, guided by coverage (Linux only)."""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from devtools import environment
from devtools.console import PACKAGING, TOP, SetupError, run_quietly, say

FORMATS = ("txt", "docx", "doc", "pdf", "html", "mht", "rtf", "odt", "fodt", "xml")
SCRIPT = PACKAGING / "fuzz" / "fuzz_importer.py"
# One file a format with all that its reader knows of; mutation seldom makes up a whole element.
OWN_SEEDS = PACKAGING / "fuzz" / "seeds"
# Samples of our own, and real files beside the checkout where there are any.
SEED_FOLDERS = (OWN_SEEDS, TOP / "resources" / "samples", TOP.parent / "shared" / "files")
_LARGEST_SEED = 200_000
_TIME_FOR_ONE = 20
_MEGABYTES = 2048
# What a reader meets first in each format, for those without samples.
SEEDS = {
    "html": "<html><head><meta charset=gbk><title>甲</title></head><body><p>一、乙</p></html>",
    "mht": "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>一、乙</p>",
    "rtf": r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\f0 \'d2\'bb\par \u20057?{\*\x y}}",
    "pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Count 0>>endobj\ntrailer<</Root 1 0 R>>",
    "fodt": '<?xml version="1.0"?><office:document xmlns:office="o"><office:body/>'
    "</office:document>",
    "xml": '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument '
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>甲'
    "</w:t></w:r></w:p></w:body></w:wordDocument>",
    "txt": "甲市规划\n一、目标\n（一）任务\n1.做。",
}


def run_fuzz(arguments: Sequence[str]) -> int:
    """Fuzz every importer, or those that are named; 1 when something was found."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz")
    parser.add_argument("formats", nargs="*", choices=[*FORMATS, []], metavar="FORMAT")
    parser.add_argument("--seconds", type=int, default=60, help="for each importer")
    options = parser.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        raise SetupError("The fuzzer runs on Linux only.")
    environment.ensure("runtime")
    environment.ensure("fuzz")
    found = [form for form in options.formats or FORMATS if not _fuzz(form, options.seconds)]
    if found:
        say(f"findings: {', '.join(found)}; the files are in {_folder(found[0]).parent}")
    return 1 if found else 0


def _fuzz(form: str, seconds: int) -> bool:
    """Fuzz one importer and tell whether nothing was found."""
    folder = _folder(form)
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for data in _seeds(form):
        (seeds / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    code, output = run_quietly(
        [
            *(environment.venv_python(), SCRIPT, form, seeds, f"-max_total_time={seconds}"),
            *(f"-timeout={_TIME_FOR_ONE}", f"-rss_limit_mb={_MEGABYTES}", "-print_final_stats=1"),
            f"-artifact_prefix={folder}/",
        ]
    )
    (folder / "log.txt").write_text(output, encoding="utf-8")
    runs = next((line for line in output.splitlines() if "number_of_executed_units" in line), "")
    say(f"{form}: {'nothing found' if code == 0 else 'FOUND'}, {runs.split(':')[-1].strip()} runs")
    return code == 0


def _folder(form: str) -> Path:
    return TOP / "out" / "fuzz" / form


def _seeds(form: str) -> list[bytes]:
    seeds = [SEEDS[form].encode()] if form in SEEDS else []
    if form == "odt":
        seeds.append(_as_package(OWN_SEEDS / "text.fodt"))
    for folder in SEED_FOLDERS:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and path.stat().st_size <= _LARGEST_SEED:
                data = path.read_bytes()
                if _looks_like(form, data, path):
                    seeds.append(data)
    return seeds


def _as_package(flat: Path) -> bytes:
    """Return the .odt that holds the text of a .fodt (one part may hold its styles too)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", flat.read_bytes())
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()


def _looks_like(form: str, data: bytes, path: Path) -> bool:
    marks = {"docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "doc": b"\xd0\xcf\x11\xe0"}
    if form in marks:
        return data.startswith(marks[form])
    return path.suffix == f".{form}"
