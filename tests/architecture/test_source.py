"""Habits of the source that no linter of ours checks, read from its syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "desktop" / "plandraft"
MODULES = sorted(SOURCE.rglob("*.py"))

LONGEST_MODULE = 350  # lines; a longer one is two subjects
LONGEST_FUNCTION = 60  # lines with its docstring
TEXT_METHODS = frozenset({"read_text", "write_text"})


def place(path: Path, line: int = 0) -> str:
    relative = path.relative_to(SOURCE.parent.parent).as_posix()
    return f"{relative}:{line}" if line else relative


def calls(tree: ast.AST) -> Iterator[tuple[str, bool, ast.Call]]:
    """Yield the last name of each call, whether it is a method, and the call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, False, node
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, True, node


def opens_text(call: ast.Call, *, method: bool) -> bool:
    """Say whether a call of `open` opens a text file; a method of something else does not.

    `os.open` and an archive's `open(name)` take other things than a mode in the mode's place;
    a dialog's `open()` takes nothing, and ruff asks for `read_text` where a path's would do.
    """
    if ast.unparse(call.func) == "os.open" or (method and not call.args and not call.keywords):
        return False
    position = 0 if method else 1
    modes = [call.args[position]] if len(call.args) > position else []
    modes += [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    if not modes:
        return True
    mode = modes[0].value if isinstance(modes[0], ast.Constant) else None
    return isinstance(mode, str) and set(mode) <= set("rwxat+")


def calls_without_encoding(tree: ast.AST) -> list[int]:
    """Return the lines that open a text file and leave its encoding to the machine."""
    lines = []
    for name, method, call in calls(tree):
        named = any(keyword.arg == "encoding" for keyword in call.keywords)
        if named or name not in TEXT_METHODS | {"open"}:
            continue
        if name == "open" and not opens_text(call, method=method):
            continue
        lines.append(call.lineno)
    return lines


def long_functions(tree: ast.AST) -> list[tuple[str, int, int]]:
    """Return name, first line and length of each function above the limit."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                found.append((node.name, node.lineno, length))
    return found


def forbidden_calls(tree: ast.AST, *names: str) -> list[int]:
    return [call.lineno for name, _, call in calls(tree) if name in names]


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in MODULES}


def test_there_are_modules() -> None:
    assert MODULES


def test_no_process_events(trees: dict[Path, ast.Module]) -> None:
    """It lets a click arrive in the middle of another one's work."""
    found = [
        place(p, line) for p, t in trees.items() for line in forbidden_calls(t, "processEvents")
    ]
    assert not found


def test_no_print_outside_cli(trees: dict[Path, ast.Module]) -> None:
    outside = {
        p: t for p, t in trees.items() if p.relative_to(SOURCE).parts[0] not in {"cli", "cli.py"}
    }
    found = [place(p, line) for p, t in outside.items() for line in forbidden_calls(t, "print")]
    assert not found


def test_text_files_name_their_encoding(trees: dict[Path, ast.Module]) -> None:
    found = [place(p, line) for p, t in trees.items() for line in calls_without_encoding(t)]
    assert not found, "say encoding='utf-8', or open bytes"


def test_modules_are_short() -> None:
    found = []
    for path in MODULES:
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LONGEST_MODULE:
            found.append(f"{place(path)} has {length} lines")
    assert not found, f"at most {LONGEST_MODULE} lines: split by subject"


def test_functions_are_short(trees: dict[Path, ast.Module]) -> None:
    found = [
        f"{place(path, line)} {name} has {length} lines"
        for path, tree in trees.items()
        for name, line, length in long_functions(tree)
    ]
    assert not found, f"at most {LONGEST_FUNCTION} lines: name the steps"


def test_every_module_and_public_function_has_a_docstring(trees: dict[Path, ast.Module]) -> None:
    found = []
    for path, tree in trees.items():
        if not ast.get_docstring(tree):
            found.append(place(path))
        for node in tree.body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if not ast.get_docstring(node):
                found.append(f"{place(path, node.lineno)} {node.name}")
    assert not found


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        pytest.param("open(p)", [1], id="text by default"),
        pytest.param("open(p, 'w')", [1], id="text mode"),
        pytest.param("open(p, 'rb')", [], id="bytes"),
        pytest.param("p.open(mode='wb')", [], id="bytes by keyword"),
        pytest.param("p.open('rb')", [], id="method bytes"),
        pytest.param("dialog.open()", [], id="dialog"),
        pytest.param("os.open(p, flags)", [], id="descriptor"),
        pytest.param("archive.open('word/document.xml')", [], id="part of an archive"),
        pytest.param("p.open('w', newline='')", [1], id="method text"),
        pytest.param("x = 1\np.read_text()", [2], id="read_text"),
        pytest.param("p.write_text(t, encoding='utf-8')", [], id="named"),
    ],
)
def test_the_encoding_check_sees(code: str, lines: list[int]) -> None:
    assert calls_without_encoding(ast.parse(code)) == lines


def test_the_call_check_sees_methods_and_names() -> None:
    tree = ast.parse("app.processEvents()\nprint('x')\n")
    assert forbidden_calls(tree, "processEvents") == [1]
    assert forbidden_calls(tree, "print") == [2]


def test_the_length_check_sees() -> None:
    body = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    assert long_functions(ast.parse(f"def f():\n{body}\n")) == [("f", 1, LONGEST_FUNCTION + 1)]
