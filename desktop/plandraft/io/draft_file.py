"""Drafts as .plandraft files: UTF-8 JSON, replaced as a whole."""

from __future__ import annotations

import json
from pathlib import Path

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.serialize import draft_from_data, draft_to_data
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.system.files import read_input_file, replace_atomically

SUFFIX = ".plandraft"
# A draft of a thousand pages has 3 MB; ten times that is not one of ours.
LARGEST_FILE = 32 * 1024 * 1024


def read_draft(path: Path) -> Draft:
    """Read a draft.

    Raises PlanError FILE_* when there is no such file, DRAFT_DAMAGED when it holds something else.
    """
    content = read_input_file(path, LARGEST_FILE)
    try:
        return draft_from_data(json.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise PlanError(ErrorCode.DRAFT_DAMAGED, path, reason="UTF-8") from error
    except json.JSONDecodeError as error:
        reason = f"JSON {error.lineno}:{error.colno}"
        raise PlanError(ErrorCode.DRAFT_DAMAGED, path, reason=reason) from error
    except RecursionError as error:
        raise PlanError(ErrorCode.DRAFT_DAMAGED, path, reason="JSON") from error
    except PlanError as error:
        raise PlanError(error.code, path, **error.details) from error


def write_draft(path: Path, draft: Draft) -> None:
    """Write a draft; the file that was there stays whole until the new one is. Raises TARGET_*."""
    # Half a surrogate pair, as a broken clipboard may give, has no UTF-8 form.
    text = json.dumps(draft_to_data(draft), ensure_ascii=False, indent=1)
    replace_atomically(path, text.encode("utf-8", errors="replace") + b"\n")
