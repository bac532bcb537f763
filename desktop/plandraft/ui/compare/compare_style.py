"""What the compare page adds to the style sheet of the window, out of colour roles."""

from __future__ import annotations

from string import Template

from plandraft.ui.models.palette import Palette

_SHEET = Template("""
#compare, #busy, #filterStrip { background: $window; }
#filterStrip, #compare QLabel#caption { border-bottom: 1px solid $line; }
#compare QLabel#caption { font-weight: 600; padding: 0 12px; }
#compare QLabel#hint { background: $page; color: $muted; }
#compare QToolButton:checked { background: $raised; border-color: $line; }
#compare QToolButton:checked:focus { border-color: $accent; }
#filterStrip QToolButton { padding: 2px 8px; }
#filterStrip QToolButton:!checked { color: $muted; }
#compare QToolButton#reading { padding: 4px 10px; border-color: $line; }
#compare QToolButton#reading:checked { background: $selection; border-color: $accent; }
#compare QLabel#entryCaption { color: $muted; padding: 0 12px; }
#compare QTabBar::tab { padding: 4px 10px; }
#compare QTabBar[narrow="true"]::tab { padding: 4px 5px; }
#compare #toolRow QComboBox { padding: 0 4px 0 8px; min-height: 30px; }
#filterStrip QLineEdit, #filterStrip QComboBox { min-height: 26px; }
#compare QTableView, #compare QTreeView { border: 1px solid transparent; }
#compare QTableView:focus, #compare QTreeView:focus { border-color: $accent; }
#compare QTreeView { show-decoration-selected: 1; }
#compare QTreeView::item { padding: 2px; }
#compare QTableView::item { padding: 0 6px; }
#compare QHeaderView::section { padding: 4px 10px 4px 9px; }
#compare QHeaderView::up-arrow, #compare QHeaderView::down-arrow {
    subcontrol-origin: border; subcontrol-position: center right; width: 9px; right: 2px;
}
#busy QProgressBar { min-height: 3px; max-height: 3px; border-radius: 0; }
#busy QProgressBar::chunk { border-radius: 0; }
""")


def make_sheet(palette: Palette) -> str:
    """Build the style sheet of the compare page."""
    roles = ("window", "raised", "page", "text", "muted", "line", "accent", "selection")
    return _SHEET.substitute({role: getattr(palette, role) for role in roles})
