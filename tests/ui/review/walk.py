"""Finds widgets in the way of assistive tools."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.sweeps import told

W = TypeVar("W", bound=QWidget)
TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def named(window: QWidget, kind: type[W], name: str) -> W:
    """The one widget of a kind that assistive tools call by this name, one that is shown first."""
    called = [w for w in window.findChildren(kind) if told(w) == name]
    (found,) = [w for w in called if w.isVisibleTo(window)] or called
    return found


def everything_told(window: QWidget) -> Iterator[str]:
    """All texts and values of all widgets, hidden ones included."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (told(widget, kind) for kind in TEXTS)
        yield widget.toolTip()
        for source in ("text", "toPlainText"):
            if hasattr(widget, source):
                yield str(getattr(widget, source)())
