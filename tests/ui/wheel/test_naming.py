"""The other ways to a word, for who can't name it yet."""

from collections import defaultdict

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.theme.look import Look
from desktop.ui.wheel.emotion_wheel import EmotionWheel
from desktop.ui.wheel.naming import MOST_LIT
from desktop.ui.wheel.word_row import WordRow
from tests.ui.finding import button, described, focused, named, press, told, words
from tests.ui.painted import shown_widgets
from tests.ui.wheel.picks import STUNG, PickKeeper, form_at

NOT_KNOWN = "I don't know, and that's fine"
SHOWN = "I don’t know, and that’s fine"


def energy(keeper: PickKeeper) -> QSlider:
    return named(keeper.screen, QSlider, "Energy")


def pad(keeper: PickKeeper) -> QWidget:
    parent = energy(keeper).parentWidget()
    assert parent is not None
    return parent


def offered(keeper: PickKeeper) -> list[str]:
    """The words in the rows beside the pad."""
    return [told(row) for row in shown_widgets(keeper.screen, WordRow)]


def changed(keeper: PickKeeper, before: QImage) -> set[str]:
    """The words of the wheel of which most is painted otherwise than in a picture of it."""
    wheel = keeper.screen.words
    assert isinstance(wheel, EmotionWheel)
    now = wheel.grab().toImage()
    counted: defaultdict[str, list[bool]] = defaultdict(list)
    for x in range(0, wheel.width(), 4):
        for y in range(0, wheel.height(), 4):
            if path_id := wheel.word_at(QPointF(x, y)):
                counted[path_id].append(now.pixel(x, y) != before.pixel(x, y))
    return {
        path_id for path_id, otherwise in counted.items() if sum(otherwise) * 2 > len(otherwise)
    }


def painted(keeper: PickKeeper) -> QImage:
    return keeper.screen.words.grab().toImage()


def fitting_ids(wheel: Wheel, mark: tuple[float, float]) -> set[str]:
    return {entry.path.id for entry in WheelIndex(wheel).fitting(mark=mark, limit=MOST_LIT)}


# By the body


def test_the_centre_leads_to_the_other_ways_in(keeper: PickKeeper, wheel: Wheel) -> None:
    press(keeper.screen, "I can't name it yet")
    assert focused().accessibleName() == wheel.body_cues[0]


def test_a_body_cue_offers_words_that_have_it(keeper: PickKeeper, wheel: Wheel) -> None:
    cue = wheel.body_cues[0]
    press(keeper.screen, cue)
    fitting = WheelIndex(wheel).fitting([cue])
    assert offered(keeper) == [entry.word.label for entry in fitting[: len(offered(keeper))]]
    press(keeper.screen, fitting[0].word.label, "may fit")
    assert keeper.words() == [fitting[0].word.label]


def test_a_cue_can_be_switched_by_an_assistive_tool(keeper: PickKeeper, wheel: Wheel) -> None:
    cue = wheel.body_cues[0]
    told_of = QAccessible.queryAccessibleInterface(button(keeper.screen, cue))
    told_of.actionInterface().doAction("Toggle")
    assert offered(keeper)[0] == WheelIndex(wheel).fitting([cue])[0].word.label


def test_several_cues_bring_words_that_share_them_to_the_top(
    keeper: PickKeeper, wheel: Wheel
) -> None:
    cues = wheel.body_cues[:3]
    for cue in cues:
        press(keeper.screen, cue)
    fitting = WheelIndex(wheel).fitting(cues)
    assert offered(keeper) == [entry.word.label for entry in fitting[: len(offered(keeper))]]
    for cue in cues:
        press(keeper.screen, cue)
    assert offered(keeper) == []


def test_a_row_says_the_family_and_what_the_word_means(keeper: PickKeeper, wheel: Wheel) -> None:
    cue = wheel.body_cues[0]
    press(keeper.screen, cue)
    first = WheelIndex(wheel).fitting([cue])[0]
    row = button(keeper.screen, first.word.label, "may fit")
    above = ", ".join(reversed(first.path.labels[:-1]))
    assert described(row) == f"may fit; under {above}. {first.word.definition}"
    row.setFocus()
    assert first.word.definition in words(keeper.screen)


# By the pad


