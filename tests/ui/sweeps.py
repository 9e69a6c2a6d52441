"""Looks over a whole window: what every screen must hold to."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QWidget,
)

from tests.ui.finding import focusable, told
from tests.ui.painted import PaintedWord, painted_words, shown_widgets

_TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
_UNFIT_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


def assert_accessible(window: QWidget) -> None:
    """Each widget that takes the focus has a role, and a name that no other shares.

    Two may share a name when their descriptions tell them apart.
    """
    widgets = focusable(window)
    nameless = [type(widget).__name__ for widget in widgets if not told(widget).strip()]
    assert not nameless, f"without a name: {nameless}"
    unfit = [
        told(widget)
        for widget in widgets
        if QAccessible.queryAccessibleInterface(widget).role() in _UNFIT_ROLES
    ]
    assert not unfit, f"without a role: {unfit}"
    keys = Counter((told(w), told(w, QAccessible.Text.Description)) for w in widgets)
    twice = [key for key, count in keys.items() if count > 1]
    assert not twice, f"named alike: {twice}"


def assert_not_clipped(window: QWidget) -> None:
    """All that is painted has room, and no page is wider than its window."""
    cut = [_described(word) for word in painted_words(window) if word.is_cut]
    assert not cut, f"cut: {cut}"
    wide = [
        type(area).__name__
        for area in shown_widgets(window, QScrollArea)
        if area.horizontalScrollBar().maximum() > 0
    ]
    assert not wide, f"wider than the window: {wide}"


def _described(word: PaintedWord) -> str:
    widget, ink = word.widget, word.ink.toAlignedRect()
    return (
        f"“{word.text}” of {type(widget).__name__} “{told(widget)}”: "
        f"{ink.x()}, {ink.y()}, {ink.width()} by {ink.height()} "
        f"in {widget.width()} by {widget.height()}"
    )


def told_texts(window: QWidget) -> Iterator[str]:
    """Every name and description that assistive tools hear now, and every tool tip."""
    yield window.windowTitle()
    for widget in shown_widgets(window):
        yield widget.toolTip()
        yield from _told_by(QAccessible.queryAccessibleInterface(widget))


def _told_by(thing: QAccessibleInterface) -> Iterator[str]:
    """The name and description of a thing, and of the parts of it that are no widgets."""
    yield thing.text(QAccessible.Text.Name)
    yield thing.text(QAccessible.Text.Description)
    for index in range(thing.childCount()):
        # The stubs don't say that both may be missing.
        part = cast("QAccessibleInterface | None", thing.child(index))
        if part is not None and cast("QObject | None", part.object()) is None:
            yield from _told_by(part)


def everything_told(window: QWidget) -> Iterator[str]:
    """All texts and values of all widgets, hidden ones included."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (told(widget, kind) for kind in _TEXTS)
        yield widget.toolTip()
        for source in ("text", "toPlainText"):
            if hasattr(widget, source):
                yield str(getattr(widget, source)())


def shown_texts(window: QWidget) -> Iterator[str]:
    """Every text that the window shows now, and every name that it tells."""
    for widget in shown_widgets(window):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QListWidget):
            yield from (widget.item(row).text() for row in range(widget.count()))


def untranslated(window: QWidget, data: set[str]) -> list[str]:
    """The texts shown that no translator made, except for what is data."""
    return [
        text
        for text in shown_texts(window)
        if text and text.replace("\u200b", "") not in data and not text.startswith("⟦")
    ]
