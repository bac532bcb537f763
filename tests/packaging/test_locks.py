"""The lock files: hashes for every pin, no place to download from, in step with pyproject.toml."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

TOP = Path(__file__).resolve().parents[2]
LOCKS = sorted((TOP / "packaging").glob("requirements*.txt"))
PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>\S+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
GROUPS = {
    "requirements.txt": ("setup",),
    "requirements-dev.txt": ("dev", "setup"),
    "requirements-build.txt": ("build", "setup"),
}

# Put together here, so that this file does not name them either.
INDEX_HOSTS = tuple(
    ".".join(labels)
    for labels in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("pypi", "tuna", "tsinghua"),
        ("mirrors", "aliyun", "com"),
        ("mirrors", "tuna"),
        ("registry", "npmjs"),
        ("proxy", "golang"),
        ("index", "crates"),
    )
)
INDEX_OPTIONS = re.compile(r"^\s*(--(extra-)?index-url|--find-links|-i|-f)\b", re.MULTILINE)


def pins(lock: Path) -> dict[str, Version]:
    matches = map(PIN.match, lock.read_text(encoding="utf-8").splitlines())
    return {canonicalize_name(m["name"]): Version(m["version"]) for m in matches if m}


def project_files() -> list[Path]:
    """Return the files that are, or would be, under version control."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=TOP,
        capture_output=True,
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    names = [name for name in listing.stdout.decode("utf-8").split("\0") if name]
    return [path for path in map(TOP.joinpath, names) if path.is_file()]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_is_a_pin_or_its_hash(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not PIN.match(line) and not HASH.match(line)]
    assert not strange
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if PIN.match(line):
            assert HASH.match(following), f"{line} has no hash"


@pytest.mark.parametrize("name", sorted(GROUPS))
def test_lock_satisfies_pyproject(name: str) -> None:
    pyproject = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(pyproject["project"]["dependencies"])
    for group in GROUPS[name]:
        wanted += [line for line in pyproject["dependency-groups"][group] if isinstance(line, str)]
    locked = pins(TOP / "packaging" / name)
    for requirement in map(Requirement, wanted):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not locked: run dev.py lock"
        assert version in requirement.specifier


@pytest.mark.parametrize("name", ["requirements-dev.txt", "requirements-build.txt"])
def test_larger_locks_hold_the_pins_of_the_runtime(name: str) -> None:
    """Set-up takes the runtime as installed once one of these is."""
    runtime = pins(TOP / "packaging" / "requirements.txt")
    assert runtime.items() <= pins(TOP / "packaging" / name).items()


def test_no_file_names_a_package_index() -> None:
    hosts = re.compile("|".join(map(re.escape, INDEX_HOSTS)).encode("ascii"))
    naming = [path.relative_to(TOP) for path in project_files() if hosts.search(path.read_bytes())]
    assert not naming


def test_no_lock_names_a_place_to_download_from() -> None:
    for lock in LOCKS:
        text = lock.read_text(encoding="utf-8")
        assert not INDEX_OPTIONS.search(text)
        assert "://" not in text
