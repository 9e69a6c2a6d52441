"""The keys of the wheel can be looked up on the wheel."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget

from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.key_sheet import WheelKeys
from desktop.ui.wheel.reading import ReadingLine
from tests.ui.finding import button, focused, named
from tests.ui.sweeps import assert_accessible, assert_not_clipped
from tests.ui.wheel.picks import STUNG, PickKeeper

QUESTION = Qt.Key.Key_Question


def sheets(keeper: PickKeeper) -> list[WheelKeys]:
    return keeper.screen.findChildren(WheelKeys)


def listed(sheet: WheelKeys) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_the_question_mark_shows_the_keys_and_leads_back(keeper: PickKeeper) -> None:
    keeper.screen.words.focus_word(STUNG)
    QTest.keyClick(focused(), QUESTION)
    (sheet,) = sheets(keeper)
    assert {"Shift+←   Shift+→", "Turn the wheel", "+   -", "Letters"} <= set(listed(sheet))
    assert_accessible(sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert keeper.told == []
    assert keeper.screen.words.focused_word == STUNG


def test_the_list_does_not_turn(keeper: PickKeeper, look: Look) -> None:
    look.choose(LookChoice(theme="light", text_scale=2.0))
    QTest.keyClick(keeper.screen, QUESTION)
    (sheet,) = sheets(keeper)
    assert "From word to word" in listed(sheet)
    assert "Turn the wheel" not in listed(sheet)
    assert_not_clipped(sheet)


def test_a_sheet_that_is_too_high_scrolls_by_the_keyboard(keeper: PickKeeper) -> None:
    QTest.keyClick(keeper.screen, QUESTION)
    (sheet,) = sheets(keeper)
    sheet.resize(sheet.width(), 320)
    bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
    close = button(sheet, "Close")
    QTest.keyClick(close, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(close, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_in_the_search_it_is_a_letter(keeper: PickKeeper) -> None:
    field = named(keeper.screen, QLineEdit, "Find a word")
    field.setFocus()
    QTest.keyClick(field, QUESTION)
    assert (field.text(), sheets(keeper)) == ("?", [])


@pytest.mark.parametrize("way", Qt.LayoutDirection)
def test_the_colour_of_the_reading_line_lies_beside_the_word(
    keeper: PickKeeper, way: Qt.LayoutDirection
) -> None:
    keeper.screen.setLayoutDirection(way)
    keeper.screen.words.focus_word(STUNG)
    (line,) = keeper.screen.findChildren(ReadingLine)
    (word,) = (label for label in line.findChildren(QLabel) if label.text() == "stung")
    bar = QRect(16, 0, 10, line.height())
    if line.isRightToLeft():
        bar.moveRight(line.width() - 16)
    assert not bar.intersects(inside(word, line))


def inside(widget: QWidget, holder: QWidget) -> QRect:
    return QRect(widget.mapTo(holder, widget.rect().topLeft()), widget.size())
