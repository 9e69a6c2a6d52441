"""Words that are typed: found, or one's own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import button, focused, heard, press
from tests.ui.wheel.picks import STUNG, PickKeeper, search_field


def finds(keeper: PickKeeper) -> list[str]:
    """What is found below the field."""
    found = keeper.screen.findChild(QListWidget)
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def test_typing_finds_words_with_their_path(keeper: PickKeeper, qtbot: QtBot) -> None:
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
    search_field(keeper).setText("all over the place")
    assert finds(keeper) == ["Use “all over the place” as your own word"]
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)
    assert keeper.words() == ["all over the place"]
    assert keeper.state.picks[0].word.path.family == "own"


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
