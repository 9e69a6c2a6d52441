"""The wheel by mouse, by keyboard, and as assistive tools see it."""

from collections.abc import Iterator
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.emotion_wheel import EmotionWheel
from tests.ui.finding import focused, heard
from tests.ui.showing import show

STUNG = "sad/hurt/stung"


@pytest.fixture
def shown(qtbot: QtBot, look: Look, wheel: Wheel) -> Iterator[EmotionWheel]:
    """A wheel in a window that has the keyboard, between two fields."""
    look.choose(LookChoice(theme="light", reduced_motion=True))
    window = QWidget()
    words = EmotionWheel(look, wheel)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(words, 1)
    column.addWidget(QLineEdit())
    show(qtbot, window, 700, 760)
    yield words  # and keep the window until then


def pick(wheel: Wheel, path_id: str, partner: Partner) -> Pick:
    index = WheelIndex(wheel)
    entry = index.entry(path_id)
    assert entry is not None
    return Pick(partner=partner, word=index.shown(entry), intensity=3)


def middle_of(words: EmotionWheel, path_id: str) -> QPoint:
    return words.wedge_rect(path_id).center()


def boxes(words: EmotionWheel) -> list[QAccessibleInterface]:
    group = QAccessible.queryAccessibleInterface(words)
    children = [group.child(i) for i in range(group.childCount())]
    return [child for child in children if child.role() is QAccessible.Role.CheckBox]


def box(words: EmotionWheel, name: str) -> QAccessibleInterface:
    return next(b for b in boxes(words) if b.text(QAccessible.Text.Name) == name)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def test_the_group_has_one_check_box_per_word(shown: EmotionWheel, wheel: Wheel) -> None:
    group = QAccessible.queryAccessibleInterface(shown)
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Emotion wheel"
    names = [b.text(QAccessible.Text.Name) for b in boxes(shown)]
    assert names == [word.label for _, word in wheel.walk()]


def test_a_word_is_described_by_its_path_and_definition(shown: EmotionWheel, wheel: Wheel) -> None:
    meanings = {path.id: word.definition for path, word in wheel.walk()}
    said = box(shown, "stung").text(QAccessible.Text.Description)
    assert said == f"under Hurt, Sad. {meanings[STUNG]}"
    assert meanings["sad"] in box(shown, "Sad").text(QAccessible.Text.Description)


def test_no_two_words_have_the_same_name_and_description(shown: EmotionWheel) -> None:
    told = [
        (b.text(QAccessible.Text.Name), b.text(QAccessible.Text.Description)) for b in boxes(shown)
    ]
    assert len(told) == len(set(told))


def test_the_rectangle_of_a_word_is_where_the_word_is(shown: EmotionWheel, wheel: Wheel) -> None:
    corner = shown.mapToGlobal(QPoint(0, 0))
    for (path, _), told in zip(wheel.walk(), boxes(shown), strict=True):
        centre = told.rect().center() - corner
        assert shown.word_at(QPointF(centre)) == path.id


def test_pressing_a_check_box_asks_for_the_word(shown: EmotionWheel) -> None:
    asked = heard(shown.word_toggled)
    actions = box(shown, "stung").actionInterface()
    assert actions.actionNames()[0] == "Toggle"
    actions.doAction("Toggle")
    assert asked == [(STUNG, True)]
    assert box(shown, "stung").state().checked
    actions.doAction("Toggle")
    assert asked == [(STUNG, True), (STUNG, False)]


def test_what_the_chooser_picked_is_checked_and_nothing_is_asked(
    shown: EmotionWheel, wheel: Wheel
) -> None:
    asked = heard(shown.word_toggled)
    picks = (pick(wheel, STUNG, Partner.A), pick(wheel, "glad", Partner.B))
    shown.show_picks(picks, Partner.A)
    assert box(shown, "stung").state().checked
    assert not box(shown, "Glad").state().checked
    shown.show_picks(picks, Partner.B)
    assert not box(shown, "stung").state().checked
    assert box(shown, "Glad").state().checked
    assert asked == []


def test_the_button_in_the_centre_has_its_name(shown: EmotionWheel, qtbot: QtBot) -> None:
    told = QAccessible.queryAccessibleInterface(shown.centre)
    assert told.role() is QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "I can't name it yet"
    with qtbot.waitSignal(shown.naming_asked):
        told.actionInterface().doAction("Press")


# By keyboard


def test_the_words_are_one_tab_stop(shown: EmotionWheel) -> None:
    first, last = shown.window().findChildren(QLineEdit)
    first.setFocus()
    press(Qt.Key.Key_Tab)
    assert shown.focused_word == "glad"
    press(Qt.Key.Key_Right, Qt.Key.Key_Tab)
    assert shown.centre.hasFocus()
    press(Qt.Key.Key_Tab)
    assert last.hasFocus()
    press(Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert shown.focused_word == "close"


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        ("glad", [Qt.Key.Key_Right], "close"),
        ("glad", [Qt.Key.Key_Left], "angry"),
        ("sad/hurt", [Qt.Key.Key_Down], "sad"),
        (STUNG, [Qt.Key.Key_Down, Qt.Key.Key_Down], "sad"),
        ("sad", [Qt.Key.Key_Up, Qt.Key.Key_Down], "sad"),
        (STUNG, [Qt.Key.Key_Up], STUNG),
    ],
)
def test_arrow_keys_walk(shown: EmotionWheel, start: str, keys: list[Qt.Key], end: str) -> None:
    shown.focus_word(start)
    press(*keys)
    assert shown.focused_word == end


