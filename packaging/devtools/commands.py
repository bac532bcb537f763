"""The commands of dev.py: one small function each, and the table that names them."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from devtools import build, demo, environment, fuzz, lock, system_libraries, tests
from devtools.console import TOP, VENV, SetupError, run, say


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does in one line, and a function from its arguments to an exit code."""

    help: str
    function: Callable[[Sequence[str]], int]


def _setup(arguments: Sequence[str]) -> int:
    """Make the environment, with the tools for work on the code unless told otherwise."""
    parser = argparse.ArgumentParser(prog="dev.py setup")
    parser.add_argument("--runtime-only", action="store_true", help="leave out the test tools")
    options = parser.parse_args(arguments)
    system_libraries.ensure(system_libraries.OFFSCREEN)
    environment.ensure("runtime" if options.runtime_only else "dev")
    return 0


def _run(arguments: Sequence[str]) -> int:
    """Start the application with `arguments`."""
    system_libraries.ensure(system_libraries.WINDOW)
    environment.ensure("runtime")
    return run([environment.venv_python(), "-m", "plandraft", *arguments])


def _bench(arguments: Sequence[str]) -> int:
    """Measure the matching engine against its peers."""
    system_libraries.ensure(system_libraries.OFFSCREEN)
    environment.ensure("bench")
    return run([environment.venv_python(), "-m", "tests.benchmarks.run", *arguments])


COMMANDS = {
    "setup": Command("make .venv from the locks and stop", _setup),
    "demo": Command("show the application on the samples [--headless] [--out DIR]", demo.run_demo),
    "test": Command("run every check and test; further arguments go to pytest", tests.run_tests),
    "fuzz": Command("feed each importer with damaged files [FORMAT…] [--seconds N]", fuzz.run_fuzz),
    "run": Command("start the application; further arguments go to it", _run),
    "build": Command("make the stand-alone folder in dist/ and smoke-test it", build.run_build),
    "bench": Command("measure the engine against its peers [--quick] [--speed] [--write]", _bench),
    "lock": Command("write the lock files anew [--upgrade]", lock.run_lock),
}


def dispatch(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name and return its exit code."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        sys.stdout.write(_usage())
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in COMMANDS:
        sys.stderr.write(f"dev.py: there is no command {name!r}.\n\n{_usage()}")
        return 2
    if Path(sys.prefix).resolve() == VENV.resolve():
        return _restart_outside(arguments)
    try:
        return COMMANDS[name].function(rest)
    except SetupError as problem:
        say(f"dev.py {name}: {problem}")
        return 1
    except KeyboardInterrupt:
        return 130


def _restart_outside(arguments: Sequence[str]) -> int:
    """Start again with the Python that `.venv` was made by, so that `.venv` can be replaced."""
    base = getattr(sys, "_base_executable", None)
    if not base or Path(base).resolve() == Path(sys.executable).absolute():
        say("dev.py: start it with the system's Python, not with the one in .venv")
        return 1
    environment_of_child = {
        name: value for name, value in os.environ.items() if name != "__PYVENV_LAUNCHER__"
    }
    script = TOP / "packaging" / "dev.py"
    return subprocess.call([base, str(script), *arguments], env=environment_of_child)


def _usage() -> str:
    lines = [f"  {name:<7} {command.help}\n" for name, command in COMMANDS.items()]
    return "usage: python3 packaging/dev.py COMMAND [ARGUMENTS]\n\n" + "".join(lines)
