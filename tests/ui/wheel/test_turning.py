"""Turning the wheel by hand, by mouse wheel, by buttons and by keys."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.wheel_geometry import WheelGeometry, at
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.emotion_wheel import EmotionWheel
from desktop.ui.wheel.scene import WheelScene
from desktop.ui.wheel.segment import WordSegment
from desktop.ui.wheel.turning import STEP
from tests.ui.finding import button, heard
from tests.ui.finding import press as press_button
from tests.ui.wheel.wheels import (
    STUNG,
    let_go,
    painted,
    pick,
    place_of,
    press,
    scroll,
    show_words,
    take_hold,
)

ALL = Library().wheels.get("feelings")


@pytest.fixture
def words(qtbot: QtBot, look: Look, wheel: Wheel) -> EmotionWheel:
    return show_words(qtbot, look, wheel, 700)


# Which word is where


@settings(max_examples=60, deadline=None)
@given(
    side=st.integers(320, 2160),
    rotation=st.floats(-720, 720),
    family=st.sampled_from(["", *(family.id for family in ALL.families)]),
    mirrored=st.booleans(),
    along=st.floats(0.05, 0.95),
    out=st.floats(0.05, 0.95),
)
def test_each_word_is_hit_where_it_is_at_any_size_and_rotation(
    *,
    qapp: QApplication,
    side: int,
    rotation: float,
    family: str,
    mirrored: bool,
    along: float,
    out: float,
) -> None:
    scene = WheelScene(Look(LookChoice(theme="light")), ALL)
    scene.size, scene.rotation = QSize(side, side), rotation
    scene.mirror(mirrored=mirrored)
    scene.show_family(family)
    for wedge in WheelGeometry(ALL, rotation, mirrored=mirrored, family=family).wedges:
        x, y = at(
            wedge.start + along * wedge.sweep, wedge.inner + out * (wedge.outer - wedge.inner)
        )
        point = QPointF(scene.middle) + QPointF(x, y) * scene.radius
        found = scene.wedge_at(point)
        assert found is not None
        assert found.id == wedge.id
        assert scene.rect(wedge.id).adjusted(-1, -1, 1, 1).contains(point.toPoint())


def test_the_check_boxes_go_along_with_their_words(words: EmotionWheel, wheel: Wheel) -> None:
    words.focus_word(STUNG)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, shift=True)
    boxes = words.findChildren(WordSegment)
    assert [box.path.id for box in boxes] == [path.id for path, _ in wheel.walk()]
    for box in boxes:
        assert box.geometry() == words.wedge_rect(box.path.id)
        assert words.word_at(QPointF(box.geometry().center())) == box.path.id


# By hand


@pytest.mark.parametrize("degrees", [50, -120, 300])
def test_dragging_turns_by_as_much_and_picks_nothing(words: EmotionWheel, degrees: int) -> None:
    asked = heard(words.word_toggled)
    let_go(words, take_hold(words, STUNG, degrees))
    assert math.remainder(words.rotation - degrees, 360) == pytest.approx(0, abs=1)
    assert asked == []


def test_the_word_stays_under_the_hand(words: EmotionWheel) -> None:
    hand = take_hold(words, STUNG, 80)
    assert words.word_at(QPointF(hand)) == STUNG
    let_go(words, hand)
    assert words.word_at(QPointF(hand)) == STUNG


def test_a_hand_that_trembles_picks(words: EmotionWheel) -> None:
    asked = heard(words.word_toggled)
    let_go(words, take_hold(words, STUNG, 0) + QPoint(2, 1))
    assert asked == [(STUNG, True)]
    assert words.rotation == 0


# By mouse wheel and touchpad


def test_the_mouse_wheel_turns_over_the_disc_only(words: EmotionWheel) -> None:
    assert scroll(words, place_of(words, STUNG), notches=-2)
    assert words.rotation == 2 * STEP
    assert not scroll(words, QPoint(3, 3), notches=-2)
    assert words.rotation == 2 * STEP


def test_a_touchpad_turns_smoothly_and_comes_to_rest(words: EmotionWheel, qtbot: QtBot) -> None:
    before = words.wedge_rect(STUNG)
    for _ in range(4):
        scroll(words, place_of(words, "glad"), pixels=-10)
    assert 0 < words.rotation < STEP
    qtbot.waitUntil(lambda: button(words, "Turn back").isVisible())
    assert words.wedge_rect(STUNG) != before


# By key and by button


def test_keys_turn_by_a_step_and_back(words: EmotionWheel) -> None:
    words.focus_word(STUNG)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, shift=True)
    assert words.rotation == 2 * STEP
    press(Qt.Key.Key_Left, shift=True)
    assert words.rotation == STEP
    assert words.focused_word == STUNG
    press(Qt.Key.Key_0)
    assert words.rotation == 0


def test_keys_turn_from_the_centre_too(words: EmotionWheel) -> None:
    words.centre.setFocus()
    press(Qt.Key.Key_Right, shift=True)
    assert words.rotation == STEP
    assert words.centre.hasFocus()


def test_a_whole_turn_by_keys_looks_as_before(words: EmotionWheel) -> None:
    words.focus_word(STUNG)
    before = painted(words)
    for step in range(round(360 / STEP)):
        assert words.rotation == step * STEP
        press(Qt.Key.Key_Right, shift=True)
    assert words.rotation == 0
    assert painted(words) == before


@pytest.mark.parametrize("path_id", [STUNG, "glad/proud", "close/loving/tender", "drained"])
def test_the_full_stop_brings_the_word_in_hand_level(words: EmotionWheel, path_id: str) -> None:
    words.focus_word(path_id)
    press(Qt.Key.Key_Period)
    away = words.wedge_rect(path_id).center() - words.rect().center()
    if path_id == "drained":
        assert abs(away.x()) <= 2
        assert away.y() < 0
    else:
        assert abs(away.y()) <= 2


def test_buttons_turn_and_only_a_turned_wheel_can_be_turned_back(words: EmotionWheel) -> None:
    assert not button(words, "Turn back").isVisible()
    press_button(words, "Turn left")
    assert words.rotation == 360 - STEP
    press_button(words, "Turn right")
    press_button(words, "Turn right")
    assert words.rotation == STEP
    press_button(words, "Turn back")
    assert words.rotation == 0
    assert not button(words, "Turn back").isVisible()


def test_each_button_tells_its_key(words: EmotionWheel) -> None:
    for name, key in {"Turn left": "Shift and Left", "One family": "Plus"}.items():
        assert button(words, name, f"Key: {key}").toolTip() == f"{name} ({key})"


def test_it_stays_turned_whatever_is_picked(words: EmotionWheel, wheel: Wheel) -> None:
    press_button(words, "Turn right")
    words.show_picks((pick(wheel, STUNG, Partner.A),), Partner.A)
    words.focus_word("glad")
    words.resize(800, 800)
    assert words.rotation == STEP


# In motion


def test_under_reduced_motion_it_is_there_at_once(words: EmotionWheel) -> None:
    words.focus_word(STUNG)
    press(Qt.Key.Key_Right, shift=True)
    assert words.rotation == STEP
    there = painted(words)
    words.resize(701, 701)
    words.resize(700, 700)
    assert painted(words) == there


def test_without_it_goes_there_calmly(words: EmotionWheel, look: Look, qtbot: QtBot) -> None:
    press_button(words, "Turn right")
    there = painted(words)
    press_button(words, "Turn back")
    look.choose(LookChoice(theme="light", reduced_motion=False))
    press_button(words, "Turn right")
    assert words.rotation < STEP
    qtbot.waitUntil(lambda: words.rotation == STEP)
    qtbot.waitUntil(lambda: painted(words) == there)


@pytest.mark.parametrize("side", [500, 700])
def test_on_its_way_it_looks_as_at_rest(qtbot: QtBot, look: Look, wheel: Wheel, side: int) -> None:
    words = show_words(qtbot, look, wheel, side)
    words.focus_word("glad")
    press_button(words, "Turn right")  # so that the button to turn back is there before
    hand = take_hold(words, "glad", 130)
    moving = seen_from_afar(painted(words))
    let_go(words, hand)
    resting = seen_from_afar(painted(words))
    bits = zip(bytes(moving.constBits()), bytes(resting.constBits()), strict=True)
    # Where a word stands on its head, or is not there, it is more than 130.
    assert max(abs(a - b) for a, b in bits) < 90


def seen_from_afar(image: QImage) -> QImage:
    return image.scaled(image.size() / 3, mode=Qt.TransformationMode.SmoothTransformation)


# From right to left


def test_from_right_to_left_the_families_run_the_other_way(words: EmotionWheel) -> None:
    middle = words.rect().center().x()
    assert place_of(words, "glad").x() > middle
    words.focus_word("glad")
    words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert place_of(words, "glad").x() < middle
    assert words.word_at(QPointF(place_of(words, STUNG))) == STUNG
    press(Qt.Key.Key_Right)  # clockwise, as ever
    assert words.focused_word == "angry"
    press(Qt.Key.Key_Right, shift=True)
    assert words.rotation == STEP
