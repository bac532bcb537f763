"""The `.venv` of this checkout: made, filled from the hash-pinned locks, and known to be whole."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from devtools import system_libraries
from devtools.console import PACKAGING, TOP, VENV, SetupError, run_quietly, say

LOCKS = {
    "runtime": "requirements.txt",
    "dev": "requirements-dev.txt",
    "build": "requirements-build.txt",
    "bench": "requirements-bench.txt",
    "fuzz": "requirements-fuzz.txt",
    "lock": "requirements-lock.txt",
}
# The lock for work on the code holds the runtime's pins too (a test keeps it so).
IMPLIED = {"dev": ("runtime",), "build": ("runtime",), "bench": ("runtime",)}
# Tools that do not import the package, and a lock that cannot build it.
WITHOUT_PACKAGE = frozenset({"fuzz", "lock"})

_STAMP = VENV / "plandraft-stamp.json"
_GUARD = TOP / ".venv.lock"
_PYPROJECT_TABLES = ("build-system", "project")
_WAIT_SECONDS = 0.5
_REMOVAL_ATTEMPTS = 3  # a virus scanner on Windows may still hold a file for a moment


def venv_python() -> Path:
    """Return the interpreter of `.venv`."""
    return venv_tool("python")


def venv_tool(name: str) -> Path:
    """Return the program `name` that a package installed into `.venv`."""
    return VENV / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def ensure(kind: str) -> None:
    """Make `.venv` hold the packages of the lock `kind`; silent and quick when it does.

    Raises SetupError when it cannot be done.
    """
    if _is_current(kind):
        return
    with _only_one_at_a_time():
        if _is_current(kind):
            return
        started = time.monotonic()
        stamp = _read_stamp()
        if stamp is None or stamp.get("python") != _python_identity() or not _works():
            _make_venv()
            stamp = {"python": _python_identity(), "locks": {}}
        _STAMP.unlink(missing_ok=True)
        _install(kind, stamp)
        _write_stamp(stamp)
        say(f"set-up done in {time.monotonic() - started:.0f} s")


def _is_current(kind: str) -> bool:
    stamp = _read_stamp()
    return (
        stamp is not None
        and stamp.get("python") == _python_identity()
        and (kind in WITHOUT_PACKAGE or stamp.get("package") == _package_digest())
        and stamp.get("locks", {}).get(kind) == _lock_digest(kind)
        and venv_python().exists()
    )


def _python_identity() -> str:
    """Return what an environment is tied to: the minor version and the place it stands in."""
    return f"{sys.version_info.major}.{sys.version_info.minor} {VENV}"


def _lock_digest(kind: str) -> str:
    return hashlib.sha256((PACKAGING / LOCKS[kind]).read_bytes()).hexdigest()


def _package_digest() -> str:
    """Return a digest of what an editable installation depends on, tool settings left out."""
    pyproject = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    relevant: dict[str, Any] = {name: pyproject.get(name) for name in _PYPROJECT_TABLES}
    relevant["hatch"] = pyproject.get("tool", {}).get("hatch")
    text = json.dumps(relevant, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _read_stamp() -> dict[str, Any] | None:
    try:
        stamp = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


def _write_stamp(stamp: dict[str, Any]) -> None:
    """Write the stamp in one step, as the last act of a set-up."""
    unfinished = _STAMP.with_suffix(".new")
    unfinished.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    unfinished.replace(_STAMP)


def _works() -> bool:
    if not venv_python().exists():
        return False
    code, _ = run_quietly([venv_python(), "-c", "import pip"])
    return code == 0


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        system_libraries.install_venv_support()
    if VENV.exists():
        say("rebuilding .venv (half made, moved, or made by another Python)")
        _remove_tree(VENV)
    else:
        say("making .venv")
    code, output = run_quietly([sys.executable, "-m", "venv", VENV])
    if code != 0:
        raise SetupError(
            f"{output.strip()}\nCannot make {VENV}; on Debian and Ubuntu install "
            f"python{sys.version_info.major}.{sys.version_info.minor}-venv, and see that "
            "the folder can be written."
        )


def _remove_tree(folder: Path) -> None:
    for attempt in range(_REMOVAL_ATTEMPTS):
        try:
            shutil.rmtree(folder)
        except OSError as problem:
            if attempt == _REMOVAL_ATTEMPTS - 1:
                raise SetupError(
                    f"Cannot remove {folder} ({problem}); close the programs that use it."
                ) from problem
            time.sleep(1)
        else:
            return


def _install(kind: str, stamp: dict[str, Any]) -> None:
    lock = PACKAGING / LOCKS[kind]
    if stamp["locks"].get(kind) != _lock_digest(kind):
        say(f"installing packages from packaging/{lock.name}")
        _pip("install", "--quiet", "--require-hashes", "--requirement", str(lock))
        for done in (kind, *IMPLIED.get(kind, ())):
            stamp["locks"][done] = _lock_digest(done)
    if kind not in WITHOUT_PACKAGE and stamp.get("package") != _package_digest():
        _pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(TOP))
        stamp["package"] = _package_digest()


def _pip(*arguments: str) -> None:
    code, output = run_quietly([venv_python(), "-m", "pip", *arguments])
    if code != 0:
        raise SetupError(
            f"{output.strip()}\npip {arguments[0]} failed (exit code {code}); check the network "
            "or the package index that pip is configured with, then start again."
        )


@contextlib.contextmanager
def _only_one_at_a_time() -> Iterator[None]:
    """Hold a lock that ends with this process and the children it started, however they end."""
    with _GUARD.open("a+b") as guard:
        waiting = False
        while not _try_to_lock(guard):
            if not waiting:
                say("waiting for another set-up of this checkout")
            waiting = True
            time.sleep(_WAIT_SECONDS)
        yield


def _try_to_lock(guard: BinaryIO) -> bool:
    """Lock the open file `guard`; return False when another process holds it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on Windows only

        guard.seek(0)
        try:
            msvcrt.locking(guard.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl  # noqa: PLC0415 - does not exist on Windows

    try:
        fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    os.set_inheritable(guard.fileno(), True)  # noqa: FBT003
    return True
