"""The start of the program: a command of the terminal, or the window."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from plandraft.cli import COMMANDS
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.system.files import is_there

SMOKE_OPTION = "--smoke"
# The platform plug-ins of Qt that need no display.
_DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_FAILED = 1
_WRONG_USAGE = 2
_UNUSABLE_INPUT = 3
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window with the files given, and return the exit code.

    What begins with a dash or names a command goes to the terminal; `--smoke` opens the window,
    paints it once and ends.
    """
    multiprocessing.freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _dispatch(arguments: list[str]) -> int:
    smoke = SMOKE_OPTION in arguments[:1]
    if smoke:
        arguments = arguments[1:]
    elif arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from plandraft.cli.main import run

        return run(arguments)
    return _open_window(tuple(map(Path, arguments)), smoke=smoke)


def _open_window(files: tuple[Path, ...], *, smoke: bool) -> int:
    problem = _problem_with(files)
    if problem is not None:
        code, text = problem
        _complain(text)
        return code
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAY_VARIABLES)):
        _complain("没有图形界面，无法打开窗口。请在桌面环境中运行，或使用命令：plandraft --help")
        return _FAILED
    try:
        from plandraft.app import run_app
    except ImportError as error:
        _complain(f"缺少窗口所需的组件（{error}）。请运行 python packaging/dev.py setup 后重试。")
        return _FAILED
    return run_app(files, smoke=smoke)


def _problem_with(files: tuple[Path, ...]) -> tuple[int, str] | None:
    """Return exit code and text for files that are not there, or None.

    A program without a terminal shows them in its window instead.
    """
    if sys.stderr is None:
        return None
    for path in files:
        if is_there(path):
            continue
        if path.suffix or len(path.parts) > 1:
            from plandraft.system.messages import error_text

            return _UNUSABLE_INPUT, error_text(PlanError(ErrorCode.FILE_MISSING, path))
        known = "、".join(COMMANDS)
        return _WRONG_USAGE, f"没有命令或文件“{path}”。命令有：{known}；用法见：plandraft --help"
    return None


def _complain(text: str) -> None:
    from plandraft.cli.output import prepare_streams, write_error

    prepare_streams()
    write_error(text)


if __name__ == "__main__":
    sys.exit(main())
