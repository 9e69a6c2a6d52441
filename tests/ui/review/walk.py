"""Looks at a window in the way of assistive tools."""

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)
TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def told(widget: QWidget, kind: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What a widget tells assistive tools."""
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def named(window: QWidget, kind: type[W], name: str) -> W:
    """The one widget of a kind that assistive tools call by this name, one that is shown first."""
    called = [w for w in window.findChildren(kind) if told(w) == name]
    (found,) = [w for w in called if w.isVisibleTo(window)] or called
    return found


def focusable(window: QWidget) -> list[QWidget]:
    """What can be reached by the keyboard now."""
    return [
        w
        for w in window.findChildren(QWidget)
        if w.isVisibleTo(window) and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def twice_named(window: QWidget) -> list[tuple[str, str]]:
    """Names with descriptions that are missing, or that two focusable widgets share."""
    counted = Counter((told(w), told(w, TEXTS[1])) for w in focusable(window))
    return [name for name, count in counted.items() if count > 1 or not name[0]]


def everything_told(window: QWidget) -> Iterator[str]:
    """All texts and values of all widgets, hidden ones included."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (told(widget, kind) for kind in TEXTS)
        yield widget.toolTip()
        for source in ("text", "toPlainText"):
            if hasattr(widget, source):
                yield str(getattr(widget, source)())
