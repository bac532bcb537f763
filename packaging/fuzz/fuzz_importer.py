"""Feed one reader with damaged files, guided by coverage: `fuzz_importer.py FORMAT SEEDS [-x=…]`.

Anything but a reading or a PlanError is a finding. The options are those of libFuzzer. Run by
`dev.py fuzz`, which makes the seeds.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["plandraft"]):
    from plandraft.core.model.document import Origin
    from plandraft.core.model.errors import PlanError
    from plandraft.core.text.metadata import find_metadata
    from plandraft.core.text.places import Gazetteer
    from plandraft.core.text.repairs import apply_repairs, find_repairs
    from plandraft.core.text.structure import build_document
    from plandraft.io.importers.readers import Reader, reader_of
    from plandraft.io.importers.sniffing import FileFormat

    for one in FileFormat:
        reader_of(one)

_LARGEST = 200_000


def check(read: Reader, data: bytes) -> None:
    """Read `data` and do with the text all that is done with a document."""
    try:
        reading = read(data)
    except PlanError:
        return
    origin = Origin("a", reading.format, reading.encoding, "")
    document = build_document(reading.text, origin, hints=reading.hints)
    mended = apply_repairs(document, find_repairs(document.text))
    find_metadata(mended, Gazetteer())
    for block in mended.blocks:
        assert block.span.end <= len(mended.text)
    for block in document.blocks:
        assert document.source_map.span_to_source(block.span).slice(reading.text)


def main(arguments: list[str]) -> None:
    """Fuzz until the options say that it is enough."""
    name, seeds, *options = arguments
    read = reader_of(FileFormat(name))
    command = [sys.argv[0], f"-max_len={_LARGEST}", *options, str(Path(seeds))]
    atheris.Setup(command, lambda data: check(read, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
