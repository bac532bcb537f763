"""What decisions and standings are called in files."""

from __future__ import annotations

from plandraft.core.compare.decisions import Verdict
from plandraft.core.compare.family_cells import Standing

VERDICT_NAMES = {
    Verdict.OPEN: "未定",
    Verdict.ACCEPTED: "认可",
    Verdict.NOT_REUSE: "非借用",
    Verdict.FORMULA: "套话",
    Verdict.USED: "已采用",
}
STANDING_NAMES = {
    Standing.REFERENCE: "基准",
    Standing.VERBATIM: "相同",
    Standing.EDITED: "改写",
    Standing.REORDERED: "调序",
    Standing.INDIRECT: "间接",
    Standing.ABSENT: "无",
}
