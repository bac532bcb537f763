"""What users read about prescribed faces that their machine lacks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from plandraft.services.fonts import FaceStatus


def missing_faces_text(count: int) -> str:
    """Return what it means that so many faces are missing."""
    text = QCoreApplication.translate(
        "faces",
        "这台电脑缺 {count} 种规定字体；导出的文件仍写规定的名称，在有字体的电脑上照样显示。",
    )
    return text.format(count=count)


def face_lines(faces: Sequence[FaceStatus]) -> tuple[str, ...]:
    """Return a line for each face that is missing: what stands in for it, whence it comes."""
    translate = QCoreApplication.translate
    used = translate("faces", "{role}：缺“{face}”，以“{substitute}”代替。{advice}")
    none = translate("faces", "{role}：缺“{face}”，没有相近的字体。{advice}")
    return tuple(
        (used if one.substitute else none).format(
            role=one.role, face=one.face, substitute=one.substitute, advice=one.advice
        )
        for one in faces
        if not one.installed
    )
