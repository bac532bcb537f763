"""Drafts are begun from templates, filled from documents, kept and exported."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.helpers.documents import make_document

from plandraft.core.draft.edits import apply_edit
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span
from plandraft.services.drafting import DraftingService
from plandraft.services.exporting import ExportService
from plandraft.system.paths import templates_dir

TEMPLATE = "municipal_special_plan"
NOON = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)


@pytest.fixture
def service(tmp_path: Path) -> DraftingService:
    """Return a service with the real templates and an empty library."""
    return DraftingService(templates_dir(), tmp_path / "library.db", lambda: NOON)


def test_templates_are_found_by_id(service: DraftingService) -> None:
    assert TEMPLATE in [template.id for template in service.templates()]
    assert service.template(TEMPLATE).sections
    for name in ("nothing", "", ".", "..", "../templates", f"{TEMPLATE}/"):
        with pytest.raises(PlanError) as caught:
            service.template(name)
        assert caught.value.code is ErrorCode.TEMPLATE_UNKNOWN
        assert TEMPLATE in str(caught.value.details["known"])


def test_passage_is_put_in_and_taken_out(service: DraftingService) -> None:
    draft = service.new_draft(TEMPLATE, {"城市": "云汀市"})
    document = make_document("甲市规划\n一、目标\n到2030年建成。", place="甲")
    start = document.text.index("到")
    span = Span(start, start + 8)
    changed, back = service.add_passage(draft, "preface", document, span)
    block = changed.sections[0].blocks[-1]
    assert block.text == span.slice(document.text)
    assert block.provenance is not None
    assert block.provenance.span == span
    assert apply_edit(changed, back)[0].sections == draft.sections
    with pytest.raises(PlanError) as caught:
        service.add_passage(draft, "nothing", document, span)
    assert caught.value.code is ErrorCode.SECTION_UNKNOWN


def test_draft_is_kept_and_removed(service: DraftingService) -> None:
    draft = service.new_draft(TEMPLATE, {"城市": "云汀市"}, title="新题")
    identity = service.save(None, draft)
    assert service.load(identity) == draft
    assert [record.title for record in service.list_drafts()] == ["新题"]
    service.save(identity, draft)
    assert service.load_snapshot(service.list_snapshots(identity)[0].id) == draft
    service.remove(identity)
    assert service.list_drafts() == ()
    service.restore(identity)
    assert [record.id for record in service.list_drafts()] == [identity]


def test_draft_file_is_made_once_and_saved_often(service: DraftingService, tmp_path: Path) -> None:
    path = tmp_path / "a.plandraft"
    draft = service.new_draft(TEMPLATE, {})
    service.create_file(path, draft)
    assert service.open_file(path) == draft
    with pytest.raises(PlanError) as caught:
        service.create_file(path, draft)
    assert caught.value.code is ErrorCode.DRAFT_EXISTS
    other = service.new_draft(TEMPLATE, {}, title="另题")
    service.save_file(path, other)
    assert service.open_file(path) == other


def test_export_reports_what_it_wrote(service: DraftingService, tmp_path: Path) -> None:
    draft = service.new_draft(TEMPLATE, {"城市": "云汀市"})
    document = make_document("甲市规划\n一、目标\n到2030年建成。", place="甲")
    draft, _ = service.add_passage(draft, "preface", document, Span(0, 4))
    target = tmp_path / "a.docx"
    report = ExportService(templates_dir(), lambda: NOON).export_draft(draft, target)
    assert report.target == target
    assert report.size == target.stat().st_size
    assert report.passages == 1
    assert "省份" in report.open_slots
    assert zipfile.is_zipfile(target)


def test_draft_of_a_template_that_is_gone_is_named(
    service: DraftingService, tmp_path: Path
) -> None:
    draft = service.new_draft(TEMPLATE, {})
    target = tmp_path / "a.docx"
    with pytest.raises(PlanError) as caught:
        ExportService(tmp_path / "none").export_draft(draft, target)
    assert caught.value.code is ErrorCode.TEMPLATE_UNKNOWN
    assert not target.exists()
