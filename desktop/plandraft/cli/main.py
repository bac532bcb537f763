"""Run a command line and turn all that can happen into an exit code and at most one line."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence

from typer.exceptions import TyperException
from typer.main import get_command

from plandraft.cli.application import application
from plandraft.cli.output import OutputClosed, forget_output, prepare_streams, write_error
from plandraft.cli.wording import chosen_language, current_language, usage_text
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled
from plandraft.system.diagnostics import logger, start_log
from plandraft.system.messages import ENGLISH, error_text
from plandraft.system.paths import log_dir

DONE = 0
FAILED = 1
WRONG_USAGE = 2
UNUSABLE_INPUT = 3
INTERRUPTED = 130
DEBUG_VARIABLE = "PLANDRAFT_DEBUG"

# What was typed is wrong in form, whatever is in the files.
_USAGE_CODES = frozenset({ErrorCode.SLOT_MALFORMED, ErrorCode.REPORT_FORMAT_UNKNOWN})


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code.

    0 done, 1 a mistake of the program, 2 wrong usage, 3 an input or a target that cannot be used,
    130 stopped by the user. All but 0 write one line to the error stream, 130 none.
    """
    prepare_streams()
    language = chosen_language(arguments)
    current_language.set(language)
    try:
        command = get_command(application)
        code = command.main(args=list(arguments), prog_name="plandraft", standalone_mode=False)
    except (KeyboardInterrupt, Cancelled):
        return INTERRUPTED
    except OutputClosed:
        forget_output()
        return DONE
    except PlanError as error:
        write_error(error_text(error, language))
        return WRONG_USAGE if error.code in _USAGE_CODES else UNUSABLE_INPUT
    except TyperException as error:
        write_error(usage_text(error, language))
        return WRONG_USAGE
    except Exception as error:  # noqa: BLE001 - the last resort: logged, and told in one line
        _report_mistake(error, language)
        return FAILED
    return code if isinstance(code, int) else DONE


def _report_mistake(error: Exception, language: str) -> None:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error)
    diagnostics = start_log(log_dir())
    logger.error("a command failed", exc_info=error)
    diagnostics.close()
    place = diagnostics.log_file or "—"
    kind = f"{type(error).__name__}: {error}"
    if language == ENGLISH:
        write_error(f"Internal error ({kind}). Please report it with the log file: {place}")
    else:
        write_error(f"程序内部出错（{kind}）。请连同日志文件反馈：{place}")
