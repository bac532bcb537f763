"""Small compound (OLE) files, for tests of the readers of .doc and .wps."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_FAT = 0xFFFFFFFD
# Shorter streams would have to stand in the small sectors, which this writer has none of.
_SHORTEST = 4096


def ole(streams: Mapping[str, bytes]) -> bytes:
    """Write a compound file; short streams are filled up with zeros."""
    contents = [_padded(content, _SHORTEST) for content in streams.values()]
    directory_sectors = (len(streams) + 4) // 4
    counts = [directory_sectors, *(len(content) // _SECTOR for content in contents)]
    fat_sectors = 1
    while fat_sectors * 128 < fat_sectors + sum(counts):
        fat_sectors += 1
    fat = [_FAT] * fat_sectors
    starts = []
    for count in counts:
        starts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + count), _END]
    fat += [_FREE] * (fat_sectors * 128 - len(fat))
    entries = [_entry("Root Entry", 5, child=1, start=_END, size=0)]
    for index, (name, content) in enumerate(zip(streams, contents, strict=True)):
        following = index + 2 if index + 1 < len(streams) else _FREE
        entries.append(_entry(name, 2, right=following, start=starts[index + 1], size=len(content)))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, fat_sectors,
        starts[0], 0, _SHORTEST, _END, 0, _END, 0,
    )  # fmt: skip
    table = [*range(fat_sectors), *[_FREE] * (109 - fat_sectors)]
    return b"".join(
        (
            header,
            struct.pack("<109I", *table),
            struct.pack(f"<{len(fat)}I", *fat),
            _padded(b"".join(entries), directory_sectors * _SECTOR),
            *contents,
        )
    )


def _entry(
    name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int, size: int
) -> bytes:
    encoded = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        encoded, len(encoded) + 2, kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size,
    )  # fmt: skip


def _padded(content: bytes, least: int = 0) -> bytes:
    length = max(least, -(-len(content) // _SECTOR) * _SECTOR)
    return content.ljust(length, b"\0")