def test_the_pad_is_moved_by_arrow_keys_and_offers_near_words(
    keeper: PickKeeper, wheel: Wheel
) -> None:
    for key in (Qt.Key.Key_Down,) * 4 + (Qt.Key.Key_Left,) * 4:
        QTest.keyClick(energy(keeper), key)
    assert described(energy(keeper)) == "less energy, unpleasant"
    assert (energy(keeper).value(), named(keeper.screen, QSlider, "Pleasantness").value()) == (
        -4,
        -4,
    )
    nearest = WheelIndex(wheel).fitting(mark=(-0.5, -0.5), limit=1)[0]
    press(keeper.screen, nearest.word.label, "may fit")
    assert keeper.words() == [nearest.word.label]


@pytest.mark.parametrize(
    ("digit", "place"),
    [
        (Qt.Key.Key_1, "less energy, unpleasant"),
        (Qt.Key.Key_3, "less energy, pleasant"),
        (Qt.Key.Key_5, "in the middle"),
        (Qt.Key.Key_8, "more energy"),
        (Qt.Key.Key_9, "more energy, pleasant"),
    ],
)
def test_a_digit_puts_the_mark_as_on_a_keypad(
    keeper: PickKeeper, spoken: list[str], digit: Qt.Key, place: str
) -> None:
    assert described(energy(keeper)) == "no mark yet; a digit puts one, as on a keypad"
    QTest.keyClick(energy(keeper), digit)
    assert described(energy(keeper)) == place
    assert spoken == [place, f"{offered(keeper)[0]} may fit"]


def test_the_pad_can_be_set_by_an_assistive_tool(keeper: PickKeeper, wheel: Wheel) -> None:
    for name, value in (("Energy", 4), ("Pleasantness", -4)):
        told_of = QAccessible.queryAccessibleInterface(named(keeper.screen, QSlider, name))
        assert told_of.role() is QAccessible.Role.Slider
        told_of.valueInterface().setCurrentValue(value)
    nearest = WheelIndex(wheel).fitting(mark=(0.5, -0.5), limit=1)[0]
    assert button(keeper.screen, nearest.word.label, "may fit").isVisible()


def test_the_pad_can_be_pressed_and_does_not_move_away(keeper: PickKeeper) -> None:
    place = pad(keeper).mapTo(keeper.screen, QPoint(0, 0))
    QTest.mouseClick(pad(keeper), Qt.MouseButton.LeftButton, pos=pad(keeper).rect().center() / 2)
    assert described(energy(keeper)) == "more energy, unpleasant"
    QApplication.processEvents()
    assert pad(keeper).mapTo(keeper.screen, QPoint(0, 0)) == place


def test_a_mark_that_is_dragged_is_told_where_it_comes_to_another_part(
    keeper: PickKeeper, spoken: list[str]
) -> None:
    left, half = Qt.MouseButton.LeftButton, pad(keeper).width() // 2
    QTest.mousePress(pad(keeper), left, pos=QPoint(20, 20))
    for place in (QPoint(30, 25), QPoint(40, 40), QPoint(2 * half - 20, 40)):
        QTest.mouseMove(pad(keeper), place)
    QTest.mouseRelease(pad(keeper), left, pos=QPoint(2 * half - 20, 40))
    places = [text for text in spoken if not text.endswith(" may fit")]
    assert places == ["more energy, unpleasant", "more energy, pleasant"]


