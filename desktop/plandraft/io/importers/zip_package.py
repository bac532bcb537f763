"""Open a zip file of XML parts (.docx, .odt), with limits on what it may unpack to."""

from __future__ import annotations

import io
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
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError)


def parse_xml(content: bytes, name: str) -> etree._Element:
    """Parse XML without loading anything it refers to; raises PlanError FILE_DAMAGED on `name`."""
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
        raise damaged(name) from error


def damaged(reason: str) -> PlanError:
    """Return the error for a file that is damaged at `reason`."""
    return PlanError(ErrorCode.FILE_DAMAGED, reason=reason)


class ZipPackage:
    """Give the parts of a zip file as XML trees; nothing outside the file is ever loaded."""

    def __init__(self, data: bytes) -> None:
        """Open the package in `data`.

        Raises PlanError FILE_DAMAGED, FILE_ENCRYPTED or FILE_TOO_LARGE.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*_READ_ERRORS, ValueError) as error:
            raise damaged("ZIP") from error
        self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        self._check_limits()

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the parts."""
        return frozenset(self._parts)

    def part(self, name: str) -> etree._Element | None:
        """Return a part's root, None without it; raises PlanError FILE_DAMAGED, FILE_TOO_LARGE."""
        info = self._parts.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as stream:
                content = stream.read(_PART_LIMIT + 1)
        except (*_READ_ERRORS, RuntimeError, ValueError) as error:
            raise damaged(name) from error
        if len(content) > _PART_LIMIT:
            raise _too_large(len(content), _PART_LIMIT)
        return parse_xml(content, name)

    def side_part(self, name: str) -> etree._Element | None:
        """Return a part that the text can do without, None where it is damaged."""
        try:
            return self.part(name)
        except PlanError:
            return None

    def _check_limits(self) -> None:
        infos = list(self._parts.values())
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
            raise PlanError(ErrorCode.FILE_ENCRYPTED)
        total = sum(info.file_size for info in infos)
        if total > _PACKAGE_LIMIT:
            raise _too_large(total, _PACKAGE_LIMIT)
        if len(infos) > _MOST_PARTS:
            raise damaged(f"{len(infos)} parts")
        for info in infos:
            packed = max(1, info.compress_size)
            if info.file_size > _RATIO_MATTERS_ABOVE and info.file_size / packed > _HIGHEST_RATIO:
                raise _too_large(info.file_size, _RATIO_MATTERS_ABOVE)


def _too_large(size: int, limit: int) -> PlanError:
    return PlanError(
        ErrorCode.FILE_TOO_LARGE,
        size_mb=round(size / _MEGABYTE, 1),
        limit_mb=round(limit / _MEGABYTE, 1),
    )
