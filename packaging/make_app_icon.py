"""Make resources/icons/plandraft.ico out of plandraft.svg, for the program file and the installer.

    python packaging/make_app_icon.py

An .ico file is a small directory of pictures; since Windows Vista these may be PNG files.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
# What Windows asks for: lists, taskbar, desktop, large tiles.
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")
_ICON_TYPE = 1
_BITS = 32


def main() -> int:
    """Write the file and return the exit code."""
    application = QGuiApplication(sys.argv[:1])
    svg = (ICONS / "plandraft.svg").read_bytes()
    (ICONS / "plandraft.ico").write_bytes(build_ico([(size, render(svg, size)) for size in SIZES]))
    application.quit()
    return 0


def render(svg: bytes, size: int) -> bytes:
    """Return the drawing as a PNG file of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # stubs lack the name as text
    return bytes(buffer.data().data())


def build_ico(pictures: list[tuple[int, bytes]]) -> bytes:
    """Return an .ico file of PNG pictures given as (size, file)."""
    entries, bodies = [], []
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    for size, picture in pictures:
        # 0 stands for 256 there.
        side = size % 256
        entries.append(_ENTRY.pack(side, side, 0, 0, 1, _BITS, len(picture), offset))
        bodies.append(picture)
        offset += len(picture)
    return b"".join([_HEADER.pack(0, _ICON_TYPE, len(pictures)), *entries, *bodies])


if __name__ == "__main__":
    sys.exit(main())
