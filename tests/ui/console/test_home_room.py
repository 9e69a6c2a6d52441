"""The room that a couple drives by itself."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.flow.views import Moves
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.stage.asks import Ask
from tests.ui.finding import buttons, described, heard, label
from tests.ui.turns import ROOM, ROOM_AT_CHECK, RunClock


@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("Next step", Ask.NEXT_STEP),
        ("Back", Ask.BACK),
        ("Pause", Ask.PAUSE),
        ("Add a minute", Ask.ADD_MINUTE),
        ("Settle", Ask.SETTLE),
        ("Take a break", Ask.BREAK),
        ("End exercise", Ask.END),
        ("Draw a card", Ask.DRAW_CARD),
        ("Emotion wheel", Ask.WHEEL),
        ("Undo", Ask.UNDO),
    ],
)
def test_the_bar_has_the_controls_of_the_room(home: HomeRoom, name: str, ask: Ask) -> None:
    asked = heard(home.asked)

    buttons(home)[name].click()

    assert asked == [ask]


def test_the_stage_passes_on_its_answers(home: HomeRoom) -> None:
    asked = heard(home.asked)
    home.show_view(ROOM_AT_CHECK)

    buttons(home)["Not quite"].click()
    QTest.keyClick(home.stage, Qt.Key.Key_Y)

    assert asked == [Ask.NOT_QUITE, Ask.CONFIRM]


def test_no_digits_run_but_assistive_tools_are_told_the_time(home: HomeRoom, now: RunClock) -> None:
    time = label(home, "Time left")
    assert (time.text(), time.accessibleDescription()) == ("about three minutes left", "3:00")

    now.at = 4 * 60_000
    home.tick()

    assert (time.text(), time.accessibleDescription()) == ("past the planned time", "1:00 over")
    assert described(label(home, "Step")) == "Speak, 2 of 6"
    assert described(label(home, "Floor")) == "Ana"


def test_after_three_not_quite_the_couple_is_offered_three_ways(home: HomeRoom) -> None:
    ways = {
        "A smaller piece": Ask.SMALLER_PIECE,
        "A break": Ask.BREAK,
        "Leave it for today": Ask.END,
    }
    assert ways.keys().isdisjoint(buttons(home))
    home.show_view(replace(ROOM, offer_smaller_piece=True))
    assert QApplication.focusWidget() is home.stage
    asked = heard(home.asked)
    for name in ways:
        assert "hard to say" in described(buttons(home)[name])
        buttons(home)[name].click()
    assert asked == list(ways.values())
    home.show_view(ROOM)
    assert ways.keys().isdisjoint(buttons(home))


def test_a_control_that_is_taken_away_does_not_hand_its_focus_to_the_next(home: HomeRoom) -> None:
    buttons(home)["Next step"].setFocus(Qt.FocusReason.TabFocusReason)

    home.show_view(replace(ROOM, moves=Moves(back=True, pause=True)))

    assert QApplication.focusWidget() is home.stage


def test_nothing_is_focused_at_first(home: HomeRoom) -> None:
    assert QApplication.focusWidget() is home.stage
