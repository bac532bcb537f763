"""How soon the window appears, as a ratio to an empty PySide6 window; both end at first paint."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

_ROUNDS = 9
_EMPTY = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1360, 860)
window.show()
app.exec()
"""
_OURS = """
import os
from plandraft.__main__ import main
from plandraft.ui.shell.first_frame import FirstFrame
paint = FirstFrame.paintEvent
def paint_and_end(self, event):
    paint(self, event)
    os._exit(0)
FirstFrame.paintEvent = paint_and_end
main([])
"""
_WHOLE = "from plandraft.__main__ import main; main(['--smoke'])"


def main() -> int:
    """Print the table."""
    contenders = {
        "empty window": _EMPTY,
        "PlanDraft appears": _OURS,
        "painted, filled, closed": _WHOLE,
    }
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(_ROUNDS):
        for name, program in contenders.items():
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            seconds[name].append(time.perf_counter() - begin)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    for name, median in medians.items():
        sys.stdout.write(f"{name:<26}{median:.3f} s  {median / medians['empty window']:.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
