"""What is missing in a draft or was found in it, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from plandraft.core.draft.checks import CheckFinding, CheckKind
from plandraft.core.draft.readiness import Obstacle, ObstacleKind

translate = QCoreApplication.translate


def obstacle_name(obstacle: Obstacle) -> str:
    """Return what is said about an obstacle."""
    texts = {
        ObstacleKind.OPEN_SLOT: translate("obstacles", "未填写【{name}】"),
        ObstacleKind.EMPTY_SECTION: translate("obstacles", "“{name}”下没有正文"),
        ObstacleKind.NO_TITLE: translate("obstacles", "没有标题"),
        ObstacleKind.NO_TEXT: translate("obstacles", "全文没有正文"),
    }
    return texts[obstacle.kind].format(name=obstacle.name)


def finding_name(finding: CheckFinding) -> str:
    """Return what is said about a finding of a check."""
    texts = {
        CheckKind.SOURCE_NAME: translate("obstacles", "引用的段落里还有来源的地名：“{words}…”"),
        CheckKind.LOST_REFERENCE: translate("obstacles", "文中提到的“{words}”全文没有"),
        CheckKind.REPEATED: translate("obstacles", "“{words}…”一段前面已经出现过"),
    }
    return texts[finding.kind].format(words=finding.words)
