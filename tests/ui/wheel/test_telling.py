"""What a screen reader says of the words: each change once, and nothing that a box says itself."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from desktop.domain.people import Partner
from desktop.domain.picks import without_pick
from tests.ui.finding import named, press
from tests.ui.wheel.picks import STUNG, PickKeeper, search_field


def type_word(keeper: PickKeeper, word: str, spoken: list[str]) -> None:
    """Type a word and take it; what the finds say on the way is not what is asked here."""
    search_field(keeper).setText(word)
    spoken.clear()
    QTest.keyClick(search_field(keeper), Qt.Key.Key_Return)


def test_a_box_says_itself_that_it_is_checked(keeper: PickKeeper, spoken: list[str]) -> None:
    keeper.pick("glad", STUNG, "glad")
    assert keeper.words() == ["stung"]
    assert spoken == []


def test_a_word_that_was_typed_is_told(keeper: PickKeeper, spoken: list[str]) -> None:
    type_word(keeper, "stung", spoken)
    assert spoken == ["stung, picked"]


def test_a_word_that_was_taken_from_a_row_is_told(keeper: PickKeeper, spoken: list[str]) -> None:
    QTest.keyClick(named(keeper.screen, QSlider, "Energy"), Qt.Key.Key_1)
    label = spoken[-1].removesuffix(" may fit")
    spoken.clear()
    press(keeper.screen, label, "may fit")
    assert spoken == [f"{label}, picked"]


def test_a_word_that_is_taken_back_beside_the_wheel_is_told(
    keeper: PickKeeper, spoken: list[str]
) -> None:
    keeper.pick("glad", STUNG)
    press(keeper.screen, "Take back", "stung")
    assert spoken == ["stung, taken back"]


def test_a_word_that_takes_the_place_of_another_is_told(
    keeper: PickKeeper, spoken: list[str]
) -> None:
    keeper.pick("sad/hurt", STUNG)
    assert spoken == ["stung, in place of Hurt"]
    type_word(keeper, "sad", spoken)
    assert spoken == ["Sad, in place of stung"]


def test_a_fourth_word_is_refused_once(keeper: PickKeeper, spoken: list[str]) -> None:
    keeper.pick("glad", "close", "calm", "sad")
    assert spoken == ["Three words are enough for now. Take one back to choose another."]


def test_starting_over_names_all_that_is_taken_back(keeper: PickKeeper, spoken: list[str]) -> None:
    keeper.pick("glad", STUNG)
    press(keeper.screen, "Start over")
    assert spoken == ["Glad, stung, taken back"]


def test_not_knowing_and_what_takes_its_place_are_told(
    keeper: PickKeeper, spoken: list[str]
) -> None:
    press(keeper.screen, "I don't know, and that's fine")
    assert spoken == ["I don’t know, and that’s fine"]
    spoken.clear()
    keeper.pick(STUNG)
    assert spoken == ["stung, in place of “I don’t know”"]
    press(keeper.screen, "Start over")
    press(keeper.screen, "I don't know, and that's fine")
    spoken.clear()
    press(keeper.screen, "Start over")
    assert spoken == ["“I don’t know”, taken back"]


def test_how_strong_a_word_is_is_told_in_words(keeper: PickKeeper, spoken: list[str]) -> None:
    keeper.pick(STUNG)
    QTest.keyClick(named(keeper.screen, QSlider, "Intensity"), Qt.Key.Key_Right)
    assert spoken == ["stung: strong"]


def test_what_an_undo_takes_from_the_other_partner_is_told_with_the_name(
    keeper: PickKeeper, spoken: list[str]
) -> None:
    keeper.pick(STUNG)
    press(keeper.screen, "Ben chooses")
    assert spoken == []
    keeper.show(picks=without_pick(keeper.state.picks, Partner.A, STUNG))
    assert spoken == ["Ana: stung, taken back"]


def test_nothing_is_told_of_what_nobody_sees(keeper: PickKeeper, spoken: list[str]) -> None:
    keeper.pick(STUNG)
    keeper.screen.hide()
    (pick,) = keeper.state.picks
    keeper.show(picks=(replace(pick, intensity=5),))
    keeper.show(picks=(), unknown=frozenset({Partner.A}))
    assert spoken == []
