"""A program for test_start.py: unlocks before anything is loaded, and leaves in one of two ways.

Prints what happened. Its arguments are the data folder, the passphrase, and ``lock`` or ``leave``.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop.start import Start
from desktop.ui.application import new_application


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def named(start: Start, kind: type[QAbstractButton] | type[QLineEdit], name: str) -> bool:
    """Press the button or type into the field with an accessible name, if it is there."""
    for widget in start.front.window.findChildren(kind):
        shown = widget.accessibleName() or getattr(widget, "text", str)().replace("&", "")
        if shown == name and widget.isVisible():
            if isinstance(widget, QLineEdit):
                QTest.keyClicks(widget, sys.argv[2])
            else:
                widget.click()
            return True
    return False


def main() -> int:
    qt = new_application()
    qt.setQuitOnLastWindowClosed(False)
    start = Start(qt, Path(sys.argv[1]))
    start.show()
    say("typed", named(start, QLineEdit, "Passphrase"))
    say("asked", named(start, QAbstractButton, "Unlock"))
    leave = "Lock" if sys.argv[3] == "lock" else "Hide now"
    poll = QTimer()
    poll.setInterval(20)

    def leave_when_home() -> None:
        if named(start, QAbstractButton, leave):
            poll.stop()
            say("home")

    poll.timeout.connect(leave_when_home)
    poll.start()
    qt.exec()
    say("locked", start.close())
    return 0


if __name__ == "__main__":
    sys.exit(main())
