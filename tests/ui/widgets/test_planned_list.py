"""What comes one after the other, put together by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget
from pytestqt.qtbot import QtBot

from desktop.domain.flow.events import PlannedExercise
from desktop.ui.models.new_session import ExerciseLine
from desktop.ui.theme.look import Look
from desktop.ui.widgets.planned_list import PlannedList
from tests.ui.finding import button, buttons, focusable, heard, named, press, words
from tests.ui.showing import show

LINES = tuple(
    ExerciseLine(id=name.lower(), title=name, summary="", minutes=minutes)
    for name, minutes in (("Rain", (5, 10)), ("Sun", (10, 25)), ("Wind", (20, 25)))
)
RAIN, SUN, WIND = (PlannedExercise(id=line.id, title=line.title) for line in LINES)
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
KEYS = {
    "Move up": (Qt.Key.Key_Up, ALT),
    "Move down": (Qt.Key.Key_Down, ALT),
    "Take out": (Qt.Key.Key_Delete, PLAIN),
}


@pytest.fixture
def parts(look: Look, qtbot: QtBot) -> PlannedList:
    parts = show(qtbot, PlannedList(look), 600, 500)
    parts.show_exercises(LINES, (RAIN, SUN, WIND))
    return parts


def titles(parts: PlannedList) -> list[str]:
    return [one.title for one in parts.planned]


def rows(parts: PlannedList) -> QListWidget:
    return named(parts, QListWidget, "After that")


def test_it_is_quiet_while_nothing_is_planned(parts: PlannedList) -> None:
    parts.show_exercises(LINES)
    assert [widget.accessibleName() for widget in focusable(parts)] == ["Another exercise", ""]
    assert "Add" in buttons(parts)
    assert parts.planned == ()
    assert not any("in all" in text for text in words(parts))


def test_exercises_are_added_also_twice(parts: PlannedList) -> None:
    changes = heard(parts.changed)
    parts.show_exercises(LINES)
    for index in (1, 1, 0):
        parts.findChildren(QComboBox)[0].setCurrentIndex(index)
        press(parts, "Add")
    assert titles(parts) == ["Sun", "Sun", "Rain"]
    assert len(changes) == 3


def test_the_minutes_are_summed_up_with_what_comes_before(parts: PlannedList) -> None:
    assert "About 35 to 60 minutes in all." in words(parts)
    parts.set_before((10, 20))
    assert "About 45 to 80 minutes in all." in words(parts)


@pytest.mark.parametrize(
    ("row", "name", "order"),
    [
        (1, "Move up", ["Sun", "Rain", "Wind"]),
        (1, "Move down", ["Rain", "Wind", "Sun"]),
        (1, "Take out", ["Rain", "Wind"]),
        (2, "Take out", ["Rain", "Sun"]),
    ],
)
@pytest.mark.parametrize("by_key", [True, False])
def test_a_row_is_moved_and_taken_out_by_mouse_and_by_key(
    parts: PlannedList, row: int, name: str, order: list[str], by_key: bool
) -> None:
    rows(parts).setFocus()
    rows(parts).setCurrentRow(row)
    if by_key:
        QTest.keyClick(rows(parts), *KEYS[name])
    else:
        press(parts, name)
    assert titles(parts) == order


def test_what_was_moved_stays_chosen_so_that_it_can_be_moved_on(parts: PlannedList) -> None:
    rows(parts).setFocus()
    rows(parts).setCurrentRow(0)
    for _ in range(3):
        QTest.keyClick(rows(parts), Qt.Key.Key_Down, ALT)
    assert titles(parts) == ["Sun", "Wind", "Rain"]
    assert not button(parts, "Move down").isEnabled()
    assert rows(parts).hasFocus()


def test_a_button_that_can_act_no_more_gives_the_focus_to_the_list(parts: PlannedList) -> None:
    rows(parts).setCurrentRow(1)
    up = button(parts, "Move up")
    up.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(up, Qt.Key.Key_Space)
    assert titles(parts) == ["Sun", "Rain", "Wind"]
    assert QApplication.focusWidget() is rows(parts)


def test_when_the_last_one_is_taken_out_one_can_go_on_adding(parts: PlannedList) -> None:
    parts.show_exercises(LINES, (RAIN,))
    rows(parts).setFocus()
    rows(parts).setCurrentRow(0)
    QTest.keyClick(rows(parts), Qt.Key.Key_Delete)
    assert parts.planned == ()
    assert QApplication.focusWidget() is button(parts, "Add")


def test_nothing_moves_while_nothing_is_chosen(parts: PlannedList) -> None:
    rows(parts).setFocus()
    for key, held in KEYS.values():
        QTest.keyClick(rows(parts), key, held)
    assert titles(parts) == ["Rain", "Sun", "Wind"]


def test_what_is_not_in_the_library_any_more_is_told_and_can_be_taken_out(
    parts: PlannedList,
) -> None:
    parts.show_exercises(LINES[1:], (RAIN, SUN))
    assert "not in the library" in rows(parts).item(0).text()
    assert "About 10 to 25 minutes in all." in words(parts)
    rows(parts).setCurrentRow(0)
    press(parts, "Take out")
    assert titles(parts) == ["Sun"]
