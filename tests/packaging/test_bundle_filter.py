"""The bundle filter keeps what a window needs and leaves out what it does not."""

from __future__ import annotations

import pytest

from bundle_filter import is_own, is_wanted, without_orphans


@pytest.mark.parametrize(
    "destination",
    [
        pytest.param("PySide6/Qt/lib/libQt6Core.so.6", id="core"),
        pytest.param("PySide6/Qt/lib/libQt6XcbQpa.so.6", id="xcb support"),
        pytest.param("PySide6/Qt/lib/libQt6PrintSupport.so.6", id="print"),
        pytest.param("PySide6/Qt/lib/libQt6OpenGL.so.6", id="OpenGL, asked for by xcb"),
        pytest.param("PySide6/Qt/plugins/platforms/libqxcb.so", id="xcb"),
        pytest.param("PySide6/Qt/plugins/platforms/libqoffscreen.so", id="offscreen"),
        pytest.param("PySide6/Qt/plugins/imageformats/libqsvg.so", id="svg"),
        pytest.param("PySide6\\plugins\\platforms\\qwindows.dll", id="Windows platform"),
        pytest.param("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", id="Windows style"),
        pytest.param("PySide6\\Qt6Widgets.dll", id="Windows widgets"),
        pytest.param("PySide6/Qt/translations/qtbase_zh_CN.qm", id="Chinese"),
        pytest.param("PySide6/Qt/translations/qt_en.qm", id="English"),
        pytest.param("lxml/etree.cpython-311-x86_64-linux-gnu.so", id="not Qt"),
        pytest.param("libxcb-cursor.so.0", id="system library"),
        pytest.param("_data/resources/i18n/plandraft_en.qm", id="our translation"),
    ],
)
def test_keeps(destination: str) -> None:
    assert is_wanted(destination)


@pytest.mark.parametrize(
    "destination",
    [
        pytest.param("PySide6/Qt/lib/libQt6Network.so.6", id="network"),
        pytest.param("PySide6/Qt/lib/libQt6QmlModels.so.6", id="qml models"),
        pytest.param("PySide6/Qt/lib/libQt6VirtualKeyboard.so.6", id="virtual keyboard"),
        pytest.param("PySide6/Qt/plugins/tls/libqopensslbackend.so", id="tls"),
        pytest.param("PySide6/Qt/plugins/platforms/libqeglfs.so", id="eglfs"),
        pytest.param("PySide6/Qt/plugins/imageformats/libqpdf.so", id="pdf pictures"),
        pytest.param("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", id="Qt's own SQLite"),
        pytest.param(
            "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
            id="virtual keyboard plugin",
        ),
        pytest.param("PySide6/Qt/qml/QtQuick/qmldir", id="qml folder"),
        pytest.param("PySide6/Qt/translations/qtbase_fr.qm", id="French"),
        pytest.param("PySide6/Qt/translations/qt_help_zh_CN.qm", id="help viewer"),
        pytest.param("PySide6/Qt/plugins/platformthemes/libqgtk3.so", id="GTK theme"),
        pytest.param("PySide6/Qt/translations/qtbase_zh_TW.qm", id="Taiwan"),
        pytest.param("PySide6\\opengl32sw.dll", id="software OpenGL"),
        pytest.param("PySide6\\Qt6Network.dll", id="Windows network"),
        pytest.param("PySide6\\plugins\\tls\\qschannelbackend.dll", id="Windows tls"),
    ],
)
def test_leaves_out(destination: str) -> None:
    assert not is_wanted(destination)


ROOTS = ("C:\\Python312", "D:\\plandraft\\.venv")


@pytest.mark.parametrize(
    ("source", "own"),
    [
        pytest.param("C:\\Python312\\DLLs\\_sqlite3.pyd", True, id="of Python"),
        pytest.param("c:\\python312\\python312.dll", True, id="other case"),
        pytest.param("D:\\plandraft\\.venv\\Lib\\site-packages\\x.pyd", True, id="of a package"),
        pytest.param("C:\\windows\\system32\\mscms.dll", False, id="of the system"),
        pytest.param("C:\\Python312b\\python312.dll", False, id="of another Python"),
    ],
)
def test_own_libraries(source: str, own: bool) -> None:
    assert is_own(source, ROOTS) is own


def test_libraries_of_what_was_left_out_go_too() -> None:
    needs = {
        "/q/libqxcb.so": ["libxcb.so.1", "libc.so.6"],
        "/l/libxcb.so.1": ["libXau.so.6"],
        "/l/libgtk-3.so.0": ["libgdk-3.so.0", "libxcb.so.1"],
    }
    plugin = ("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY")
    python = ("libpython3.11.so.1.0", "/p/libpython3.11.so.1.0", "BINARY")
    module = ("python3.11/lib-dynload/_x.so", "/p/_x.so", "EXTENSION")
    needed = [(name, f"/l/{name}", "BINARY") for name in ("libxcb.so.1", "libXau.so.6")]
    orphans = [(name, f"/l/{name}", "BINARY") for name in ("libgtk-3.so.0", "libgdk-3.so.0")]
    entries = [plugin, python, module, *orphans, *needed]
    assert without_orphans(entries, lambda source: needs.get(source, [])) == [
        plugin,
        python,
        module,
        *needed,
    ]
