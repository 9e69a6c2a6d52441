"""Looks over a whole window: what every screen must hold to."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QWidget,
)

_UNFIT_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


def focusable(window: QWidget) -> list[QWidget]:
    """What the keyboard can reach now."""
    _let_layouts_show()
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def words(window: QWidget) -> list[str]:
    """What the labels show now."""
    _let_layouts_show()
    return [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]


def told(widget: QWidget, text: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What assistive tools hear of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(text)


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
    """No label or button is smaller than its words, and no page is wider than its window."""
    _let_layouts_show()
    cut = [_described(widget) for widget in window.findChildren(QWidget) if _is_cut(widget, window)]
    assert not cut, f"cut: {cut}"
    wide = [
        type(area).__name__
        for area in window.findChildren(QScrollArea)
        if area.isVisibleTo(window) and area.horizontalScrollBar().maximum() > 0
    ]
    assert not wide, f"wider than the window: {wide}"


def _is_cut(widget: QWidget, window: QWidget) -> bool:
    if not widget.isVisibleTo(window):
        return False
    if isinstance(widget, QAbstractButton):
        need = widget.minimumSizeHint()
        return widget.width() < need.width() or widget.height() < need.height()
    if not isinstance(widget, QLabel) or not widget.text():
        return False
    if widget.wordWrap():
        too_narrow = widget.width() < widget.minimumSizeHint().width()
        return too_narrow or widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width()


def _described(widget: QWidget) -> str:
    size = widget.size().toTuple()
    need = widget.minimumSizeHint().toTuple()
    return f"{type(widget).__name__} “{told(widget)}” {size}, needs {need}"


def shown_texts(window: QWidget) -> Iterator[str]:
    """Every text that the window shows now, and every name that it tells."""
    _let_layouts_show()
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
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


def _let_layouts_show() -> None:
    """Layouts show what is new in them by an event that they post."""
    QCoreApplication.sendPostedEvents()
