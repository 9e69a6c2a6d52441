"""Words picked on the wheel, taken back, and read."""

from PySide6.QtGui import QAccessible

from desktop.domain.emotions import Wheel
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.wheel_search import WheelIndex
from tests.ui.finding import button, described, heard, press, words
from tests.ui.wheel.picks import STUNG, PickKeeper


def checked(keeper: PickKeeper) -> set[str]:
    """The words that assistive tools are told are picked."""
    group = QAccessible.queryAccessibleInterface(keeper.screen.words)
    boxes = (group.child(i) for i in range(group.childCount()))
    return {
        box.text(QAccessible.Text.Name)
        for box in boxes
        if box.role() is QAccessible.Role.CheckBox and box.state().checked
    }


def test_it_asks_the_one_who_chooses(keeper: PickKeeper) -> None:
    assert "Ana, what is here right now?" in words(keeper.screen)
    keeper.show(chooser=Partner.B)
    assert "Ben, what is here right now?" in words(keeper.screen)


def test_a_word_is_picked_with_what_was_shown(keeper: PickKeeper, wheel: Wheel) -> None:
    picked = heard(keeper.screen.word_picked)
    keeper.pick(STUNG)
    entry = WheelIndex(wheel).entry(STUNG)
    assert entry is not None
    shown = ShownWord(path=entry.path, family_label="Sad", definition=entry.word.definition)
    assert picked == [(shown, 3)]
    assert keeper.told == [("picked", STUNG, 3)]


def test_the_same_word_again_takes_it_back(keeper: PickKeeper) -> None:
    keeper.pick(STUNG, STUNG)
    assert keeper.told[-1] == ("dropped", STUNG)
    assert keeper.words() == []


def test_a_finer_word_takes_the_place_of_the_coarser_one(keeper: PickKeeper) -> None:
    keeper.pick("sad", STUNG)
    assert keeper.words() == ["stung"]
    assert checked(keeper) == {"stung"}


def test_a_fourth_word_is_refused_gently_and_not_checked(keeper: PickKeeper) -> None:
    keeper.pick("glad", "close", "calm", "sad")
    assert keeper.words() == ["Glad", "Close", "Calm"]
    assert checked(keeper) == {"Glad", "Close", "Calm"}
    assert any("Three words are enough for now" in text for text in words(keeper.screen))
    keeper.pick("calm")
    assert not any("Three words are enough for now" in text for text in words(keeper.screen))


def test_a_finer_word_is_no_fourth_one(keeper: PickKeeper) -> None:
    keeper.pick("glad", "close", "sad", STUNG)
    assert keeper.words() == ["Glad", "Close", "stung"]


def test_each_partner_has_own_words(keeper: PickKeeper) -> None:
    keeper.pick(STUNG)
    press(keeper.screen, "Ben chooses")
    assert keeper.told[-1] == ("switched", Partner.B)
    assert checked(keeper) == set()
    keeper.pick(STUNG, "glad", "close")
    assert keeper.words(Partner.A) == ["stung"]
    assert keeper.words(Partner.B) == ["stung", "Glad", "Close"]


def test_start_over_drops_the_words_of_the_chooser_alone(keeper: PickKeeper) -> None:
    keeper.pick("glad")
    press(keeper.screen, "Ben chooses")
    keeper.pick(STUNG, "close")
    press(keeper.screen, "Start over")
    assert keeper.words(Partner.B) == []
    assert keeper.words(Partner.A) == ["Glad"]
    assert not button(keeper.screen, "Start over").isEnabled()
    assert keeper.told[-1] == ("cleared",)


def test_undo_says_what_it_takes_back_and_waits_for_something(keeper: PickKeeper) -> None:
    undo = button(keeper.screen, "Undo")
    assert not undo.isEnabled()
    keeper.show(undo_kind="word-picked")
    assert undo.isEnabled()
    assert (undo.toolTip(), described(undo)) == ("Undo: word picked", "Undo: word picked")
    keeper.show(undo_kind="words-cleared")
    assert described(undo) == "Undo: start over"


def test_these_fit_and_undo_only_tell(keeper: PickKeeper) -> None:
    keeper.show(undo_kind="word-picked")
    press(keeper.screen, "Undo")
    press(keeper.screen, "These fit")
    assert keeper.told == [("undo",), ("finished",)]


def test_the_word_in_hand_is_read_out_below(keeper: PickKeeper, wheel: Wheel) -> None:
    meanings = {path.id: word.definition for path, word in wheel.walk()}
    keeper.screen.words.focus_word(STUNG)
    assert {"stung", "Sad, Hurt", meanings[STUNG]} <= set(words(keeper.screen))
