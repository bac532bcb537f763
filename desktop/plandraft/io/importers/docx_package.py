"""Find the parts of a .docx by their relationships."""

from __future__ import annotations

import posixpath

from lxml import etree

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.zip_package import ZipPackage, damaged

_MAIN_PART = "word/document.xml"
_OTHER_FORMATS = (
    ("xl/workbook.xml", "Excel .xlsx"),
    ("ppt/presentation.xml", "PowerPoint .pptx"),
    ("mimetype", "ODF"),
    ("OFD.xml", "OFD"),
)


class DocxPackage(ZipPackage):
    """Give the main part of a .docx and those that it is related to."""

    def __init__(self, data: bytes) -> None:
        """Open the package in `data`.

        Raises PlanError FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE, FILE_UNSUPPORTED or
        FILE_ARCHIVE.
        """
        super().__init__(data)
        self.main_name = self._find_main()

    def main(self) -> etree._Element:
        """Return the root of the main document; raises PlanError FILE_DAMAGED."""
        root = self.part(self.main_name)
        if root is None:
            raise damaged(self.main_name)
        return root

    def related(self, kind: str) -> etree._Element | None:
        """Return the part of the main document's relationship `kind` ("styles"), or None.

        A damaged side part is left out: the text matters more than its styles.
        """
        target = self._relationships(self.main_name).get(kind)
        return self.side_part(target) if target is not None else None

    def _relationships(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for item in root if root is not None else ():
            kind = str(item.get("Type", "")).rsplit("/", 1)[-1]
            target = str(item.get("Target", ""))
            if item.get("TargetMode") != "External" and target:
                joined = target if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(kind, posixpath.normpath(joined).lstrip("/"))
        return found

    def _find_main(self) -> str:
        name = self._relationships("").get("officeDocument", _MAIN_PART)
        if name in self.names and not name.startswith(("xl/", "ppt/")):
            return name
        for marker, reason in _OTHER_FORMATS:
            if marker in self.names:
                raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason=reason)
        if any(part.startswith("word/") for part in self.names):
            raise damaged(_MAIN_PART)
        raise PlanError(ErrorCode.FILE_ARCHIVE, reason="ZIP")
