"""All that any window of the app could give away, hidden or not."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QWidget

from tests.ui.sweeps import everything_told

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_TEXTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
_DEEPEST = 40
_PLACE_TO_BREAK = "\u200b"
"""Stands in long words and paths, so that they can be wrapped."""


def all_texts() -> Iterator[str]:
    """Every text of every widget, list, menu and title, and all that assistive tools could read."""
    for window in QApplication.topLevelWidgets():
        yield window.windowTitle()
        yield from everything_told(window)
    for widget in QApplication.allWidgets():
        yield from _of_items(widget)
        yield from _told_below(QAccessible.queryAccessibleInterface(widget), 0)


def given_away(words: tuple[str, ...]) -> set[str]:
    """Which of these words are somewhere in them."""
    texts = [text.replace(_PLACE_TO_BREAK, "") for text in all_texts()]
    return {word for text in texts for word in words if word in text}


def _of_items(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractItemView | QComboBox):
        # The stubs don't say that there may be none.
        model = cast("QAbstractItemModel | None", widget.model())
        if model is not None:
            for row in range(model.rowCount(QModelIndex())):
                index = model.index(row, 0)
                yield from (str(model.data(index, role) or "") for role in _ROLES)
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())


def _told_below(thing: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    """What a thing tells, and those parts of it that are no widgets."""
    if thing is None or depth > _DEEPEST:
        return
    yield from (thing.text(text) for text in _TEXTS)
    for index in range(thing.childCount()):
        child = cast("QAccessibleInterface | None", thing.child(index))
        if child is not None and cast("QObject | None", child.object()) is None:
            yield from _told_below(child, depth + 1)
