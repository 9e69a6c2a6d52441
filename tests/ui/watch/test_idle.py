"""Nobody there, with real events and a clock that the test moves."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.watch.idle import IdleWatch
from tests.ui.finding import heard
from tests.ui.showing import show
from tests.ui.turns import MINUTE

LEFT = Qt.MouseButton.LeftButton


class Clock:
    """A clock in ms that stands still, and counts how often it was looked at."""

    def __init__(self) -> None:
        self.at = 0
        self.asked = 0

    def __call__(self) -> int:
        self.asked += 1
        return self.at


class Room(QWidget):
    """A window with a text field that has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        rows = QVBoxLayout(self)
        rows.addWidget(self.field)
        rows.addStretch()


class Lone:
    """A room, a watch of five minutes that looks every few milliseconds, and its clock."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clock = Clock()
        self.room = show(qtbot, Room(), 400, 300)
        self.watch = IdleWatch(5, self.clock, every=1)
        self.idle = heard(self.watch.idled)
        self.watch.start()

    @property
    def window(self) -> QWindow:
        return handle(self.room)

    def looks(self) -> None:
        """Wait for a whole look that begins from now on."""
        enough = self.clock.asked + 2
        self._qtbot.waitUntil(lambda: self.clock.asked >= enough)

    def idles_at(self, minutes: float) -> bool:
        """Whether the watch finds nobody at a time."""
        self.clock.at = round(minutes * MINUTE)
        self.idle.clear()
        self.looks()
        return bool(self.idle)


def handle(widget: QWidget) -> QWindow:
    found = widget.windowHandle()
    assert found is not None
    return found


@pytest.fixture
def lone(qtbot: QtBot) -> Iterator[Lone]:
    lone = Lone(qtbot)
    yield lone
    lone.watch.stop()


MIDDLE = QPoint(200, 200)


def press_key(lone: Lone) -> None:
    QTest.keyClick(lone.window, Qt.Key.Key_Shift)


def press_shortcut(lone: Lone) -> None:
    shortcut = QShortcut(Qt.Key.Key_F5, lone.room)
    pressed = heard(shortcut.activated)
    QTest.keyClick(lone.window, Qt.Key.Key_F5)
    assert pressed


def click(lone: Lone) -> None:
    QTest.mouseClick(lone.window, LEFT, Qt.KeyboardModifier.NoModifier, MIDDLE)


def move_mouse(lone: Lone) -> None:
    QTest.mouseMove(lone.window, MIDDLE)
    QTest.mouseMove(lone.window, MIDDLE + QPoint(0, 3))


def turn_wheel(lone: Lone) -> None:
    QTest.wheelEvent(lone.window, QPointF(MIDDLE), QPoint(0, 120))


def touch_screen(lone: Lone) -> None:
    finger = QTest.createTouchDevice()
    QTest.touchEvent(lone.window, finger).press(0, MIDDLE, lone.window).commit()
    QTest.touchEvent(lone.window, finger).release(0, MIDDLE, lone.window).commit()


def write_by_input_method(lone: Lone) -> None:
    """As a screen's own keyboard does, and those of Chinese and Japanese."""
    written = QInputMethodEvent()
    written.setCommitString("語")
    QApplication.sendEvent(lone.room.field, written)


def press_a_button_through_assistive_tools(lone: Lone) -> None:
    lone.watch.touched()


TOUCHES = [
    press_key,
    press_shortcut,
    click,
    move_mouse,
    turn_wheel,
    touch_screen,
    write_by_input_method,
    press_a_button_through_assistive_tools,
]


def test_nobody_for_five_minutes_is_told(lone: Lone) -> None:
    assert not lone.idles_at(4.99)
    assert lone.idles_at(5)


def test_it_is_told_as_long_as_nobody_comes(lone: Lone) -> None:
    assert lone.idles_at(5)
    assert lone.idles_at(5)
    assert lone.idles_at(30)

    press_key(lone)

    assert not lone.idles_at(34.9)


@pytest.mark.parametrize("touch", TOUCHES)
def test_each_touch_counts(lone: Lone, touch: Callable[[Lone], None]) -> None:
    lone.clock.at = 3 * MINUTE

    touch(lone)

    assert not lone.idles_at(7.99)
    assert lone.idles_at(8.01)


def test_a_mouse_that_trembles_is_nobody(lone: Lone) -> None:
    QTest.mouseMove(lone.window, QPoint(5, 5))
    QTest.mouseMove(lone.window, MIDDLE)
    lone.clock.at = 3 * MINUTE

    for step in (QPoint(1, 1), QPoint(0, 1), QPoint(0, 0)):
        QTest.mouseMove(lone.window, MIDDLE + step)

    assert lone.idles_at(5)


def test_a_book_on_the_keyboard_is_nobody(lone: Lone) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        repeated = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
        lone.clock.at = 3 * MINUTE
        QApplication.sendEvent(lone.window, repeated)

    assert lone.idles_at(5)


def test_what_the_app_does_by_itself_is_nobody(lone: Lone) -> None:
    lone.clock.at = 3 * MINUTE

    lone.room.field.setText("written by the app")
    lone.room.resize(500, 300)
    lone.room.repaint()

    assert lone.idles_at(5)


def test_a_dialog_that_opens_later_is_watched(lone: Lone, qtbot: QtBot) -> None:
    dialog = show(qtbot, QDialog(lone.room), 200, 100)
    qtbot.waitUntil(dialog.isActiveWindow)
    lone.clock.at = 3 * MINUTE

    QTest.mouseClick(handle(dialog), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))

    assert not lone.idles_at(7.99)


def test_a_window_without_the_keyboard_is_watched_too(lone: Lone, qtbot: QtBot) -> None:
    """Such as the couple's stage, or a list that opened."""
    list_window = QWidget()
    qtbot.addWidget(list_window)
    list_window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    list_window.show()
    lone.looks()
    lone.clock.at = 3 * MINUTE

    QTest.wheelEvent(handle(list_window), QPointF(5, 5), QPoint(0, 120))

    assert not lone.idles_at(7.99)


def test_fields_come_and_go(lone: Lone, qtbot: QtBot) -> None:
    second = QLineEdit(lone.room)
    second.show()
    second.setFocus()
    with qtbot.waitSignal(second.destroyed):
        second.deleteLater()
    lone.room.field.setFocus()
    lone.clock.at = 3 * MINUTE

    write_by_input_method(lone)

    assert not lone.idles_at(7.99)


def test_the_time_can_be_changed(lone: Lone) -> None:
    lone.watch.set_minutes(60)
    assert not lone.idles_at(59.99)
    lone.watch.set_minutes(1)
    assert lone.idles_at(59.99)


def test_it_can_be_off(lone: Lone, qtbot: QtBot) -> None:
    lone.watch.set_minutes(None)
    lone.clock.at = 24 * 60 * MINUTE

    other = IdleWatch(1, lambda: lone.clock.at, parent=lone.watch, every=1)
    other.start()
    lone.clock.at += MINUTE
    with qtbot.waitSignals([other.idled, other.idled]):
        pass

    other.stop()
    assert lone.idle == []


@pytest.mark.parametrize("minutes", [0, 61, -5])
def test_other_times_are_refused(qapp: QApplication, minutes: int) -> None:
    with pytest.raises(ValueError, match=str(minutes)):
        IdleWatch(minutes)


def test_it_tells_nothing_once_stopped(lone: Lone, qtbot: QtBot) -> None:
    lone.watch.stop()
    asked = lone.clock.asked

    click(lone)
    write_by_input_method(lone)

    assert lone.clock.asked == asked
    lone.watch.start()
    assert lone.idles_at(5)
