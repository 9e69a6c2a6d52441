"""The floor of the memory: two bare windows, and the modules that standard input names.

Prints the memory in bytes.
"""

import importlib
import json
import sys
from contextlib import suppress

from harness import STAGE, WINDOW
from memory import resident
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

for name in json.loads(sys.stdin.read()):
    with suppress(Exception):  # some modules are made while running, and can't be imported
        importlib.import_module(name)
qt = QApplication(["bare"])
windows = [QWidget(), QWidget()]
for window, size in zip(windows, (WINDOW, STAGE), strict=True):
    window.resize(*size)
    window.show()
QTimer.singleShot(500, qt.quit)
qt.exec()
print(resident())
