"""Finds what a window shows by the names that assistive tools call it by, and presses it."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.ui.painted import shown_widgets

W = TypeVar("W", bound=QWidget)


def focusable(window: QWidget) -> list[QWidget]:
    """What the keyboard can reach now."""
    return [
        widget
        for widget in shown_widgets(window)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def words(window: QWidget) -> list[str]:
    """What the labels show now."""
    return [label.text() for label in shown_widgets(window, QLabel)]


def told(widget: QWidget, text: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What assistive tools hear of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(text)


def named(window: QWidget, kind: type[W], name: str, description: str | None = None) -> W:
    """The one widget of a kind with this name; where several have it, the one that is shown.

    With a description, only those count whose description has this text in it.
    """
    shown = set(shown_widgets(window, kind))
    called = [
        widget
        for widget in window.findChildren(kind)
        if told(widget) == name and (description is None or description in described(widget))
    ]
    (found,) = [widget for widget in called if widget in shown] or called
    return found


def described(widget: QWidget) -> str:
    """What assistive tools hear of a widget after its name."""
    return told(widget, QAccessible.Text.Description)


def buttons(window: QWidget) -> dict[str, QAbstractButton]:
    """The buttons that can be seen, by name."""
    return {told(each): each for each in shown_widgets(window, QAbstractButton)}


def button(window: QWidget, name: str, description: str | None = None) -> QAbstractButton:
    """A button, a box to tick or a card to press."""
    return named(window, QAbstractButton, name, description)


def field(window: QWidget, name: str) -> QLineEdit:
    """A field of one line."""
    return named(window, QLineEdit, name)


def label(window: QWidget, name: str) -> QLabel:
    """A label that has a name of its own beside its text."""
    return named(window, QLabel, name)


def press(window: QWidget, name: str, description: str | None = None) -> None:
    """Click a button that can be seen and is free."""
    pressed = button(window, name, description)
    assert pressed.isVisible()
    assert pressed.isEnabled()
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)


def heard(signal: SignalInstance) -> list[Any]:
    """All that a signal tells from now on: its one value each time, or a tuple of its values."""
    told_of: list[Any] = []

    def hear(*values: object) -> None:
        told_of.append(values[0] if len(values) == 1 else values)

    signal.connect(hear)
    return told_of


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
