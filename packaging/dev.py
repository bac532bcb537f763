#!/usr/bin/env python3
"""Set up, test, show, run and build PlanDraft: `python3 packaging/dev.py COMMAND`.

Needs nothing but Python 3.11 or newer. This file keeps to syntax that older ones can read,
so that they can say what is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")
WINDOWS_LAUNCHER = (["py", "-3.14"], ["py", "-3.13"], ["py", "-3.12"], ["py", "-3.11"])
PROBE = "import sys; sys.exit(0 if sys.version_info >= (%d, %d) else 1)" % OLDEST  # noqa: UP031


def newer_python() -> list[str] | None:
    """Return the start of a command line for a Python that is new enough, or None."""
    if os.name == "nt":
        candidates = list(WINDOWS_LAUNCHER)
    else:
        candidates = [[name] for name in NEWER_NAMES if shutil.which(name)]
    for command in candidates:
        try:
            found = subprocess.call(
                command + ["-c", PROBE],  # noqa: RUF005 - older Pythons read this file too
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            continue
        if found == 0:
            return command
    return None


def main(arguments: list[str]) -> int:
    """Run the command named by `arguments` and return its exit code."""
    if sys.version_info < OLDEST:
        command = newer_python()
        needed = "%d.%d" % OLDEST  # noqa: UP031
        if command is None:
            sys.stderr.write(
                "dev.py: Python %s is too old; install Python %s or newer and start again.\n"  # noqa: UP031
                % (sys.version.split()[0], needed)
            )
            return 2
        sys.stderr.write("dev.py: Python is too old here, going on with %s\n" % " ".join(command))  # noqa: UP031
        return subprocess.call([*command, os.path.abspath(__file__), *arguments])  # noqa: PTH100
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    from devtools.commands import dispatch  # noqa: PLC0415

    return dispatch(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
