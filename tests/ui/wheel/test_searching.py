"""Words that are typed: found, or one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QSlider
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from tests.ui.finding import button, described, focused, heard, named, press
from tests.ui.wheel.picks import STUNG, PickKeeper, search_field


def finds(keeper: PickKeeper) -> list[str]:
    """What is found below the field."""
    found = keeper.screen.findChild(QListWidget)
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def finds_told(keeper: PickKeeper) -> list[str]:
    """The same, as assistive tools hear them."""
    found = keeper.screen.findChild(QListWidget)
    assert found is not None
    role = Qt.ItemDataRole.AccessibleTextRole
    return [found.item(row).data(role) for row in range(found.count())]


def test_typing_finds_words_with_their_path(keeper: PickKeeper) -> None:
    search_field(keeper).setText("silly")
    assert finds_told(keeper)[0] == "silly, in Playful, Glad"
    search_field(keeper).setText("playful")
    assert finds_told(keeper)[0] == "Playful, in Glad"
    search_field(keeper).setText("glad")
    assert finds_told(keeper)[0] == "Glad"


def test_enter_takes_the_best_find(keeper: PickKeeper) -> None:
    search_field(keeper).setText("stu")
    assert finds(keeper)[:2] == ["stung", "stuck"] or finds(keeper)[:2] == ["stuck", "stung"]
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert len(keeper.words()) == 1
    assert keeper.words()[0] in {"stung", "stuck"}
    assert search_field(keeper).text() == ""
    assert finds(keeper) == []


def test_the_arrow_keys_choose_among_the_finds(keeper: PickKeeper) -> None:
    search_field(keeper).setText("stung")
    assert finds(keeper) == ["stung"]
    search_field(keeper).setText("lo")
    shown = finds(keeper)
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Down)
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert keeper.words() == [shown[1]]


def test_a_word_of_ones_own_is_offered_and_picked(keeper: PickKeeper) -> None:
    search_field(keeper).setText("out of orbit")
    assert finds(keeper) == ["Use “out of orbit” as your own word"]
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert keeper.words() == ["out of orbit"]
    assert keeper.state.picks[0].word.path.family == "own"


def test_words_found_by_their_meaning_say_so_and_come_after_the_own_word(
    keeper: PickKeeper, wheel: Wheel
) -> None:
    path, word = next((p, w) for p, w in wheel.walk() if len(p.ids) == 3)
    for text, told in ((word.definition, "by its meaning"), (word.body, "by the body")):
        typed = " ".join(text[:40].split(" ")[:-1])
        search_field(keeper).setText(typed)
        under = ", ".join(reversed(path.labels[:-1]))
        assert finds_told(keeper)[:2] == [
            f"Use “{typed}” as your own word",
            f"{word.label}, in {under}, {told}",
        ]
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Down)
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert keeper.words() == [word.label]


@pytest.mark.parametrize(
    ("pasted", "own"),
    [
        ("wobble " * 150_000, "wobble wobble wobble wobble wobble wobbl"),
        ("🫠🫠", "🫠🫠"),
        ("me\0h", "me h"),
        ("עייפה מאוד", "עייפה מאוד"),
        ("\u202ehem", "hem"),
        ("zwei\nZeilen", "zwei Zeilen"),
    ],
)
def test_whatever_is_pasted_is_offered_as_far_as_it_can_be_seen(
    keeper: PickKeeper, pasted: str, own: str
) -> None:
    QApplication.clipboard().setText(pasted)
    search_field(keeper).paste()
    QApplication.clipboard().clear()
    assert f"Use “{own}” as your own word" in finds(keeper)
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert keeper.words() == [own]


@pytest.mark.parametrize("pasted", ["   ", "\u200b\u00a0", "\u0301", "\t\n"])
def test_nothing_that_can_be_seen_is_no_word(keeper: PickKeeper, pasted: str) -> None:
    QApplication.clipboard().setText(pasted)
    search_field(keeper).paste()
    QApplication.clipboard().clear()
    assert finds(keeper) == []
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert keeper.told == []


def test_a_word_that_is_picked_already_is_taken_in_hand(
    keeper: PickKeeper, spoken: list[str]
) -> None:
    keeper.pick(STUNG, "glad")
    slider = named(keeper.screen, QSlider, "Intensity")
    assert described(slider) == "Glad: clear"
    search_field(keeper).setText("stung")
    spoken.clear()
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert keeper.words() == ["stung", "Glad"]
    assert described(slider) == "stung: clear"
    assert spoken == ["stung: clear"]


def test_two_own_words_are_dropped_one_by_one(keeper: PickKeeper) -> None:
    for word in ("meh", "wobbly"):
        search_field(keeper).setText(word)
        QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    press(keeper.screen, "Take back", "wobbly")
    assert keeper.words() == ["meh"]


def test_a_word_spelled_out_is_not_offered_as_own(keeper: PickKeeper) -> None:
    search_field(keeper).setText("STUNG")
    assert finds(keeper) == ["stung"]


def test_escape_empties_the_field(keeper: PickKeeper) -> None:
    search_field(keeper).setText("stu")
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Escape)
    assert finds(keeper) == []
    assert keeper.told == []


def test_escape_leads_back_wherever_the_keyboard_is(keeper: PickKeeper) -> None:
    left, field = heard(keeper.screen.left), search_field(keeper)
    field.setText("stu")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(left) == 0
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(left) == 1
    QTest.keyClick(button(keeper.screen, "These fit"), Qt.Key.Key_Escape)
    assert len(left) == 2


def test_a_slash_leads_to_the_search_from_the_wheel(keeper: PickKeeper, qtbot: QtBot) -> None:
    keeper.screen.words.focus_word(STUNG)
    QTest.keyClick(focused(), Qt.Key.Key_Slash)
    assert search_field(keeper).hasFocus()
    assert search_field(keeper).text() == ""
