"""What the guide presses on the console, and what it asks for."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.exercise.format import EntryGate
from desktop.domain.flow.events import PlannedExercise, ShownCard
from desktop.domain.flow.views import Moves, StageMode, StageView
from desktop.ui.console.console import Console
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.stage.asks import Ask
from tests.ui.breaks import AGREED, BREAK, NOON, NOT_YET, READY, READY_AGAIN, TIMES
from tests.ui.finding import buttons, heard, words
from tests.ui.showing import BRITISH
from tests.ui.turns import ROOM, ROOM_AT_CHECK, ROOM_AT_MORE, SPEAK


@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("Next step", Ask.NEXT_STEP),
        ("Back", Ask.BACK),
        ("Pass the floor", Ask.PASS_FLOOR),
        ("Pause", Ask.PAUSE),
        ("Add a minute", Ask.ADD_MINUTE),
        ("Settle", Ask.SETTLE),
        ("Take a break", Ask.BREAK),
        ("End exercise", Ask.END),
        ("Draw a card", Ask.DRAW_CARD),
        ("Emotion wheel", Ask.WHEEL),
        ("Skip this step", Ask.SKIP),
        ("Swap who speaks", Ask.SWAP),
        ("What comes next", Ask.AGENDA),
        ("Undo", Ask.UNDO),
    ],
)
def test_every_control_asks_for_what_it_says(console: Console, name: str, ask: Ask) -> None:
    asked = heard(console.asked)

    QTest.mouseClick(buttons(console)[name], Qt.MouseButton.LeftButton)

    assert asked == [ask]


def test_a_click_leaves_the_single_keys_on(console: Console) -> None:
    asked = heard(console.asked)

    QTest.mouseClick(buttons(console)["Next step"], Qt.MouseButton.LeftButton)
    QTest.keyClick(console, Qt.Key.Key_Space)

    assert asked == [Ask.NEXT_STEP, Ask.PAUSE]


def test_enter_presses_a_control(console: Console) -> None:
    asked = heard(console.asked)
    button = buttons(console)["Back"]
    button.setFocus(Qt.FocusReason.TabFocusReason)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(button, key)

    assert asked == [Ask.BACK, Ask.BACK]


def test_at_the_check_the_floor_waits_for_the_speaker(console: Console) -> None:
    console.show_view(ROOM_AT_CHECK)

    passing = buttons(console)["Pass the floor"]
    assert not passing.isEnabled()
    assert passing.accessibleDescription() == "waits for Ana"


def test_the_guide_can_answer_for_the_speaker(console: Console) -> None:
    asked = heard(console.asked)

    console.show_view(ROOM_AT_CHECK)
    buttons(console)["Yes, that's it"].click()
    buttons(console)["Not quite"].click()
    console.show_view(ROOM_AT_MORE)
    buttons(console)["Yes, there is more"].click()
    buttons(console)["No, that's all"].click()

    assert asked == [Ask.CONFIRM, Ask.NOT_QUITE, Ask.MORE, Ask.NO_MORE]


def test_answers_leave_their_place_free(console: Console) -> None:
    before = buttons(console)["Back"].mapTo(console, QPoint(0, 0))

    console.show_view(ROOM_AT_CHECK)
    QApplication.processEvents()

    assert buttons(console)["Back"].mapTo(console, QPoint(0, 0)) == before


def test_pausing_turns_into_resuming(console: Console) -> None:
    console.show_view(replace(ROOM, moves=Moves(resume=True)))

    assert "Pause" not in buttons(console)
    assert buttons(console)["Resume"].isEnabled()


def test_what_can_not_be_had_can_not_be_pressed(console: Console) -> None:
    console.show_view(replace(ROOM, moves=Moves()))

    free = {name for name, button in buttons(console).items() if button.isEnabled()}
    check = {"This screen", "A window to share", "Nothing"}
    assert free == check | {"What the couple sees", "Blank stage", "Home", "Lock"}


def test_the_entry_is_confirmed_on_the_console(console: Console) -> None:
    entry = replace(
        SPEAK,
        mode=StageMode.ENTRY,
        holder=None,
        step_title="",
        timer=None,
        entry_gate=EntryGate.SCREENING,
    )
    asked = heard(console.asked)
    console.show_sees(CoupleSees.NOTHING)
    console.show_view(replace(ROOM, stage=entry, moves=Moves()))

    assert any("screened alone" in text for text in words(console))
    buttons(console)["Yes, we are ready"].click()
    assert asked == [Ask.ENTRY_YES]


def test_the_guide_ends_a_break(console: Console) -> None:
    asked = heard(console.asked)
    console.show_view(replace(ROOM, stage=BREAK, moves=Moves()))

    buttons(console)["We are back"].click()

    assert asked == [Ask.RETURN]


@pytest.mark.parametrize(
    ("stage", "second", "ask"),
    [
        (NOT_YET, "Not yet", Ask.LATER_RETURN),
        (READY, "A little later", Ask.LATER_RETURN),
        (READY_AGAIN, "Leave it for today", Ask.END),
    ],
)
def test_the_guide_answers_whether_both_are_ready(
    console: Console, stage: StageView, second: str, ask: Ask
) -> None:
    asked = heard(console.asked)
    console.show_view(replace(ROOM, stage=stage, moves=Moves(end_exercise=True)))

    buttons(console)["Yes, we are both ready"].click()
    buttons(console)[second].click()
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N):
        QTest.keyClick(console, key)

    by_key = [Ask.BOTH_READY] if ask is Ask.END else [Ask.BOTH_READY, ask]
    assert asked == [Ask.BOTH_READY, ask, *by_key]


def test_the_guide_agrees_on_a_time(console: Console) -> None:
    agreed = heard(console.time_agreed)
    console.show_view(replace(ROOM, stage=BREAK, moves=Moves()))

    for time in TIMES:
        buttons(console)[BRITISH.clock(time)].click()
    assert agreed == list(TIMES)

    buttons(console)["Another time"].click()
    for name in ("An hour later", "A quarter of an hour later", "An hour earlier"):
        buttons(console)[name].click()
    buttons(console)["Agree on this time"].click()
    assert agreed[-1] == NOON + 90 * 60_000


def test_an_agreed_time_is_left_alone_until_another_is_asked_for(console: Console) -> None:
    times = {BRITISH.clock(time) for time in TIMES}
    console.show_view(replace(ROOM, stage=AGREED, moves=Moves()))
    assert not times & set(buttons(console))

    buttons(console)["Agree on a later time"].click()
    assert times <= set(buttons(console))
    buttons(console)["Leave it as it is"].click()
    assert not times & set(buttons(console))

    console.show_view(ROOM)
    assert "Agree on a later time" not in buttons(console)


def test_a_card_on_the_stage_can_be_kept_from_here(console: Console) -> None:
    card = ShownCard(deck_id="d", deck_title="Closeness", id="1", text="What was good?")
    asked = heard(console.asked)
    console.show_view(replace(ROOM, stage=replace(SPEAK, card=card)))

    assert "What was good?" in words(console)
    buttons(console)["Keep this one"].click()
    buttons(console)["Put it away"].click()
    assert asked == [Ask.KEEP_CARD, Ask.PUT_CARD_AWAY]


def test_undo_says_what_it_takes_back(console: Console) -> None:
    console.show_view(replace(ROOM, undo_kind="floor-passed"))

    assert buttons(console)["Undo"].accessibleDescription() == "Undo: floor passed"


def test_the_console_says_what_comes_next(console: Console) -> None:
    assert not any(text.startswith("Then:") for text in words(console))
    rain, sun, wind = (PlannedExercise(id=t, title=t) for t in ("Rain", "Sun", "Wind"))
    console.show_view(replace(ROOM, agenda=(rain,)))
    assert "Then: Rain" in words(console)
    console.show_view(replace(ROOM, agenda=(rain, sun, wind)))
    assert "Then: Rain and 2 more" in words(console)


@pytest.mark.parametrize(("name", "key"), [("Skip this step", "K"), ("Swap who speaks", "X")])
def test_the_moves_of_the_guide_tell_their_keys(console: Console, name: str, key: str) -> None:
    assert buttons(console)[name].toolTip() == f"{name}: {key}"


def test_blanking_the_stage_is_asked_for_and_shown(console: Console) -> None:
    blanked = heard(console.blanked)
    mirror = console.findChildren(Mirror)[0]
    before = mirror.grab().toImage()

    buttons(console)["Blank stage"].click()
    assert mirror.grab().toImage() != before
    buttons(console)["Blank stage"].click()

    assert blanked == [True, False]
    assert mirror.grab().toImage() == before


def test_locking_is_asked_for(console: Console, qtbot: QtBot) -> None:
    with qtbot.waitSignal(console.lock_requested):
        buttons(console)["Lock"].click()