def test_up_leads_outward_in_the_same_family(shown: EmotionWheel) -> None:
    shown.focus_word("afraid")
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert shown.focused_word.startswith("afraid/")
    assert shown.focused_word.count("/") == 2


def test_home_and_end_lead_to_the_ends_of_the_family(shown: EmotionWheel, wheel: Wheel) -> None:
    outer = [path.id for path, _ in wheel.walk() if path.family == "sad" and len(path.ids) == 3]
    shown.focus_word(STUNG)
    press(Qt.Key.Key_End)
    assert shown.focused_word == outer[-1]
    press(Qt.Key.Key_Home)
    assert shown.focused_word == outer[0]


def test_down_from_a_family_leads_to_the_centre_and_up_back(shown: EmotionWheel) -> None:
    shown.focus_word("calm")
    press(Qt.Key.Key_Down)
    assert shown.centre.hasFocus()
    press(Qt.Key.Key_Up)
    assert shown.focused_word == "calm"


def test_letters_lead_to_a_word(shown: EmotionWheel) -> None:
    shown.focus_word("glad")
    press(Qt.Key.Key_S, Qt.Key.Key_T, Qt.Key.Key_U)
    assert shown.focused_word in {STUNG, "angry/frustrated/stuck"}
    typed = shown.focused_word
    press(Qt.Key.Key_N if typed == STUNG else Qt.Key.Key_C)
    assert shown.focused_word == typed


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_pick_and_take_back(shown: EmotionWheel, key: Qt.Key) -> None:
    asked = heard(shown.word_toggled)
    shown.focus_word(STUNG)
    press(key, key)
    assert asked == [(STUNG, True), (STUNG, False)]


def test_escape_leaves(shown: EmotionWheel, qtbot: QtBot) -> None:
    shown.focus_word(STUNG)
    with qtbot.waitSignal(shown.left):
        press(Qt.Key.Key_Escape)


def test_its_keys_do_not_reach_the_shortcuts_of_the_window(shown: EmotionWheel) -> None:
    heard: list[str] = []
    for key in ("S", "Space", "Right", ".", "0", "+", "-"):
        QShortcut(key, shown.window()).activated.connect(lambda key=key: heard.append(key))
    shown.focus_word("glad")
    press(Qt.Key.Key_S, Qt.Key.Key_Space, Qt.Key.Key_Right)
    for place in (focused(), shown.centre):
        place.setFocus()
        press(Qt.Key.Key_Period, Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    assert heard == []
    shown.window().findChildren(QLineEdit)[0].setFocus()
    press(Qt.Key.Key_Right)


# By mouse


def test_a_click_picks_the_word_and_takes_the_keyboard_there(shown: EmotionWheel) -> None:
    asked = heard(shown.word_toggled)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=middle_of(shown, STUNG))
    assert asked == [(STUNG, True)]
    assert shown.focused_word == STUNG


def test_a_press_that_slides_to_another_word_picks_nothing(shown: EmotionWheel) -> None:
    asked = heard(shown.word_toggled)
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=middle_of(shown, STUNG))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=middle_of(shown, "sad/lonely"))
    assert asked == []


def test_the_word_under_the_mouse_is_in_hand_before_the_focused_one(
    shown: EmotionWheel, qtbot: QtBot
) -> None:
    told = heard(shown.word_shown)
    shown.focus_word("glad")
    QTest.mouseMove(shown, middle_of(shown, STUNG))
    qtbot.waitUntil(lambda: shown.word_in_hand == STUNG)
    QTest.mouseMove(shown, QPoint(2, 2))
    qtbot.waitUntil(lambda: shown.word_in_hand == "glad")
    assert told == ["glad", STUNG, "glad"]


# Painting


def painted(words: EmotionWheel) -> QImage:
    return words.grab().toImage()


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_what_is_picked_and_in_hand_shows(
    shown: EmotionWheel,
    look: Look,
    wheel: Wheel,
    theme: Literal["light", "dark", "high-contrast"],
) -> None:
    look.choose(LookChoice(theme=theme, reduced_motion=True))
    rest = painted(shown)
    shown.show_picks((pick(wheel, "glad", Partner.A),), Partner.A)
    picked = painted(shown)
    shown.show_picks((pick(wheel, "glad", Partner.B),), Partner.A)
    other = painted(shown)
    shown.focus_word("glad")
    focused = painted(shown)
    pictures = [rest, picked, other, focused]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_another_theme_paints_another_wheel(shown: EmotionWheel, look: Look) -> None:
    light = painted(shown)
    look.choose(LookChoice(theme="dark", reduced_motion=True))
    assert painted(shown) != light


def test_a_lifted_word_rises_at_once_under_reduced_motion_and_slowly_without(
    shown: EmotionWheel, look: Look, qtbot: QtBot
) -> None:
    shown.focus_word(STUNG)
    risen = painted(shown)
    shown.focus_word("glad")
    look.choose(LookChoice(theme="light", reduced_motion=False))
    shown.focus_word(STUNG)
    assert painted(shown) != risen
    qtbot.waitUntil(lambda: painted(shown) == risen)


@pytest.mark.parametrize("side", [320, 500, 1000])
def test_it_paints_at_any_size(shown: EmotionWheel, side: int) -> None:
    shown.setFixedSize(side, side)
    shown.window().adjustSize()
    image = painted(shown)
    colors = {image.pixel(x, side // 2) for x in range(0, image.width(), 3)}
    assert len(colors) > 8
