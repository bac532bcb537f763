"""How much of the text of Word files is read, beside what LibreOffice's text export has.

`python -m tests.benchmarks.word_text FOLDER` prints a table. Layout (blanks, line ends) does not
count, and neither do the bullets that LibreOffice writes before the items of lists.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import LCSseq

from plandraft.core.model.errors import PlanError
from plandraft.io.importers.readers import reader_of
from plandraft.io.importers.sniffing import sniff_format

SECONDS_A_FILE = 60
BULLETS = str.maketrans("", "", "•●○■□◦▪–\uf0b7\uf0a7\ufeff")


def letters(text: str) -> str:
    """Return `text` without layout and bullets."""
    return "".join(text.split()).translate(BULLETS)


def office_text(path: Path, folder: Path) -> str | None:
    """Return what LibreOffice exports as text, or None where it does not open the file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    form = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    command = ["soffice", "--headless", profile, *form, str(path)]
    subprocess.run(command, capture_output=True, timeout=SECONDS_A_FILE, check=False)
    made = folder / f"{path.stem}.txt"
    return made.read_text(encoding="utf-8") if made.exists() else None


def rows(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each .docx its name, our letters, LibreOffice's, and the share in common."""
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(folder.glob("*.docx")):
            try:
                data = path.read_bytes()
                ours = letters(reader_of(sniff_format(data))(data).text)
            except PlanError as error:
                yield path.name, error.code, "", ""
                continue
            office = office_text(path, Path(scratch))
            if office is None:
                yield path.name, str(len(ours)), "not opened", ""
                continue
            theirs = letters(office)
            share = LCSseq.normalized_similarity(ours, theirs)
            yield path.name, str(len(ours)), str(len(theirs)), f"{share:.4f}"


def main() -> None:
    """Print the table for the folder that is named."""
    for row in rows(Path(sys.argv[1])):
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
