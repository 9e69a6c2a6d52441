"""Brings Qt in without what PySide hangs on every import that follows.

PySide puts its own function in the place of ``__import__``, which reads the source of each module
to see whether it asks for Python's spelling of Qt's names (``from __feature__ import …``). Nobody
here does, and it takes a quarter of the time in which the rest of the app is imported.
"""

import builtins
from importlib import import_module


def bring_in_qt() -> None:
    """Import Qt's core and put Python's own import back. Call it before anything imports Qt."""
    plain = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = plain
