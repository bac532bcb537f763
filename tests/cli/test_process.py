"""The command as scripts and shells run it: encodings, pipes, signals, exit codes, no Qt."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and names of POSIX")
PROGRAM = [sys.executable, "-m", "plandraft"]


def run(*arguments: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [*PROGRAM, *(os.fsencode(str(argument)) for argument in arguments)],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **variables},
        timeout=120,
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan with letters that no Chinese code page has."""
    path = tmp_path / "规划 📄.txt"
    path.write_text("云汀市规划\n一、目标\n𠮷林〔2026〕—“好”é", encoding="utf-8")
    return path


ENVIRONMENTS = {
    "C locale": {"LANG": "C", "LC_ALL": "C"},
    "POSIX without coercion": {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "GBK console": {"PYTHONIOENCODING": "gbk"},
    "ASCII console": {"PYTHONIOENCODING": "ascii"},
    "UTF-16 console": {"PYTHONIOENCODING": "utf-16"},
}


@pytest.mark.parametrize("variables", ENVIRONMENTS.values(), ids=ENVIRONMENTS.keys())
def test_output_is_utf_8_whatever_the_locale(plan: Path, variables: dict[str, str]) -> None:
    done = run("extract", plan, **variables)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == "云汀市规划\n一、目标\n𠮷林〔2026〕—“好”é"
    assert "用法" in run("--help", **variables).stdout.decode("utf-8")
    failed = run("extract", plan.with_name("没有.txt"), **variables)
    assert failed.returncode == 3
    assert "找不到" in failed.stderr.decode("utf-8")


@posix_only
def test_names_that_are_no_text_are_read_and_printed(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\n\x1b[31m plan.txt")
    path = tmp_path / name
    path.write_text("甲市规划\n一、目标", encoding="utf-8")
    done = run("extract", path)
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, "甲市规划\n一、目标")
    missing = run("extract", f"{path}x.txt")
    assert missing.returncode == 3
    assert missing.stderr.count(b"\n") == 1
    assert b"\x1b" not in missing.stderr
    compared = run("compare", path, path, "--json")
    assert compared.returncode == 0
    assert b"\\udcff" in compared.stdout
    assert run("compare", path, path).returncode == 0
    assert run("library", "add", path).returncode == 0
    assert run("library", "list").returncode == 0
    draft = tmp_path / os.fsdecode(b"\xfe.plandraft")
    made = run("draft", "new", "--template", "municipal_special_plan", "-o", draft)
    assert made.returncode == 0, made.stderr
    assert run("draft", "add", draft, "preface", path, "0", "4").returncode == 0
    assert run("draft", "export", draft, f"{draft}.docx").returncode == 0


@posix_only
def test_closed_pipe_is_silent(samples: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "extract", str(samples / "lanchuan_digital_2021.txt")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_output_is_told(plan: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "extract", str(plan)], check=False, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


@posix_only
def test_interrupt_ends_with_130_and_no_words(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys, time\n"
        "import plandraft.io.worker as worker\n"
        # A shell that starts the tests in the background leaves the signal ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def stop(*arguments): os.kill(os.getpid(), signal.SIGINT); time.sleep(30)\n"
        "worker.read_document = stop\n"
        "from plandraft.__main__ import main\n"
        "sys.exit(main(['extract', 'a.txt']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert done.returncode in {130, -signal.SIGINT}
    assert done.stderr == b""


MISTAKE = (
    "import sys\n"
    "import plandraft.io.worker as worker\n"
    "def fail(*arguments): raise LookupError('a mistake')\n"
    "worker.read_document = fail\n"
    "from plandraft.__main__ import main\n"
    "sys.exit(main(['extract', 'a.txt']))\n"
)


def test_mistake_of_ours_is_one_line_and_a_log(tmp_path: Path) -> None:
    variables = {**os.environ, "PLANDRAFT_DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", MISTAKE], check=False, capture_output=True, env=variables
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    log = tmp_path / "logs" / "plandraft.log"
    assert str(log) in done.stderr.decode("utf-8")
    assert "Traceback" in log.read_text(encoding="utf-8")
    variables["PLANDRAFT_DEBUG"] = "1"
    shown = subprocess.run(
        [sys.executable, "-c", MISTAKE], check=False, capture_output=True, env=variables
    )
    assert b"Traceback" in shown.stderr


@posix_only
def test_mistake_without_a_place_for_the_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    variables = {**os.environ, "PLANDRAFT_DATA_DIR": str(tmp_path / "file")}
    done = subprocess.run(
        [sys.executable, "-c", MISTAKE], check=False, capture_output=True, env=variables
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_terminal_loads_neither_qt_nor_what_it_does_not_need(plan: Path) -> None:
    script = (
        "import sys\n"
        "from plandraft.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "heavy = {'PySide6', 'sqlite_utils', 'docx', 'rapidfuzz', 'rich'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n"
        "sys.exit(code)\n"
    )

    def loaded(*arguments: object) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, arguments)], check=True, capture_output=True
        )
        return set(done.stderr.decode("utf-8").split())

    assert loaded("--version") == set()
    assert loaded("extract", plan) <= {"docx"}
    assert "PySide6" not in loaded("compare", plan, plan)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
def test_window_without_a_display_is_refused_in_one_line() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(PROGRAM, check=False, capture_output=True, env=bare)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert "图形界面" in done.stderr.decode("utf-8")


def test_missing_file_for_the_window_is_named_before_it_opens() -> None:
    done = run("没有.docx")
    assert done.returncode == 3
    assert "没有.docx" in done.stderr.decode("utf-8")
    assert run("没有这个命令").returncode == 2
    assert run("--nonsense").returncode == 2


def test_version_is_printed() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"plandraft ")
