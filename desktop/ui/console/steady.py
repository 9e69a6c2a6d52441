"""Keeps the keyboard's focus from slipping onto a neighbour."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@contextmanager
def steady_focus(room: QWidget, rest: QWidget) -> Generator[None]:
    """Lets the focus rest on ``rest`` where what happens inside takes its widget away.

    Qt hands the focus of a widget that is hidden or disabled on to the next one, and an Enter
    meant for "Next step" would press whatever that is.
    """
    before = room.window().focusWidget()
    yield
    if room.window().focusWidget() is not before:
        rest.setFocus(Qt.FocusReason.OtherFocusReason)
