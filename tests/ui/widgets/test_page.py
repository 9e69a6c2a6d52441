"""A page scrolls where its content does not fit."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look
from desktop.ui.theme.stylesheet import dress
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.text import Text
from tests.ui.showing import show

LONG = "A line after the other. " * 200


def test_tools_are_told_of_as_many_parts_with_a_scroll_bar_as_without(
    qtbot: QtBot, qapp: QApplication, look: Look
) -> None:
    """Qt crashes where a tool asks for a scroll bar that has gone since it counted."""
    page = Page(look)
    page.column.addWidget(Text(look, LONG, wrap=True))
    show(qtbot, page, 300, 300)
    told = QAccessible.queryAccessibleInterface(page)
    assert page.verticalScrollBar().isVisible()
    counts = [told.childCount()]
    dress(qapp, look)  # as when the theme is changed
    counts.append(told.childCount())
    page.resize(900, 3000)
    qtbot.waitUntil(lambda: not page.verticalScrollBar().isVisible())
    counts.append(told.childCount())
    assert counts == [1, 1, 1]
