"""One family that fills the wheel, on a small wheel or when asked for."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.wheel_geometry import WheelGeometry
from desktop.ui.theme.look import Look
from desktop.ui.wheel.emotion_wheel import LEAST_WHOLE, EmotionWheel
from desktop.ui.wheel.segment import WordSegment
from tests.ui.finding import button, heard
from tests.ui.finding import press as press_button
from tests.ui.wheel.wheels import STUNG, click, pick, place_of, point_at, press, scroll, show_words

SMALL, LARGE = 360, 700


@pytest.fixture
def small(qtbot: QtBot, look: Look, wheel: Wheel) -> EmotionWheel:
    return show_words(qtbot, look, wheel, SMALL)


@pytest.fixture
def large(qtbot: QtBot, look: Look, wheel: Wheel) -> EmotionWheel:
    return show_words(qtbot, look, wheel, LARGE)


def boxes(words: EmotionWheel) -> dict[str, QAccessibleInterface]:
    """The check boxes as assistive tools meet them, by name and description."""
    group = QAccessible.queryAccessibleInterface(words)
    children = [group.child(i) for i in range(group.childCount())]
    return {
        child.text(QAccessible.Text.Name) + " " + child.text(QAccessible.Text.Description): child
        for child in children
        if child.role() is QAccessible.Role.CheckBox
    }


def told_box(words: EmotionWheel, beginning: str) -> QAccessibleInterface:
    return next(box for told, box in boxes(words).items() if told.startswith(beginning))


def on_display(words: EmotionWheel, path_id: str) -> bool:
    return words.word_at(QPointF(place_of(words, path_id))) == path_id


# When


@pytest.mark.parametrize(
    ("side", "family"), [(320, "glad"), (LEAST_WHOLE - 1, "glad"), (LEAST_WHOLE, ""), (2160, "")]
)
def test_below_a_size_one_family_fills_the_wheel(
    qtbot: QtBot, look: Look, wheel: Wheel, side: int, family: str
) -> None:
    assert show_words(qtbot, look, wheel, side).family_shown == family


def test_a_wheel_that_grows_shows_all_again(small: EmotionWheel) -> None:
    small.focus_word(STUNG)
    assert small.family_shown == "sad"
    small.resize(LARGE, LARGE)
    assert small.family_shown == ""
    assert small.focused_word == STUNG


def test_plus_enlarges_the_family_in_hand_and_minus_shows_all(large: EmotionWheel) -> None:
    large.focus_word(STUNG)
    before = large.wedge_rect(STUNG)
    press(Qt.Key.Key_Plus)
    assert large.family_shown == "sad"
    assert large.focused_word == STUNG
    now = large.wedge_rect(STUNG)
    assert now.width() * now.height() > 2 * before.width() * before.height()
    press(Qt.Key.Key_Minus)
    assert large.family_shown == ""


def test_escape_leaves_the_family_first(large: EmotionWheel) -> None:
    left = heard(large.left)
    large.focus_word(STUNG)
    press(Qt.Key.Key_Plus, Qt.Key.Key_Escape)
    assert large.family_shown == ""
    assert left == []
    press(Qt.Key.Key_Escape)
    assert len(left) == 1


def test_escape_leaves_a_small_wheel_at_once(small: EmotionWheel) -> None:
    left = heard(small.left)
    small.focus_word(STUNG)
    press(Qt.Key.Key_Escape)
    assert len(left) == 1


def test_a_button_does_the_same_where_there_is_a_choice(large: EmotionWheel) -> None:
    press_button(large, "One family")
    assert large.family_shown == "glad"
    press_button(large, "All families")
    assert large.family_shown == ""
    large.resize(SMALL, SMALL)
    assert not button(large, "All families").isVisible()


def test_ctrl_and_the_mouse_wheel_enlarge_what_is_under_the_mouse(
    large: EmotionWheel,
) -> None:
    place = place_of(large, STUNG)
    point_at(large, STUNG)
    scroll(large, place, notches=1, ctrl=True)
    assert large.family_shown == "sad"
    assert large.rotation == 0
    scroll(large, place, notches=-1, ctrl=True)
    assert large.family_shown == ""


# From family to family


def test_a_press_on_another_family_brings_it_up_and_one_more_picks_it(small: EmotionWheel) -> None:
    asked = heard(small.word_toggled)
    click(small, "drained")
    assert small.family_shown == "drained"
    assert asked == []
    click(small, "drained")
    assert asked == [("drained", True)]


def test_words_of_the_family_are_picked_at_once(small: EmotionWheel) -> None:
    asked = heard(small.word_toggled)
    click(small, "glad/proud")
    assert asked == [("glad/proud", True)]


def test_enlarging_another_family_takes_the_keyboard_there(large: EmotionWheel) -> None:
    large.focus_word("glad")
    point_at(large, STUNG)
    press(Qt.Key.Key_Plus)
    assert large.family_shown == "sad"
    assert large.focused_word == STUNG


@pytest.mark.parametrize("side", [SMALL, LARGE])
def test_the_keyboard_walks_through_all_words_and_each_can_be_seen(
    qtbot: QtBot, look: Look, wheel: Wheel, side: int
) -> None:
    words = show_words(qtbot, look, wheel, side)
    words.focus_word("glad")
    geometry = WheelGeometry(wheel)
    reached: list[str] = []
    for ring in (1, 2, 3):
        for _ in [wedge for wedge in geometry.wedges if wedge.ring == ring]:
            reached.append(words.focused_word)
            assert on_display(words, words.focused_word)
            press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Up)
    assert sorted(reached) == sorted(path.id for path, _ in wheel.walk())


# As assistive tools see it


@pytest.mark.parametrize("side", [SMALL, LARGE])
def test_all_words_are_told_with_their_states(
    qtbot: QtBot, look: Look, wheel: Wheel, side: int
) -> None:
    words = show_words(qtbot, look, wheel, side)
    words.show_picks([pick(wheel, path_id, Partner.A) for path_id in (STUNG, "glad")], Partner.A)
    told = boxes(words)
    assert len(told) == len(list(wheel.walk()))
    assert sorted(name.split()[0] for name, box in told.items() if box.state().checked) == [
        "Glad",
        "stung",
    ]
    assert not any(box.state().invisible or box.state().disabled for box in told.values())
    assert all(box.state().focusable for box in told.values())
    # A word that is not on display lies where its family is.
    corner = words.mapToGlobal(words.rect().topLeft())
    assert told_box(words, "stung").rect() == words.wedge_rect(STUNG).translated(corner)


def test_a_word_toggled_from_outside_brings_its_family_up_and_asks_once(
    small: EmotionWheel,
) -> None:
    asked = heard(small.word_toggled)
    told_box(small, "stung").actionInterface().doAction("Toggle")
    assert asked == [(STUNG, True)]
    assert small.family_shown == "sad"
    assert on_display(small, STUNG)


def test_a_word_focused_from_outside_brings_its_family_up(small: EmotionWheel) -> None:
    told_box(small, "stung").actionInterface().doAction("SetFocus")
    assert small.focused_word == STUNG
    assert small.family_shown == "sad"


def test_a_change_is_told_once(small: EmotionWheel, wheel: Wheel) -> None:
    picks = [pick(wheel, STUNG, Partner.A)]
    # Qt tells assistive tools of each change of a check box by itself.
    (box,) = (each for each in small.findChildren(WordSegment) if each.path.id == STUNG)
    changes = heard(box.toggled)
    small.focus_word(STUNG)
    press(Qt.Key.Key_Space)
    small.show_picks(picks, Partner.A)
    assert changes == [True]
    small.show_picks(picks, Partner.A)
    assert changes == [True]
    small.show_picks([], Partner.A)
    assert changes == [True, False]
