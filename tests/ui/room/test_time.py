"""Time in a room: sleep of the machine, the clock on the wall, hard ends."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer

from desktop.domain.exercise.format import Exercise, Timer
from desktop.ui.room.time_watch import TimeWatch
from tests.ui.room.rooms import Room, Rooms

HOUR = 3_600_000
DAY = 24 * HOUR


def hard(exercise: Exercise) -> Exercise:
    """The exercise with a first step that ends by itself after a minute."""
    part = exercise.parts[0]
    step = replace(part.steps[0], timer=Timer(kind="hard", seconds=60))
    return replace(exercise, parts=(replace(part, steps=(step,)), *exercise.parts[1:]))


def watch(room: Room) -> TimeWatch:
    (found,) = room.flow.findChildren(TimeWatch)
    return found


def end(room: Room) -> QTimer:
    """What looks whether a hard time is over."""
    (found,) = (timer for timer in watch(room).findChildren(QTimer) if timer.isSingleShot())
    return found


def test_eight_hours_of_sleep_in_a_turn_pause_it(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        room.clock.pass_by(60_000)
        room.clock.sleep(8 * HOUR)
        await room.until(lambda: "Resume" in room.buttons())

        room.clock.pass_by(HOUR)
        assert room.reading("Step") == "Speak, 1 of 5"
        assert room.reading("Time left") == "2:00"
        assert (await room.saved_state()).core.paused
        await room.hands.press("Resume")
        assert room.reading("Time left") == "2:00"

    practice.begin(act)


def test_a_hard_time_does_not_run_out_in_sleep(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        room.clock.pass_by(59_000)
        room.clock.sleep(8 * HOUR)
        end(room).timeout.emit()
        assert room.reading("Step") == "Settle"
        assert room.reading("Time left") == "0:01"
        await room.hands.press("Resume")
        room.clock.pass_by(1_000)
        end(room).timeout.emit()
        assert room.reading("Step") == "Speak, 1 of 5"

    practice.begin(act, change=hard)


def test_a_look_that_comes_early_looks_again(practice: Rooms) -> None:
    """Timers of the system may fire before their time, and after a sleep they often do."""

    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        end(room).stop()
        room.clock.pass_by(30_000)
        end(room).timeout.emit()

        assert room.reading("Step") == "Settle"
        assert end(room).isActive()
        assert end(room).interval() == 30_000

    practice.begin(act, change=hard)


def test_a_look_that_comes_late_takes_nothing_from_the_next_step(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        room.clock.pass_by(95_000)
        end(room).timeout.emit()
        assert room.reading("Time left") == "3:00"

    practice.begin(act, change=hard)


def test_a_soft_time_has_nothing_that_could_end_it(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        assert not end(room).isActive()
        room.clock.pass_by(10 * 60_000)
        end(room).timeout.emit()
        await room.hands.press("Add a minute")
        assert room.reading("Step") == "Settle"
        assert room.reading("Time left") == "8:00 over"

    practice.begin(act)


def test_the_clock_on_the_wall_changes_no_time(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        for days in (-1, 2):
            room.clock.set_wall(room.clock.wall() + days * DAY)
            room.clock.pass_by(30_000)
            await room.hands.press("Pause")
            await room.hands.press("Resume")
        assert room.reading("Time left") == "2:00"
        assert not room.live.state.core.paused

    practice.begin(act)


def test_who_asks_what_the_session_does_finds_it_standing_after_a_sleep(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        room.clock.sleep(HOUR)
        room.flow.moment()
        assert "Resume" in room.buttons()

    practice.begin(act)
