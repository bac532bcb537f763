"""Write the base.docx of each template: the official layout as an empty Word file.

Run it after a change in `official_style.py` or `base_package.py`; a test compares the parts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from plandraft.io.exporters.base_package import base_parts, pack

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


def main() -> None:
    """Write base.docx beside every manifest below the given folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=TEMPLATES)
    root: Path = parser.parse_args().root
    data = pack(base_parts())
    for manifest in sorted(root.glob("*/manifest.toml")):
        target = manifest.with_name("base.docx")
        target.write_bytes(data)
        print(f"{target}: {len(data)} bytes")


if __name__ == "__main__":
    main()
