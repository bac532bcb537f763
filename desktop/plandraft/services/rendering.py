"""The pages of a draft: laid out by ourselves for the preview, or by LibreOffice for the truth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Lock

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.page_breaks import PageMaker
from plandraft.core.draft.page_values import PagedPlan
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.exporters.flow_reader import read_flow
from plandraft.io.exporters.user_base import UserBase, adopt_base
from plandraft.io.office_converter import convert_to_pdf, find_office
from plandraft.io.template_file import BASE_DOCX, load_template
from plandraft.services.drafting import template_folder
from plandraft.services.exporting import LARGEST_BASE
from plandraft.services.houses import HouseStyle, list_houses
from plandraft.system.files import check_target, read_input_file, replace_atomically

__all__ = ["PagedPlan", "RenderingService", "can_render", "write_true_pdf"]

_LARGEST_FILE = 100 * 1024 * 1024


class RenderingService:
    """Lay drafts out with the templates below `templates_root`; any thread may call."""

    def __init__(self, templates_root: Path) -> None:
        self._templates_root = templates_root
        self._maker = PageMaker()
        self._one = Lock()

    def houses(self) -> tuple[HouseStyle, ...]:
        """Return the house styles beside the templates; raises PlanError TEMPLATE_DAMAGED."""
        return list_houses(self._templates_root)

    def lay_out(
        self,
        draft: Draft,
        options: ExportOptions,
        progress: Progress = SILENT,
        *,
        base: Path | None = None,
    ) -> PagedPlan:
        """Return the pages of a draft as an export with these options has them, nearly.

        `base` is a user's .docx that the text goes into. What did not change since the last call
        is not laid out again. Raises PlanError TEMPLATE_UNKNOWN, TEMPLATE_DAMAGED, FILE_* about
        `base`, and Cancelled through `progress`.
        """
        if options.preset is Preset.PLAIN:
            # A plain text has no pages; these are what it looks like in the official layout.
            options = replace(options, preset=Preset.FINAL)
        folder = template_folder(self._templates_root, draft.template)
        template = load_template(folder)

        def chosen() -> Path | UserBase:
            # A base can be used once.
            if base is None:
                return folder / BASE_DOCX
            return adopt_base(base, read_input_file(base, LARGEST_BASE))

        with self._one:
            flow = read_flow(draft, template, chosen(), options, progress=progress.part(0.0, 0.3))
            paged = self._maker.lay_out(flow, progress.part(0.3, 0.7))
            if not options.contents:
                return paged
            numbers = paged.listed_numbers()
            part = progress.part(0.7, 0.8)
            flow = read_flow(draft, template, chosen(), options, numbers, part)
            return self._maker.lay_out(flow, progress.part(0.8, 1.0))


def can_render() -> bool:
    """Tell whether a program that lays Word files out is there."""
    return find_office() is not None


def write_true_pdf(source: Path, target: Path, progress: Progress = SILENT) -> Path:
    """Write the pages that LibreOffice makes of the Word file `source` as PDF; return its path.

    Raises PlanError CONVERTER_MISSING, CONVERSION_FAILED, FILE_* about `source` and TARGET_*; an
    old file stays whole.
    """
    check_target(target)
    data = read_input_file(source, _LARGEST_FILE)
    progress.step(0.1)
    pdf = convert_to_pdf(source, data)
    progress.step(0.95)
    replace_atomically(target, pdf)
    progress.step(1.0)
    return target
