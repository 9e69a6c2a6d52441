import weakref

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import OWN_FOCUS, REACH, FocusRing, set_focus_radius
from tests.ui.showing import show


def window_with(qtbot: QtBot, *fields: QWidget) -> QWidget:
    window = QWidget()
    rows = QVBoxLayout(window)
    rows.setContentsMargins(20, 20, 20, 20)
    for field in fields:
        rows.addWidget(field)
    return show(qtbot, window, 300, 200)


def above(window: QWidget, field: QWidget) -> QColor:
    """The colour where the ring's upper edge is."""
    spot = field.mapTo(window, QPoint(field.width() // 2, 1 - REACH))
    return window.grab().toImage().pixelColor(spot)


def test_the_ring_goes_where_the_focus_goes(look: Look, qtbot: QtBot) -> None:
    first, second = QLineEdit(), QLineEdit()
    window = window_with(qtbot, first, second)
    FocusRing(look, window)
    first.setFocus()
    assert above(window, first) == look.color("focus")
    second.setFocus()
    assert above(window, second) == look.color("focus")
    assert above(window, first) != look.color("focus")


def test_the_ring_follows_a_widget_that_moves(look: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, field)
    FocusRing(look, window)
    field.setFocus()
    window.resize(300, 400)
    qtbot.wait(1)
    assert above(window, field) == look.color("focus")


def test_there_is_a_gap_before_the_ring(look: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, field)
    FocusRing(look, window)
    field.setFocus()
    spot = field.mapTo(window, QPoint(field.width() // 2, -1))
    assert window.grab().toImage().pixelColor(spot) != look.color("focus")


def test_it_scrolls_with_its_widget(look: Look, qtbot: QtBot) -> None:
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(20, 20, 20, 600)
    field = QLineEdit()
    rows.addWidget(field)
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    window = window_with(qtbot, area)
    FocusRing(look, window)
    field.setFocus()
    assert above(window, field) == look.color("focus")
    area.verticalScrollBar().setValue(10)
    assert above(window, field) == look.color("focus")


def test_a_widget_may_draw_its_own(look: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    set_focus_radius(field, OWN_FOCUS)
    window = window_with(qtbot, field)
    FocusRing(look, window)
    field.setFocus()
    assert above(window, field) != look.color("focus")


def test_it_outlives_what_it_surrounds(look: Look, qtbot: QtBot) -> None:
    first, second = QLineEdit(), QLineEdit()
    window = window_with(qtbot, first, second)
    FocusRing(look, window)
    first.setFocus()
    first.setParent(None)
    first.deleteLater()
    second.setFocus()
    assert above(window, second) == look.color("focus")


def test_a_window_with_a_ring_is_freed_with_its_last_reference(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit(window)
    FocusRing(look, window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    told_when_gone = weakref.ref(window)
    del window
    assert told_when_gone() is None
