"""Presses and types in a window as a person would, finding things by their accessible names."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

PATIENCE = 30.0
"""Seconds to wait for something to appear."""

LOOK_AGAIN = 0.02
"""Seconds from one look to the next."""


class LostError(Exception):
    """What the tour looked for is on no screen; it is named by its role and accessible name."""


class Hands:
    """Works on all visible windows of the app.

    ``read`` turns an accessible name as it is shown into the English one by which it is looked
    for; so the same hands work in a window that speaks another language.
    """

    def __init__(self, read: Callable[[str], str] = str) -> None:
        self._read = read

    async def press(self, name: str) -> None:
        """Press a button."""
        button = await self.find(QAbstractButton, name)
        button.click()
        await self.rest()

    async def write(self, name: str, text: str) -> None:
        """Type into a field; what was there is replaced."""
        field = await self.find_any((QLineEdit, QPlainTextEdit), name)
        if isinstance(field, QLineEdit):
            field.setText(text)
            field.textEdited.emit(text)
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        await self.rest()

    async def slide(self, name: str, value: int) -> None:
        """Move a slider to a value."""
        slider = await self.find(QAbstractSlider, name)
        slider.setValue(value)
        await self.rest()

    async def strike(
        self,
        window: QWidget,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key in a window, while another one is ``held``."""
        QTest.keyClick(window.focusWidget() or window, key, held)
        await self.rest()

    async def find(self, kind: type[W], name: str) -> W:
        """A usable widget by its kind and accessible name. Raises LostError."""
        widget = await self.find_any((kind,), name)
        assert isinstance(widget, kind)  # noqa: S101  told to the type checker
        return widget

    async def find_any(self, kinds: tuple[type[QWidget], ...], name: str) -> QWidget:
        """A usable widget of one of several kinds. Raises LostError."""

        def look() -> QWidget | None:
            return next((w for w in _visible(kinds) if w.isEnabled() and self._is(w, name)), None)

        found = await self.until(look)
        if found is None:
            raise LostError(f"{'/'.join(k.__name__ for k in kinds)} {name!r}")
        return found

    def _is(self, widget: QWidget, name: str) -> bool:
        return self._read(_name(widget)) == name

    async def until(self, look: Callable[[], T | None]) -> T | None:
        """Look again and again until something is there, or patience ends."""
        for _ in range(round(PATIENCE / LOOK_AGAIN)):
            if (found := look()) is not None:
                return found
            await asyncio.sleep(LOOK_AGAIN)
        return None

    async def rest(self) -> None:
        """Let the window catch up."""
        for _ in range(3):
            await asyncio.sleep(0)


def _visible(kinds: tuple[type[QWidget], ...]) -> list[QWidget]:
    return [w for w in QApplication.allWidgets() if isinstance(w, kinds) and w.isVisible()]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
