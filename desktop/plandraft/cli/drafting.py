"""Make, fill, show and export drafts."""

from __future__ import annotations

from pathlib import Path

import typer

from plandraft.cli.export_options import ExportRequest, export_options
from plandraft.cli.output import write_json, write_line
from plandraft.cli.progress import shown_progress
from plandraft.cli.targets import refuse_inputs
from plandraft.core.draft.assemble import fill_slots, find_section, number_headings, open_slots
from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.draft.export import Preset
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span
from plandraft.services.drafting import DraftingService
from plandraft.system.messages import one_line
from plandraft.system.paths import library_file, templates_dir

_EXPORT_SUFFIX = ".docx"
_TEXT_SUFFIX = ".txt"


def print_templates(*, as_json: bool) -> None:
    """Print all templates."""
    found = _service().templates()
    if as_json:
        write_json([_template_data(template) for template in found])
        return
    for template in found:
        write_line(f"{template.id}  {template.name}")
        write_line(f"    {one_line(template.description)}")
        for slot in template.slots:
            example = f"（例：{slot.example}）" if slot.example else ""
            write_line(f"    --slot {slot.name}=…  {slot.purpose}{example}")
        for section in template.sections:
            write_line(f"    {'  ' * section.level}{section.id}  {section.title}")


def make_draft(template: str, slots: list[str], output: Path, title: str | None) -> None:
    """Begin a draft in a new file; raises PlanError SLOT_MALFORMED, DRAFT_EXISTS and others."""
    service = _service()
    draft = service.new_draft(template, dict(map(_slot_pair, slots)), title=title)
    service.create_file(output, draft)
    write_line(one_line(f"已新建草稿：{output}"))
    missing = open_slots(draft)
    if missing:
        write_line(f"尚未填写：{'、'.join(missing)}")


def add_to_draft(path: Path, section: str, file: Path, start: int, end: int) -> None:
    """Put `start`…`end` of a file's text into a section and keep the draft."""
    from plandraft.io.worker import read_document

    service = _service()
    draft = service.open_file(path)
    with shown_progress(file.name) as progress:
        document = read_document(file, progress)
    length = len(document.text)
    if not 0 <= start < end <= length:
        raise PlanError(ErrorCode.SPAN_OUTSIDE_TEXT, file, length=length, start=start, end=end)
    changed, _back = service.add_passage(draft, section, document, Span(start, end))
    service.save_file(path, changed)
    write_line(one_line(f"已加入 {end - start} 字到“{section}”：{path}"))
    goal = find_section(draft, section)
    for before, after in zip(draft.sections, changed.sections, strict=True):
        added = len(after.blocks) - len(before.blocks)
        if added and after.id != goal:
            title = fill_slots(after.title, dict(changed.slots))
            write_line(one_line(f"其中 {added} 段在原文的同名标题下，归入“{title}”。"))


def print_draft(path: Path, *, as_json: bool) -> None:
    """Print the sections of a draft, what stands in them and where it came from."""
    draft = _service().open_file(path)
    if as_json:
        write_json(_draft_data(draft))
        return
    slots = dict(draft.slots)
    write_line(one_line(fill_slots(draft.title, slots)))
    for name, value in draft.slots:
        shown = f"{name}：{value or '（待填）'}"
        write_line(f"  {one_line(shown)}")
    for section, label in zip(draft.sections, number_headings(draft), strict=True):
        letters = sum(len(block.text) for block in section.blocks)
        title = f"{label}{fill_slots(section.title, slots)}"
        indent = "  " * section.level
        write_line(f"{indent}{one_line(title)}  [{section.id}]  {letters} 字")
        for block in section.blocks:
            if block.provenance is not None:
                source = block.provenance
                place = f"{source.document_title or source.path}  {source.section}"
                write_line(f"{indent}    ← {one_line(place)}")


def export_draft(path: Path, output: Path, request: ExportRequest) -> None:
    """Export a draft; raises PlanError DRAFT_NOT_FINAL, TARGET_* and others."""
    from plandraft.services.exporting import ExportService

    options = export_options(request)
    suffix = _TEXT_SUFFIX if options.preset is Preset.PLAIN else _EXPORT_SUFFIX
    if output.suffix.lower() != suffix:
        raise typer.BadParameter(f"{suffix}: {output.name}", param_hint=f"输出{suffix}")
    refuse_inputs(output, (path, request.base) if request.base else (path,))
    draft = _service().open_file(path)
    with shown_progress(output.name) as progress:
        report = ExportService(templates_dir()).export_draft(
            draft,
            output,
            options=options,
            author=request.author,
            base=request.base,
            measure_pages=request.exact_pages,
            progress=progress,
        )
    write_line(one_line(f"已导出：{report.target}（引用 {report.passages} 段）"))
    if report.measured:
        write_line("目录页码已按排出的页面填写。")
    elif request.exact_pages and options.contents:
        write_line("目录页码为推算值，用 Word 打开时更新域。")
    if report.open_slots:
        write_line(f"尚未填写，文中以【】标出：{'、'.join(report.open_slots)}")
    if report.base is not None:
        for note in report.base.notes:
            write_line(one_line(note))
        if report.base.added:
            write_line(f"模板中没有、按标准补上的样式：{'、'.join(report.base.added)}")


def _service() -> DraftingService:
    return DraftingService(templates_dir(), library_file())


def _slot_pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name.strip():
        raise PlanError(ErrorCode.SLOT_MALFORMED, text)
    return name.strip(), value.strip()


def _template_data(template: DraftTemplate) -> dict[str, object]:
    return {
        "id": template.id,
        "name": template.name,
        "description": template.description,
        "title": template.title,
        "slots": [
            {
                "name": slot.name,
                "purpose": slot.purpose,
                "example": slot.example,
                "default": slot.default,
                "required": slot.required,
            }
            for slot in template.slots
        ],
        "sections": [
            {
                "id": section.id,
                "level": section.level,
                "title": section.title,
                "purpose": section.purpose,
                "minimum": section.minimum,
                "maximum": section.maximum,
                "optional": section.optional,
            }
            for section in template.sections
        ],
    }


def _draft_data(draft: Draft) -> dict[str, object]:
    slots = dict(draft.slots)
    return {
        "template": draft.template,
        "title": fill_slots(draft.title, slots),
        "slots": slots,
        "open_slots": list(open_slots(draft)),
        "sections": [
            {
                "id": section.id,
                "level": section.level,
                "label": label,
                "title": fill_slots(section.title, slots),
                "blocks": [_block_data(block) for block in section.blocks],
            }
            for section, label in zip(draft.sections, number_headings(draft), strict=True)
        ],
    }


def _block_data(block: DraftBlock) -> dict[str, object]:
    source = block.provenance
    if source is None:
        return {"id": block.id, "text": block.text, "source": None}
    return {
        "id": block.id,
        "text": block.text,
        "source": {
            "title": source.document_title,
            "place": source.place,
            "path": source.path,
            "section": source.section,
            "start": source.span.start,
            "end": source.span.end,
            "text": source.text,
        },
    }
