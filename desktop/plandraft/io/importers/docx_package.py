"""Open a .docx as a package of XML parts, with limits on what it may unpack to."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from plandraft.core.model.errors import ErrorCode, PlanError

_MEGABYTE = 1024 * 1024
# The text of a thousand pages unpacks to about 30 MB of XML.
_PART_LIMIT = 100 * _MEGABYTE
# Pictures are packed already; whole files that unpack to more are made to fill memory.
_PACKAGE_LIMIT = 500 * _MEGABYTE
_MOST_PARTS = 10_000
# XML packs to a twentieth; repeated bytes of a bomb pack to a thousandth.
_HIGHEST_RATIO = 200
_RATIO_MATTERS_ABOVE = 5 * _MEGABYTE
_ENCRYPTED_FLAG = 0x1

_MAIN_PART = "word/document.xml"
_OTHER_FORMATS = (
    ("xl/workbook.xml", "Excel .xlsx"),
    ("ppt/presentation.xml", "PowerPoint .pptx"),
    ("mimetype", "ODF"),
    ("OFD.xml", "OFD"),
)
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError)


class DocxPackage:
    """Give the parts of a .docx as XML trees; nothing outside the file is ever loaded."""

    def __init__(self, data: bytes) -> None:
        """Open the package in `data`.

        Raises PlanError FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE or FILE_UNSUPPORTED.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*_READ_ERRORS, ValueError) as error:
            raise _damaged("ZIP") from error
        self._names = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        self._check_limits()
        self.main_name = self._find_main()

    def main(self) -> etree._Element:
        """Return the root of the main document; raises PlanError FILE_DAMAGED."""
        root = self._part(self.main_name)
        if root is None:
            raise _damaged(self.main_name)
        return root

    def related(self, kind: str) -> etree._Element | None:
        """Return the part of the main document's relationship `kind` ("styles"), or None.

        A damaged side part is left out: the text matters more than its styles.
        """
        target = self._relationships(self.main_name).get(kind)
        if target is None:
            return None
        try:
            return self._part(target)
        except PlanError:
            return None

    def _part(self, name: str) -> etree._Element | None:
        info = self._names.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as stream:
                content = stream.read(_PART_LIMIT + 1)
        except (*_READ_ERRORS, RuntimeError) as error:
            raise _damaged(name) from error
        if len(content) > _PART_LIMIT:
            raise _too_large(len(content), _PART_LIMIT)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise _damaged(name) from error

    def _relationships(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        root = self._part(posixpath.join(folder, "_rels", f"{name}.rels"))
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
        if name in self._names and not name.startswith(("xl/", "ppt/")):
            return name
        for marker, reason in _OTHER_FORMATS:
            if marker in self._names:
                raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason=reason)
        if any(part.startswith("word/") for part in self._names):
            raise _damaged(_MAIN_PART)
        raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason="ZIP")

    def _check_limits(self) -> None:
        infos = list(self._names.values())
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
            raise PlanError(ErrorCode.FILE_ENCRYPTED)
        total = sum(info.file_size for info in infos)
        if total > _PACKAGE_LIMIT:
            raise _too_large(total, _PACKAGE_LIMIT)
        if len(infos) > _MOST_PARTS:
            raise _damaged(f"{len(infos)} parts")
        for info in infos:
            packed = max(1, info.compress_size)
            if info.file_size > _RATIO_MATTERS_ABOVE and info.file_size / packed > _HIGHEST_RATIO:
                raise _too_large(info.file_size, _RATIO_MATTERS_ABOVE)


def _damaged(reason: str) -> PlanError:
    return PlanError(ErrorCode.FILE_DAMAGED, reason=reason)


def _too_large(size: int, limit: int) -> PlanError:
    return PlanError(
        ErrorCode.FILE_TOO_LARGE,
        size_mb=round(size / _MEGABYTE, 1),
        limit_mb=round(limit / _MEGABYTE, 1),
    )
