"""The other ways to a word, for who can't name it yet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from desktop.domain.emotions import Wheel
from desktop.domain.wheel_search import WheelIndex
from tests.ui.finding import button, described, focused, named, press
from tests.ui.wheel.picks import PickKeeper


def test_the_centre_leads_to_the_other_ways_in(keeper: PickKeeper, wheel: Wheel) -> None:
    press(keeper.screen, "I can't name it yet")
    assert focused().accessibleName() == wheel.body_cues[0]


def test_a_body_cue_offers_words_that_have_it(keeper: PickKeeper, wheel: Wheel) -> None:
    press(keeper.screen, wheel.body_cues[0])
    offered = WheelIndex(wheel).fitting(wheel.body_cues[0])
    assert offered
    press(keeper.screen, offered[0].word.label, "may fit")
    assert keeper.words() == [offered[0].word.label]


def test_a_cue_can_be_switched_by_an_assistive_tool(keeper: PickKeeper, wheel: Wheel) -> None:
    told = QAccessible.queryAccessibleInterface(button(keeper.screen, wheel.body_cues[0]))
    told.actionInterface().doAction("Toggle")
    offered = WheelIndex(wheel).fitting(wheel.body_cues[0])
    assert button(keeper.screen, offered[0].word.label, "may fit").isVisible()


def test_one_cue_at_a_time_and_none_again(keeper: PickKeeper, wheel: Wheel) -> None:
    one, two = wheel.body_cues[:2]
    press(keeper.screen, one)
    press(keeper.screen, two)
    assert not button(keeper.screen, one).isChecked()
    assert button(keeper.screen, two).isChecked()
    press(keeper.screen, two)
    assert not button(keeper.screen, two).isChecked()


def test_the_pad_is_moved_by_arrow_keys_and_offers_near_words(
    keeper: PickKeeper, wheel: Wheel
) -> None:
    energy = named(keeper.screen, QSlider, "Energy")
    for key in (Qt.Key.Key_Down,) * 4 + (Qt.Key.Key_Left,) * 4:
        QTest.keyClick(energy, key)
    assert described(energy) == "less energy, unpleasant"
    assert (energy.value(), named(keeper.screen, QSlider, "Pleasantness").value()) == (-4, -4)
    nearest = WheelIndex(wheel).fitting(mark=(-0.5, -0.5), limit=1)[0]
    press(keeper.screen, nearest.word.label, "may fit")
    assert keeper.words() == [nearest.word.label]


def test_the_pad_can_be_set_by_an_assistive_tool(keeper: PickKeeper, wheel: Wheel) -> None:
    for name, value in (("Energy", 4), ("Pleasantness", -4)):
        told = QAccessible.queryAccessibleInterface(named(keeper.screen, QSlider, name))
        assert told.role() is QAccessible.Role.Slider
        told.valueInterface().setCurrentValue(value)
    nearest = WheelIndex(wheel).fitting(mark=(0.5, -0.5), limit=1)[0]
    assert button(keeper.screen, nearest.word.label, "may fit").isVisible()


def test_the_pad_can_be_pressed(keeper: PickKeeper, wheel: Wheel) -> None:
    energy = named(keeper.screen, QSlider, "Energy")
    pad = energy.parentWidget()
    assert pad is not None
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center() / 2)
    assert described(energy) == "more energy, unpleasant"


def test_not_knowing_is_fine(keeper: PickKeeper) -> None:
    press(keeper.screen, "I don't know, and that's fine")
    assert keeper.told == [("finished",)]
