"""Print which prescribed faces this machine has."""

from __future__ import annotations

from dataclasses import asdict

from plandraft.cli.output import write_json, write_line
from plandraft.services.fonts import FontService


def print_fonts(*, as_json: bool) -> None:
    """Print each prescribed face, whether it is installed, and what is used otherwise."""
    found = FontService().check()
    if as_json:
        write_json([asdict(one) for one in found])
        return
    for one in found:
        state = "已安装" if one.installed else "未安装"
        if one.substitute:
            state += f"，以“{one.substitute}”代替"
        write_line(f"{one.role}：{one.face}（{state}）")
        if not one.installed:
            write_line(f"    {one.advice}")
