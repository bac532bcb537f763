"""Begin drafts, put passages into them, keep them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from plandraft.core.draft.assemble import find_section, provenance_of, start_draft
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.edits import Edit, add_passage
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span
from plandraft.io.draft_file import read_draft, write_draft
from plandraft.io.template_file import MANIFEST, list_templates, load_template
from plandraft.store import drafts
from plandraft.store.database import open_library
from plandraft.store.drafts import DraftRecord, SnapshotRecord
from plandraft.system.files import is_there

__all__ = ["DraftRecord", "DraftingService", "SnapshotRecord", "find_template", "template_folder"]


class DraftingService:
    """Serve the templates below `templates_root` and the drafts in the file `database`."""

    def __init__(
        self,
        templates_root: Path,
        database: Path,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._templates_root = templates_root
        self._database = database
        self._clock = clock

    def templates(self) -> tuple[DraftTemplate, ...]:
        """Return all templates that can be used."""
        return list_templates(self._templates_root)

    def template(self, identity: str) -> DraftTemplate:
        """Return a template; raises PlanError TEMPLATE_UNKNOWN or TEMPLATE_DAMAGED."""
        return find_template(self._templates_root, identity)

    def new_draft(
        self, template_id: str, slots: Mapping[str, str], *, title: str | None = None
    ) -> Draft:
        """Begin a draft; it is not kept before `save` or `create_file`.

        Raises PlanError TEMPLATE_UNKNOWN, TEMPLATE_DAMAGED or SLOT_UNKNOWN.
        """
        draft = start_draft(self.template(template_id), slots)
        return draft if title is None else replace(draft, title=title)

    def add_passage(
        self, draft: Draft, section: str, document: Document, span: Span, index: int | None = None
    ) -> tuple[Draft, Edit]:
        """Put a passage of a document into a section, named by id or by a title that is unique.

        Returns the draft and the edit that leads back. Raises PlanError SECTION_UNKNOWN or
        SPAN_OUTSIDE_TEXT.
        """
        goal = find_section(draft, section)
        source = provenance_of(document, span)
        return add_passage(draft, goal, source.text, source, index)

    def save(self, draft_id: int | None, draft: Draft) -> int:
        """Keep the present state of a draft (a new one without id) and return its id."""
        with open_library(self._database) as database:
            return drafts.save_draft(database, draft, saved_at=self._clock(), identity=draft_id)

    def load(self, draft_id: int) -> Draft:
        """Return a draft that was kept; raises PlanError DOCUMENT_GONE or DRAFT_DAMAGED."""
        with open_library(self._database) as database:
            return drafts.load_draft(database, draft_id)

    def list_drafts(self) -> tuple[DraftRecord, ...]:
        """Return all drafts that are kept, the last saved one first."""
        with open_library(self._database) as database:
            return drafts.list_drafts(database)

    def remove(self, draft_id: int) -> None:
        """Take a draft out of the list; `restore` brings it back."""
        with open_library(self._database) as database:
            drafts.set_draft_removed(database, draft_id, self._clock())

    def restore(self, draft_id: int) -> None:
        """Bring a removed draft back."""
        with open_library(self._database) as database:
            drafts.set_draft_removed(database, draft_id, None)

    def list_snapshots(self, draft_id: int) -> tuple[SnapshotRecord, ...]:
        """Return the earlier states of a draft, newest first."""
        with open_library(self._database) as database:
            return drafts.list_snapshots(database, draft_id)

    def load_snapshot(self, snapshot_id: int) -> Draft:
        """Return an earlier state; raises PlanError DOCUMENT_GONE or DRAFT_DAMAGED."""
        with open_library(self._database) as database:
            return drafts.load_snapshot(database, snapshot_id)

    def open_file(self, path: Path) -> Draft:
        """Read a .plandraft file; raises PlanError FILE_* or DRAFT_DAMAGED."""
        return read_draft(path)

    def save_file(self, path: Path, draft: Draft) -> None:
        """Write a .plandraft file over the old one; raises PlanError TARGET_*."""
        write_draft(path, draft)

    def create_file(self, path: Path, draft: Draft) -> None:
        """Write a new .plandraft file; raises PlanError DRAFT_EXISTS or TARGET_*."""
        if is_there(path):
            raise PlanError(ErrorCode.DRAFT_EXISTS, path)
        write_draft(path, draft)


def template_folder(root: Path, identity: str) -> Path:
    """Return the folder of a template; raises PlanError TEMPLATE_UNKNOWN with the known ids."""
    folders = {manifest.parent.name: manifest.parent for manifest in root.glob(f"*/{MANIFEST}")}
    if identity not in folders:
        known = "、".join(sorted(folders)) or "—"
        raise PlanError(ErrorCode.TEMPLATE_UNKNOWN, identity, known=known)
    return folders[identity]


def find_template(root: Path, identity: str) -> DraftTemplate:
    """Return a template; raises PlanError TEMPLATE_UNKNOWN or TEMPLATE_DAMAGED."""
    return load_template(template_folder(root, identity))
