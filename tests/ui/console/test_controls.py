"""What the guide presses on the console, and what it asks for."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.exercise.format import EntryGate
from desktop.domain.flow.events import ShownCard
from desktop.domain.flow.views import Moves, StageMode
from desktop.ui.console.console import Console
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.stage.asks import Ask
from tests.ui.finding import buttons, heard, words
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
    assert free == check | {"What the couple sees", "Blank stage", "Lock"}


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
    away = replace(SPEAK, mode=StageMode.BREAK, back_at=1_795_431_600_000, can_extend=True)
    asked = heard(console.asked)
    console.show_view(replace(ROOM, stage=away, moves=Moves()))

    buttons(console)["We are back"].click()
    buttons(console)["Agree on a later time"].click()

    assert asked == [Ask.RETURN, Ask.LATER_RETURN]


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
