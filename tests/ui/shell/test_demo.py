"""What `dev.py demo --headless` leaves behind."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

PICTURES = ("library.png", "compare.png", "draft.png")


@pytest.mark.slow
def test_the_sitting_leaves_report_draft_and_pictures(repository: Path, tmp_path: Path) -> None:
    script = repository / "packaging" / "demo_headless.py"
    done = subprocess.run(
        [sys.executable, script, tmp_path / "out"], capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    for name in PICTURES:
        image = QImage(str(tmp_path / "out" / name))
        assert (image.width(), image.height()) == (1440, 900)
        colors = {image.pixel(x, y) for x in range(0, 1440, 9) for y in range(0, 900, 9)}
        assert len(colors) > 20, f"{name} is empty"
    assert "云汀市" in (tmp_path / "out" / "comparison.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "out" / "draft.docx") as archive:
        text = archive.read("word/document.xml").decode("utf-8")
        assert "松屿市" in text
        assert "【城市】" not in text
        assert "word/comments.xml" in archive.namelist()