def test_pleasant_is_to_the_left_where_one_reads_from_the_right(
    keeper: PickKeeper, spoken: list[str]
) -> None:
    keeper.screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    told: list[str] = []
    QTest.keyClick(energy(keeper), Qt.Key.Key_7)
    told.append(described(energy(keeper)))
    QTest.keyClick(energy(keeper), Qt.Key.Key_3)
    told.append(described(energy(keeper)))
    QTest.mouseClick(pad(keeper), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    told.append(described(energy(keeper)))
    for _ in range(8):
        QTest.keyClick(energy(keeper), Qt.Key.Key_Right)
    told.append(described(energy(keeper)))
    assert told == [
        "more energy, pleasant",
        "less energy, unpleasant",
        "more energy, pleasant",
        "more energy",
    ]


# The light on the wheel


@pytest.mark.parametrize("digit", [1, 3, 7, 9])
def test_words_near_the_mark_are_lit_on_the_wheel(
    keeper: PickKeeper, wheel: Wheel, digit: int
) -> None:
    before = painted(keeper)
    QTest.keyClick(energy(keeper), Qt.Key(Qt.Key.Key_0 + digit))
    up, right = divmod(digit - 1, 3)
    lit = changed(keeper, before)
    assert lit == fitting_ids(wheel, ((up - 1) / 2, (right - 1) / 2))
    assert 8 <= len(lit) <= 12
    assert set(offered(keeper)) <= {wheel_label(wheel, path_id) for path_id in lit}


def wheel_label(wheel: Wheel, path_id: str) -> str:
    entry = WheelIndex(wheel).entry(path_id)
    assert entry is not None
    return entry.word.label


def test_taking_a_word_puts_the_light_out_and_leaves_the_rows(keeper: PickKeeper) -> None:
    QTest.keyClick(energy(keeper), Qt.Key.Key_1)
    rows = offered(keeper)
    press(keeper.screen, rows[0], "may fit")
    assert offered(keeper) == rows
    assert button(keeper.screen, rows[0], "picked; under").isVisible()
    taken = painted(keeper)
    keeper.screen.hide()
    keeper.screen.show()
    assert offered(keeper) == []
    assert changed(keeper, taken) == set()


def test_leaving_puts_the_light_out_and_takes_mark_and_cues_away(
    keeper: PickKeeper, wheel: Wheel
) -> None:
    before = painted(keeper)
    press(keeper.screen, wheel.body_cues[0])
    QTest.keyClick(energy(keeper), Qt.Key.Key_9)
    assert changed(keeper, before)
    keeper.screen.hide()
    keeper.screen.show()
    assert changed(keeper, before) == set()
    assert not button(keeper.screen, wheel.body_cues[0]).isChecked()
    assert described(energy(keeper)).startswith("no mark yet")


def test_the_other_partner_begins_without_mark_and_cues(keeper: PickKeeper, wheel: Wheel) -> None:
    before = painted(keeper)
    press(keeper.screen, wheel.body_cues[0])
    QTest.keyClick(energy(keeper), Qt.Key.Key_9)
    press(keeper.screen, "Ben chooses")
    assert offered(keeper) == []
    assert changed(keeper, before) == set()
    assert not button(keeper.screen, wheel.body_cues[0]).isChecked()


def test_the_light_is_there_again_when_the_wheel_comes_back(
    keeper: PickKeeper, look: Look, wheel: Wheel
) -> None:
    before = painted(keeper)
    QTest.keyClick(energy(keeper), Qt.Key.Key_1)
    form_at(keeper, look, (1440, 900), 2.0)
    assert offered(keeper)
    form_at(keeper, look, (1440, 900), 1.0)
    QApplication.processEvents()
    assert changed(keeper, before) == fitting_ids(wheel, (-0.5, -0.5))


# "I don't know"


def test_not_knowing_is_an_answer_that_stands_where_words_would(keeper: PickKeeper) -> None:
    press(keeper.screen, NOT_KNOWN)
    assert keeper.told == [("not known",)]
    assert words(keeper.screen).count(SHOWN) == 1
    unknown = button(keeper.screen, NOT_KNOWN)
    assert not unknown.isEnabled()
    assert described(unknown) == "This is your answer for now."


def test_the_next_press_of_space_does_not_undo_not_knowing(keeper: PickKeeper) -> None:
    keeper.show(undo_kind="step-finished")
    button(keeper.screen, NOT_KNOWN).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert told(focused()) == "These fit"
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert keeper.told == [("not known",), ("finished",)]


def test_a_word_takes_its_place(keeper: PickKeeper) -> None:
    press(keeper.screen, NOT_KNOWN)
    keeper.pick(STUNG)
    assert SHOWN not in words(keeper.screen)
    unknown = button(keeper.screen, NOT_KNOWN)
    assert not unknown.isEnabled()
    assert described(unknown) == "You have picked words."
    keeper.pick(STUNG)
    assert unknown.isEnabled()


def test_start_over_takes_it_back(keeper: PickKeeper) -> None:
    press(keeper.screen, NOT_KNOWN)
    press(keeper.screen, "Start over")
    assert SHOWN not in words(keeper.screen)
    assert button(keeper.screen, NOT_KNOWN).isEnabled()


def test_each_partner_has_an_own_answer(keeper: PickKeeper) -> None:
    press(keeper.screen, NOT_KNOWN)
    press(keeper.screen, "Ben chooses")
    assert words(keeper.screen).count(SHOWN) == 1
    press(keeper.screen, NOT_KNOWN)
    assert words(keeper.screen).count(SHOWN) == 2
    assert keeper.state.unknown == frozenset(Partner)
