"""Decide which collected files go into the stand-alone folder: pure functions of their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath, PureWindowsPath

# Qt's own texts (dialog buttons, context menus) in the languages of the interface.
LANGUAGES = ("zh_CN", "en")
CATALOGUES = ("qt", "qtbase")

# Plugin folders of Qt with the plugins that a window with widgets, SVG icons and printing uses;
# "*" keeps all. A folder that is not named here is left out (network, SQL, touch, TLS …).
PLUGINS = {
    "iconengines": ("svgicon",),
    "imageformats": ("gif", "ico", "jpeg", "svg"),
    "platforminputcontexts": ("composeplatforminputcontext", "ibusplatforminputcontext"),
    "platforms": ("offscreen", "windows", "xcb", "wayland", "direct2d", "cocoa"),
    "platformthemes": ("xdgdesktopportal",),  # not gtk3, which brings all of GTK along
    "printsupport": ("*",),
    "styles": ("*",),
    "wayland-decoration-client": ("*",),
    "wayland-graphics-integration-client": ("*",),
    "wayland-shell-integration": ("*",),
    "xcbglintegrations": ("*",),
}

# Libraries that only plugins outside the list above ask for, and Mesa's software renderer
# (20 MB): widgets are drawn without OpenGL.
_UNWANTED_LIBRARY = re.compile(
    r"^(lib)?(Qt6(Network|OpenGLWidgets|Pdf|Qml|QmlMeta|QmlModels|QmlWorkerScript|Quick|Sql|Test"
    r"|VirtualKeyboard\w*|EglFSDeviceIntegration|EglFsKmsSupport)\b.*|opengl32sw\.dll)$"
)
_PLUGIN = re.compile(r"(?:^|/)plugins/(?P<folder>[^/]+)/(?P<file>[^/]+)$")
_TRANSLATION = re.compile(r"(?:^|/)translations/(?P<file>[^/]+)\.qm$")


def is_wanted(destination: str) -> bool:
    """Say whether the file at `destination`, relative to the bundle, is of use."""
    path = PurePosixPath(PureWindowsPath(destination).as_posix())
    if path.parts[:1] != ("PySide6",) and not path.name.startswith(("Qt6", "libQt6", "opengl32")):
        return True
    translation = _TRANSLATION.search(str(path))
    if translation:
        catalogues = [f"{name}_{language}" for name in CATALOGUES for language in LANGUAGES]
        return translation["file"] in catalogues
    plugin = _PLUGIN.search(str(path))
    if plugin:
        return _is_wanted_plugin(plugin["folder"], plugin["file"])
    if "qml" in path.parts:
        return False
    return not _UNWANTED_LIBRARY.match(path.name)


def _is_wanted_plugin(folder: str, file: str) -> bool:
    stem = file.removeprefix("lib").removeprefix("q").split(".")[0]
    return any(
        kept in ("*", stem) or stem.startswith(f"{kept}-") for kept in PLUGINS.get(folder, ())
    )


def is_own(source: str, roots: Iterable[str]) -> bool:
    """Say whether a Windows library at `source` belongs to Python or to an installed package.

    PyInstaller copies what it finds on the search path; a system library of the machine that
    builds (or a stand-in for one) must not be shipped.
    """
    path = PureWindowsPath(source)
    return any(path.is_relative_to(PureWindowsPath(root)) for root in roots)


def without_orphans(
    entries: Iterable[tuple[str, str, str]], imports_of: Callable[[str], Iterable[str]]
) -> list[tuple[str, str, str]]:
    """Return `entries` (destination, source, type) less the libraries that no other one needs.

    A library that came along with a plugin that is left out stays behind otherwise.
    `imports_of` gives the names of the libraries that the file at a source asks for. Only files
    of the type BINARY at the top of the bundle can be orphans; others are loaded by their path,
    and Python itself by the program's first lines.
    """
    listed = list(entries)
    candidates = {
        destination: source
        for destination, source, kind in listed
        if kind == "BINARY" and "/" not in destination and not destination.startswith("libpython")
    }
    to_read = [
        source
        for destination, source, kind in listed
        if kind in {"BINARY", "EXTENSION"} and destination not in candidates
    ]
    needed: set[str] = set()
    while to_read:
        names = candidates.keys() & set(imports_of(to_read.pop()))
        to_read += [candidates[name] for name in names - needed]
        needed |= names
    return [entry for entry in listed if entry[0] not in candidates or entry[0] in needed]
