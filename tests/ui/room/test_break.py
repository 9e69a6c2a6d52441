"""A break from the call to the return, through what is pressed, with a clock that a test moves."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.exercise.format import EntryGate, Exercise
from desktop.domain.flow.events import BreakKind
from desktop.domain.flow.state import Outcome, Pause
from desktop.domain.flow.views import StageMode
from desktop.domain.session import Setting
from desktop.services.live import MakeEvent
from desktop.ui.formats import Formats
from desktop.ui.room.break_flow import LOOK_AGAIN, BreakFlow
from tests.ui.finding import heard
from tests.ui.room.rooms import Act, Room, Rooms
from tests.ui.running import WHEN

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def test_a_second_enter_on_we_are_back_does_not_say_that_both_are_ready(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_B)
        (await room.hands.find(QAbstractButton, "We are back")).setFocus()
        for _ in range(2):
            await room.strike(Qt.Key.Key_Space)
        assert room.live.stage.mode is StageMode.RETURN

    practice.begin(act)


def pause(room: Room) -> Pause:
    going_on = room.live.state.core.pause
    assert going_on is not None
    return going_on


def clock(room: Room, minutes: int) -> str:
    """What is written on the button for a return so many minutes after the break began."""
    return Formats().clock(-(-(pause(room).since + minutes * MINUTE) // MINUTE) * MINUTE)


async def at_return(room: Room, early: int = 0) -> None:
    """Let the clock come to the agreed time, or to some ms before it."""
    room.clock.set_wall(pause(room).until - early)


async def is_asked(room: Room) -> None:
    await room.until(lambda: room.live.stage.mode is StageMode.RETURN)


def on_break(then: Act, *, sees: str = "Nothing", key: Qt.Key = Qt.Key.Key_B) -> Act:
    """A minute into Ana's turn somebody calls a break by one key."""

    async def act(room: Room) -> None:
        await room.hands.press(sees)
        await room.strike(Qt.Key.Key_Right)
        room.clock.pass_by(MINUTE)
        await room.strike(key)
        await then(room)

    return act


@pytest.mark.parametrize(
    ("key", "kind", "length"),
    [(Qt.Key.Key_B, BreakKind.BREAK, 20), (Qt.Key.Key_S, BreakKind.SETTLE, 5)],
)
@pytest.mark.parametrize("sees", ["Nothing", "This screen"])
def test_one_key_calls_it_at_once_with_the_usual_length(
    practice: Rooms, sees: str, key: Qt.Key, kind: BreakKind, length: int
) -> None:
    async def act(room: Room) -> None:
        assert pause(room).kind is kind
        assert 0 <= pause(room).until - room.clock.wall() - length * MINUTE < MINUTE
        assert not pause(room).agreed

    practice.begin(on_break(act, sees=sees, key=key))


@pytest.mark.parametrize("sees", ["Nothing", "This screen"])
def test_both_agree_on_another_time(practice: Rooms, sees: str) -> None:
    async def act(room: Room) -> None:
        await room.hands.press(clock(room, 30))
        assert pause(room).agreed
        assert 0 <= pause(room).until - room.clock.wall() - 30 * MINUTE < MINUTE
        await room.hands.press("Agree on a later time")
        await room.hands.press("Another time")
        await room.hands.press("An hour later")
        await room.hands.press("Agree on this time")
        assert pause(room).until - room.clock.wall() > HOUR
        assert not pause(room).extended
        assert await room.saved_state() == room.live.state

    practice.begin(on_break(act, sees=sees))


