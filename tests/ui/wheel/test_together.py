"""What the two do with their words: a guess looked at, both compared, and what a word may ask."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_search import WheelIndex, own_word
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.state import GuessShown
from tests.ui.finding import button, buttons, described, focusable, heard, press, told, words
from tests.ui.pseudo import plain, pseudo_language
from tests.ui.sweeps import assert_accessible, assert_not_clipped, everything_told, untranslated
from tests.ui.wheel.picks import PickKeeper, show_wheel

A, B = Partner.A, Partner.B
STUNG, LONELY, LEFT_OUT = "sad/hurt/stung", "sad/lonely", "sad/lonely/left-out"
NOTICE, UNDER = "What is it asking me to notice?", "What is under it?"
OWN = own_word("all at sea", "own word")


@pytest.fixture
def index(wheel: Wheel) -> WheelIndex:
    return WheelIndex(wheel)


def word(index: WheelIndex, path_id: str) -> ShownWord:
    entry = index.entry(path_id)
    assert entry is not None
    return index.shown(entry)


def picks(index: WheelIndex, partner: Partner, *path_ids: str) -> tuple[Pick, ...]:
    return tuple(Pick(partner=partner, word=word(index, p), intensity=3) for p in path_ids)


def guess(index: WheelIndex, *path_ids: str) -> GuessShown:
    return GuessShown(partner=B, words=tuple(word(index, path_id) for path_id in path_ids))


# A guess


def test_whoever_may_guess_is_asked_by_name(keeper: PickKeeper) -> None:
    assert "Ben guesses first" not in buttons(keeper.screen)
    keeper.show(guesser=B)
    begun = heard(keeper.screen.guess_begun)
    press(keeper.screen, "Ben guesses first")
    assert begun == [B]


@pytest.mark.parametrize(
    ("picked", "guessed", "name"),
    [
        ((STUNG,), False, "Ben guesses"),
        ((), True, "Ben guesses again"),
    ],
)
def test_it_is_called_first_only_where_it_is(
    keeper: PickKeeper, index: WheelIndex, picked: tuple[str, ...], guessed: bool, name: str
) -> None:
    shown = guess(index, STUNG) if guessed else None
    keeper.show(guesser=B, picks=picks(index, A, *picked), guess=shown)
    assert name in buttons(keeper.screen)


def test_of_a_covered_guess_only_that_is_said(keeper: PickKeeper) -> None:
    keeper.show(guess=GuessShown(partner=B))
    assert "Ben’s guess is covered." in words(keeper.screen)
    opened, let_go = heard(keeper.screen.guess_opened), heard(keeper.screen.guess_let_go)
    press(keeper.screen, "Look at Ben's guess")
    press(keeper.screen, "Let the guess go")
    assert (len(opened), len(let_go)) == (1, 1)
    assert not any("guessed" in text for text in everything_told(keeper.screen))


def test_an_opened_guess_stands_beside_what_was_picked(
    keeper: PickKeeper, index: WheelIndex
) -> None:
    mine = picks(index, A, STUNG, LEFT_OUT)
    keeper.show(picks=mine, guess=guess(index, STUNG, LONELY, "sad/hurt/crushed"))
    shown = words(keeper.screen)
    assert {
        "Ana picked: stung, left out",
        "Ben guessed: stung, Lonely, crushed",
        "Both named: stung",
        "left out is in Lonely",
        "left out and crushed: both in Sad",
    } <= set(shown)
    assert "Look at Ben's guess" not in buttons(keeper.screen)


def test_nothing_in_common_is_passed_over(keeper: PickKeeper, index: WheelIndex) -> None:
    keeper.show(picks=picks(index, A, STUNG), guess=guess(index, "glad"))
    assert not [text for text in words(keeper.screen) if text.startswith("Both")]
    keeper.show(picks=(), guess=GuessShown(partner=B, words=()))
    assert {"Ana has no word yet.", "Ben has no guess."} <= set(words(keeper.screen))


@pytest.mark.parametrize("counted", ["%", " of ", "1", "2", "3", "✓", "✗", "right", "wrong"])
def test_nothing_is_counted_or_ticked(keeper: PickKeeper, index: WheelIndex, counted: str) -> None:
    keeper.show(picks=picks(index, A, STUNG, "glad"), guess=guess(index, STUNG, LONELY))
    lines = [text for text in words(keeper.screen) if ":" in text or "guess" in text]
    assert len(lines) >= 4
    assert not [text for text in lines if counted in text]


def test_a_guessed_word_becomes_the_speakers_by_one_press(
    keeper: PickKeeper, index: WheelIndex
) -> None:
    taken = heard(keeper.screen.word_taken_over)
    keeper.show(picks=picks(index, A, STUNG), guess=guess(index, STUNG, LONELY))
    assert "Take over “stung”" not in buttons(keeper.screen)
    press(keeper.screen, "Take over “Lonely”")
    assert taken == [(word(index, LONELY), 3)]


def test_it_is_the_speakers_whoever_chooses_now(keeper: PickKeeper, index: WheelIndex) -> None:
    taken = heard(keeper.screen.word_taken_over)
    full = picks(index, B, "glad", "close", "calm")
    keeper.show(chooser=B, picks=full, guess=guess(index, LONELY))
    press(keeper.screen, "Take over “Lonely”")
    assert len(taken) == 1


def test_a_fourth_word_is_not_taken_over(keeper: PickKeeper, index: WheelIndex) -> None:
    taken = heard(keeper.screen.word_taken_over)
    keeper.show(picks=picks(index, A, "glad", "close", "calm"), guess=guess(index, LONELY))
    press(keeper.screen, "Take over “Lonely”")
    assert taken == []
    assert any("Three words are enough for now" in text for text in words(keeper.screen))


# Both side by side


def test_both_are_read_as_lists_when_asked(keeper: PickKeeper, index: WheelIndex) -> None:
    keeper.show(picks=picks(index, A, STUNG, "glad"))
    assert "Look at both" not in buttons(keeper.screen)
    keeper.show(picks=(*keeper.state.picks, *picks(index, B, LONELY, "glad")))
    assert not [text for text in words(keeper.screen) if text.startswith("In both")]
    press(keeper.screen, "Look at both")
    lines = {"In both: Glad", "Only Ana: stung", "Only Ben: Lonely"}
    assert lines <= set(words(keeper.screen))
    assert described(button(keeper.screen, "Look at both")) == "shown below"
    press(keeper.screen, "Look at both")
    assert lines.isdisjoint(words(keeper.screen))


# What a word may ask


def test_a_word_tells_what_it_may_be_telling(keeper: PickKeeper, index: WheelIndex) -> None:
    keeper.show(picks=picks(index, A, STUNG))
    entry = index.entry(STUNG)
    assert entry is not None
    assert not [text for text in words(keeper.screen) if entry.word.signal in text]
    press(keeper.screen, NOTICE)
    assert f"“stung” may be telling you: {entry.word.signal}" in words(keeper.screen)
    assert f"What you may need: {entry.word.need}" in words(keeper.screen)
    press(keeper.screen, NOTICE)
    assert not [text for text in words(keeper.screen) if entry.word.signal in text]


def test_another_word_has_to_be_asked_anew(keeper: PickKeeper, index: WheelIndex) -> None:
    keeper.show(picks=picks(index, A, STUNG))
    press(keeper.screen, NOTICE)
    keeper.show(picks=(*keeper.state.picks, *picks(index, A, "glad")))
    assert not [text for text in words(keeper.screen) if "may be telling you" in text]


def test_a_card_is_offered_only_where_one_goes_with_the_word(
    keeper: PickKeeper, index: WheelIndex
) -> None:
    keeper.show(picks=picks(index, A, STUNG))
    press(keeper.screen, NOTICE)
    assert "Draw a card about it" not in buttons(keeper.screen)
    keeper.show(with_card=frozenset({STUNG}))
    asked = heard(keeper.screen.card_asked)
    press(keeper.screen, "Draw a card about it")
    assert asked == [STUNG]


def older(index: WheelIndex) -> ShownWord:
    """A word under an id of this wheel that had another label once."""
    known = word(index, STUNG)
    labels = (*known.path.labels[:-1], "pricked")
    return msgspec.structs.replace(known, path=msgspec.structs.replace(known.path, labels=labels))


def test_own_words_and_those_of_an_older_wheel_have_nothing_to_tell(
    keeper: PickKeeper, index: WheelIndex
) -> None:
    for shown in (OWN, older(index)):
        keeper.show(picks=(Pick(partner=A, word=shown, intensity=3),))
        assert {NOTICE, UNDER}.isdisjoint(buttons(keeper.screen))


def test_a_word_about_another_stays_beside_what_is_under_it(
    keeper: PickKeeper, index: WheelIndex
) -> None:
    found = heard(keeper.screen.feeling_found)
    keeper.show(picks=picks(index, A, STUNG))
    assert UNDER not in buttons(keeper.screen)
    keeper.show(picks=picks(index, A, LEFT_OUT))
    press(keeper.screen, UNDER)
    assert "“left out” stays your word. One of these may be there as well, or none." in words(
        keeper.screen
    )
    offered = [name for name in buttons(keeper.screen) if name.startswith("Add ")]
    assert offered == ["Add “Lonely”", "Add “longing”", "Add “stung”"]
    entry = index.entry(LONELY)
    assert entry is not None
    assert entry.word.definition in words(keeper.screen)
    press(keeper.screen, "Add “Lonely”")
    assert found == [(word(index, LONELY), 3, LEFT_OUT)]
    keeper.show(picks=picks(index, A, LEFT_OUT, LONELY))
    press(keeper.screen, "left out", "Sad, clear")
    press(keeper.screen, UNDER)
    assert "Add “Lonely”" not in buttons(keeper.screen)


def test_there_is_room_for_one_feeling_under_each(keeper: PickKeeper, index: WheelIndex) -> None:
    found = heard(keeper.screen.feeling_found)
    full = picks(index, A, "glad", "close", LEFT_OUT)
    keeper.show(picks=full)
    press(keeper.screen, UNDER)
    press(keeper.screen, "Add “stung”")
    assert len(found) == 1
    keeper.show(picks=(*full, *picks(index, A, STUNG)))
    press(keeper.screen, "left out", "Sad, clear")
    press(keeper.screen, UNDER)
    press(keeper.screen, "Add “Lonely”")
    assert len(found) == 1
    assert any("Three words are enough for now" in text for text in words(keeper.screen))


# For everyone


def unfold(keeper: PickKeeper, index: WheelIndex, qtbot: QtBot) -> None:
    """Show all there can be at once."""
    mine = picks(index, A, "glad", LEFT_OUT)
    keeper.show(picks=(*mine, *picks(index, B, "glad", LONELY)), guess=GuessShown(partner=B))
    for part in ("asking me to notice", "under it", "Look at both"):
        (wanted,) = [b for name, b in buttons(keeper.screen).items() if part in plain(name)]
        wanted.click()
    keeper.show(guess=guess(index, "glad", STUNG), guesser=B, with_card=frozenset({LEFT_OUT}))
    qtbot.waitUntil(lambda: sum("“stung”" in plain(each) for each in buttons(keeper.screen)) == 2)


@pytest.mark.parametrize(
    ("width", "scale"), [(480, 1.0), (640, 1.5), (640, 2.0), (1440, 1.0), (1440, 1.5), (1440, 2.0)]
)
def test_everything_is_named_and_has_room(
    wheel: Wheel, look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    keeper = show_wheel(qtbot, look, wheel, (width, 900))
    look.choose(LookChoice(theme="light", text_scale=scale, reduced_motion=True))
    keeper.show(name_b="Wilhelmina-Alexandrina " + "X" * 40)
    unfold(keeper, WheelIndex(wheel), qtbot)
    assert_accessible(keeper.screen)
    qtbot.waitUntil(lambda: assert_not_clipped(keeper.screen))


@pytest.mark.parametrize("width", [640, 1440])
def test_in_another_language_nothing_is_left_out_or_cut(
    qapp: QApplication, qtbot: QtBot, look: Look, wheel: Wheel, width: int
) -> None:
    content = {wheel.title, "Ana", "Ben", "A", "B", *wheel.body_cues}
    for path, each in wheel.walk():
        content |= {each.label, each.definition, ", ".join(path.labels[:-1])}
    with pseudo_language(qapp):
        keeper = show_wheel(qtbot, look, wheel, (width, 900))
        index = WheelIndex(wheel)
        keeper.show(guess=GuessShown(partner=B), guesser=A)
        assert untranslated(keeper.screen, content) == []
        unfold(keeper, index, qtbot)
        assert untranslated(keeper.screen, content) == []
        qtbot.waitUntil(lambda: assert_not_clipped(keeper.screen))


def test_by_the_keyboard_alone(keeper: PickKeeper, index: WheelIndex) -> None:
    keeper.show(guess=guess(index, STUNG, LONELY))
    taken = heard(keeper.screen.word_taken_over)
    names = [told(widget) for widget in focusable(keeper.screen)]
    assert "Take over “Lonely”" in names
    wanted = button(keeper.screen, "Take over “Lonely”")
    for _ in range(len(names) * 3):
        if wanted.hasFocus():
            break
        QTest.keyClick(keeper.screen.window().focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(wanted, Qt.Key.Key_Space)
    assert len(taken) == 1


def test_what_came_up_is_brought_into_sight(
    keeper: PickKeeper, index: WheelIndex, qtbot: QtBot
) -> None:
    keeper.screen.resize(420, 900)
    keeper.show(picks=picks(index, A, LEFT_OUT))
    press(keeper.screen, UNDER)
    last = button(keeper.screen, "Add “stung”")
    qtbot.waitUntil(lambda: _in_sight(keeper.screen, last))


def _in_sight(screen: QWidget, widget: QWidget) -> bool:
    areas = [area for area in screen.findChildren(QScrollArea) if area.isAncestorOf(widget)]
    port = areas[0].viewport()
    bottom = widget.mapTo(port, QPoint(0, widget.height())).y()
    return 0 < bottom <= port.height()
