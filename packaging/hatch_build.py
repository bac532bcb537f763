"""Put resources/ and templates/ into the wheel, but not into an editable installation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA_FOLDERS = ("resources", "templates")


class DataFolders(BuildHookInterface[Any]):
    """Map the top-level data folders to `plandraft/_data/`.

    An editable installation reads them from the checkout; a copy beside it would grow stale.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the data folders of the checkout to a standard wheel."""
        if version == "editable":
            return
        for name in DATA_FOLDERS:
            folder = Path(self.root) / name
            if folder.is_dir():
                build_data["force_include"][str(folder)] = f"plandraft/_data/{name}"