def test_when_the_time_comes_both_are_asked(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        came = heard(room.flow.return_time_came)
        before = room.live.state.core
        await at_return(room, early=SECOND // 10)
        await room.hands.press(clock(room, 20))
        assert came == []
        await at_return(room)
        await is_asked(room)
        await room.until(lambda: len(came) == 1)
        assert await room.saved_state() == room.live.state
        await room.hands.press("Yes, we are both ready")
        run, was = room.live.state.core.open_run, before.open_run
        assert run is not None
        assert was is not None
        assert (run.place, run.clock.spent) == (was.place, was.clock.spent)
        assert room.reading("Step") == "Speak, 1 of 5"
        assert room.reading("Time left") == "2:00"

    practice.begin(on_break(act))


@pytest.mark.parametrize("asks", [True, False])
def test_a_clock_that_was_set_or_stood_still_is_noticed(practice: Rooms, asks: bool) -> None:
    """Nothing tells that a machine slept or a clock was set: it is read again and again."""

    async def act(room: Room) -> None:
        assert 0 < LOOK_AGAIN <= 30 * SECOND
        happened = list[MakeEvent]()
        breaks = BreakFlow(room.live, happened.append, room.window, every=5)
        changed = heard(breaks.changed)
        breaks.follow()
        room.clock.set_wall(room.clock.wall() + (DAY if asks else -DAY))
        await room.until(lambda: len(happened if asks else changed) > 0)
        assert not (changed if asks else happened)
        breaks.rest()

    practice.begin(on_break(act))


def test_a_session_that_is_opened_late_asks_in_silence(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        happened = list[MakeEvent]()
        breaks = BreakFlow(room.live, happened.append, room.window)
        came = heard(breaks.return_time_came)
        breaks.ask_if_over()
        assert happened == []
        await at_return(room)
        breaks.ask_if_over()
        assert (len(happened), came) == (1, [])

    practice.begin(on_break(act))


def test_it_is_put_off_once_and_then_left_for_today(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await at_return(room)
        await room.hands.press("We are back")
        await room.hands.press("A little later")
        assert 0 <= pause(room).until - room.clock.wall() - 20 * MINUTE < MINUTE
        await room.hands.press(clock(room, 60))
        await at_return(room)
        await is_asked_by_press(room)
        assert not {"A little later", "Not yet"} & room.buttons()
        await room.hands.press("Leave it for today")
        run = room.live.state.core.run
        assert run is not None
        assert run.outcome is Outcome.ENDED_EARLY
        await room.hands.find(QAbstractButton, "Finish session")

    async def is_asked_by_press(room: Room) -> None:
        if room.live.stage.mode is not StageMode.RETURN:
            await room.hands.press("We are back")

    practice.begin(on_break(act))


def test_who_is_back_early_asks_and_not_yet_keeps_the_time(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        until = pause(room).until
        await room.hands.press("We are back")
        await room.strike(Qt.Key.Key_N)
        assert (pause(room).until, pause(room).asked, pause(room).extended) == (until, False, False)
        await room.hands.press("We are back")
        await room.strike(Qt.Key.Key_Y)
        assert room.live.state.core.pause is None

    practice.begin(on_break(act))


# From everywhere


def with_entry(exercise: Exercise) -> Exercise:
    return replace(exercise, entry=(EntryGate.CALM,))


def test_it_is_called_before_the_first_step(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("This screen")
        await room.hands.press("Take a break")
        await room.hands.press("We are back")
        await room.hands.press("Yes, we are both ready")
        await room.hands.press("Yes, we are ready")
        assert room.live.stage.mode is StageMode.TOGETHER

    practice.begin(act, change=with_entry)


@pytest.mark.parametrize(
    ("page", "held"),
    [(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_D, None)],
)
def test_it_is_called_from_the_wheel_and_from_the_cards(
    practice: Rooms, page: Qt.Key, held: Qt.KeyboardModifier | None
) -> None:
    """The wheel begins in its field, where a letter alone is typed."""

    async def act(room: Room) -> None:
        await room.hands.press("This screen")
        await room.strike(Qt.Key.Key_Right)
        await room.strike(page)
        assert "Take a break" not in room.buttons()
        await room.strike(Qt.Key.Key_B, held)
        await room.hands.find(QAbstractButton, "We are back")

    practice.begin(act)


# Closed in between


@pytest.mark.parametrize("days", [0, 3])
def test_the_time_came_while_it_was_closed(practice: Rooms, days: int) -> None:
    async def first(room: Room) -> None:
        await room.hands.press(clock(room, 20))

    async def then(room: Room) -> None:
        assert room.live.stage.mode is StageMode.RETURN
        await room.hands.press("Nothing")
        await room.hands.press("Yes, we are both ready")
        assert room.reading("Step") == "Speak, 1 of 5"
        assert room.reading("Time left") == "2:00"

    practice.resume(practice.begin(on_break(first)), then, wall=WHEN + 30 * MINUTE + days * DAY)


def test_what_was_agreed_is_kept_while_it_was_closed(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.hands.press(clock(room, 60))

    async def then(room: Room) -> None:
        assert room.live.stage.mode is StageMode.BREAK
        assert pause(room).agreed
        await room.hands.press("Nothing")
        await room.hands.press("We are back")

    async def at_last(room: Room) -> None:
        assert room.live.stage.mode is StageMode.RETURN
        await room.hands.press("Nothing")
        await room.hands.press("Not yet")
        await room.hands.find(QAbstractButton, "We are back")

    session = practice.begin(on_break(first))
    practice.resume(session, then, wall=WHEN + 30 * MINUTE)
    practice.resume(session, at_last, wall=WHEN + 40 * MINUTE)


# A clock that jumps


@pytest.mark.parametrize("days", [-1, 1])
def test_after_a_jump_of_the_clock_nobody_is_stuck(practice: Rooms, days: int) -> None:
    async def act(room: Room) -> None:
        await room.hands.press(clock(room, 30))
        room.clock.set_wall(room.clock.wall() + days * DAY)
        await room.hands.press("We are back")
        await room.hands.press("A little later" if days > 0 else "Not yet")
        times = room.live.stage.returning
        assert times is not None
        assert [t for t in times.times if 0 < t - room.clock.wall() <= 61 * MINUTE]
        await room.hands.press(Formats().clock(times.times[0]))
        assert 0 < pause(room).until - room.clock.wall() <= 21 * MINUTE
        await room.hands.press("We are back")
        await room.hands.press("Yes, we are both ready")
        assert room.live.state.core.pause is None

    practice.begin(on_break(act))


# At home


def test_at_home_both_agree_come_back_and_go_on_another_day(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_B)
        await room.hands.press(clock(room, 30))
        assert pause(room).agreed
        await at_return(room)
        await room.hands.press("We are back")
        await room.hands.press("A little later")
        await room.hands.press(clock(room, 60))

    async def then(room: Room) -> None:
        assert room.live.stage.mode is StageMode.RETURN
        assert {"Yes, we are both ready", "Leave it for today"} <= room.buttons()
        await room.strike(Qt.Key.Key_Y)
        assert room.reading("Step") == "Speak, 1 of 5"

    session = practice.begin(first, setting=Setting.HOME)
    practice.resume(session, then, wall=WHEN + DAY)


def test_at_home_it_can_be_left_for_today(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.strike(Qt.Key.Key_S)
        for answer in ("A little later", "Leave it for today"):
            await at_return(room)
            if room.live.stage.mode is StageMode.BREAK:
                await room.hands.press("We are back")
            await room.hands.press(answer)
        await room.hands.find(QAbstractButton, "Finish session")

    practice.begin(act, setting=Setting.HOME)
