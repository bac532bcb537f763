"""Progress lines on stderr, child processes with a clean environment, where things are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PACKAGING = TOP / "packaging"
VENV = TOP / ".venv"

# These would make the environment's Python look at other packages than its own.
_PYTHON_REDIRECTIONS = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONPLATLIBDIR",
    "PYTHONSAFEPATH",
    "PYTHONSTARTUP",
    "PYTHONUSERBASE",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)

# Where packages come from and how the network is reached is the user's business; every other
# PIP_ variable (target, user, prefix, constraint, no-deps …) would change what is installed.
_PIP_KEPT = frozenset(
    {
        "PIP_CACHE_DIR",
        "PIP_CERT",
        "PIP_CLIENT_CERT",
        "PIP_CONFIG_FILE",
        "PIP_DEFAULT_TIMEOUT",
        "PIP_EXTRA_INDEX_URL",
        "PIP_FIND_LINKS",
        "PIP_INDEX_URL",
        "PIP_KEYRING_PROVIDER",
        "PIP_NO_CACHE_DIR",
        "PIP_NO_INDEX",
        "PIP_PROXY",
        "PIP_RETRIES",
        "PIP_TIMEOUT",
        "PIP_TRUSTED_HOST",
    }
)


class SetupError(Exception):
    """Something the command needs is missing; the message says what to do."""


def say(line: str) -> None:
    """Write one progress line to stderr, whatever its encoding can show."""
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stderr.flush()


def clean_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment without anything that leads away from `.venv`, plus `extra`."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in _PYTHON_REDIRECTIONS
        and (not name.upper().startswith("PIP_") or name.upper() in _PIP_KEPT)
    }
    environment["PYTHONNOUSERSITE"] = "1"
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    environment.update(extra or {})
    return environment


def run(command: Sequence[str | Path], *, extra: Mapping[str, str] | None = None) -> int:
    """Run `command` at the top of the checkout on the same terminal; return its exit code."""
    return subprocess.run(
        [str(part) for part in command], cwd=TOP, env=clean_environment(extra), check=False
    ).returncode


def run_quietly(
    command: Sequence[str | Path], *, extra: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run `command` with its output caught; return the exit code and what it wrote."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=TOP,
        env=clean_environment(extra),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,  # a child of a set-up that was killed keeps the lock until it ends
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")
