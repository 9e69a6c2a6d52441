"""How strong a word is, and the cards of the words picked."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_search import WheelIndex
from tests.ui.finding import button, described, named, press, words
from tests.ui.wheel.picks import STUNG, PickKeeper

WORDS = {"faint", "light", "clear", "strong", "very strong"}


def slider(keeper: PickKeeper) -> QSlider:
    return named(keeper.screen, QSlider, "Intensity")


def test_the_slider_is_for_the_newest_word(keeper: PickKeeper) -> None:
    assert not slider(keeper).isVisible()
    keeper.pick("glad", STUNG)
    told = QAccessible.queryAccessibleInterface(slider(keeper))
    assert told.role() is QAccessible.Role.Slider
    assert "stung" in described(slider(keeper))
    QTest.keyClick(slider(keeper), Qt.Key.Key_Right)
    assert keeper.told[-1] == ("changed", STUNG, 4)
    QTest.keyClick(slider(keeper), Qt.Key.Key_Home)
    assert keeper.told[-1] == ("changed", STUNG, 1)


def test_the_slider_is_for_the_word_that_was_chosen_among_the_picked(keeper: PickKeeper) -> None:
    keeper.pick("glad", STUNG)
    press(keeper.screen, "Glad", "Glad, clear")
    QTest.keyClick(slider(keeper), Qt.Key.Key_End)
    assert keeper.told[-1] == ("changed", "glad", 5)
    press(keeper.screen, "Take back", "Glad")
    assert keeper.words() == ["stung"]


def test_a_mark_can_be_pressed(keeper: PickKeeper) -> None:
    keeper.pick(STUNG)
    bar = slider(keeper)
    QTest.mouseClick(
        bar, Qt.MouseButton.LeftButton, pos=bar.rect().center() + bar.rect().center() * 0.8
    )
    assert keeper.told[-1] == ("changed", STUNG, 5)


def test_a_drag_over_the_marks_is_one_change(keeper: PickKeeper) -> None:
    keeper.pick(STUNG)
    bar = slider(keeper)
    step = bar.width() / 5

    def at(mark: int) -> QPoint:
        return QPoint(round(step * (mark - 0.5)), bar.height() // 2)

    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(1))
    seen: list[str] = []
    for mark in (2, 3, 4, 5, 4):
        QTest.mouseMove(bar, at(mark))
        seen += [text for text in words(keeper.screen) if text in WORDS]
    assert seen == ["light", "clear", "strong", "very strong", "strong"]
    assert keeper.told == [("picked", STUNG, 3)]
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(4))
    assert keeper.told[1:] == [("changed", STUNG, 4)]


def test_a_drag_that_comes_back_changes_nothing(keeper: PickKeeper) -> None:
    keeper.pick(STUNG)
    bar = slider(keeper)
    middle = bar.rect().center()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(bar, middle + QPoint(bar.width() // 5, 0))
    QTest.mouseMove(bar, middle)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert keeper.told == [("picked", STUNG, 3)]


def test_an_assistive_tool_can_set_how_strong_it_is(keeper: PickKeeper) -> None:
    keeper.pick(STUNG)
    told = QAccessible.queryAccessibleInterface(slider(keeper))
    told.valueInterface().setCurrentValue(5)
    assert keeper.told[-1] == ("changed", STUNG, 5)
    assert described(slider(keeper)) == "stung: very strong"


def test_showing_a_state_tells_nothing(keeper: PickKeeper, wheel: Wheel) -> None:
    index = WheelIndex(wheel)
    entry = index.entry(STUNG)
    assert entry is not None
    for intensity in (1, 5, 2):
        pick = Pick(partner=Partner.A, word=index.shown(entry), intensity=intensity)
        keeper.show(picks=(pick,))
        assert slider(keeper).value() == intensity
    assert keeper.told == []


def test_delete_takes_the_word_of_a_card_back(keeper: PickKeeper) -> None:
    keeper.pick(STUNG)
    QTest.keyClick(button(keeper.screen, "stung", "clear"), Qt.Key.Key_Delete)
    assert keeper.told[-1] == ("dropped", STUNG)


def test_the_other_partners_picks_can_only_be_read(keeper: PickKeeper) -> None:
    keeper.pick(STUNG)
    press(keeper.screen, "Ben chooses")
    card = button(keeper.screen, "stung", "clear")
    assert not card.isEnabled()
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert not slider(keeper).isVisible()
