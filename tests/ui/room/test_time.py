"""Time in a room: sleep of the machine, the clock on the wall, hard ends."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QSpinBox

from desktop.domain.exercise.format import Exercise, Timer
from desktop.services.vault import OpenVault
from desktop.ui.room.time_watch import TimeWatch
from tests.ui.finding import words
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


async def change(room: Room, name: str, minutes: str) -> None:
    """Write a time into the dialog, and use it."""
    await room.strike(Qt.Key.Key_T)
    field = await room.hands.find(QSpinBox, name)
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText(minutes)
    await room.hands.press("Use these times")


def test_times_are_changed_in_a_dialog_and_undone_with_the_rest(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        before = room.live.state.core
        await change(room, "Speak, when Ana speaks", "5")
        assert room.reading("Time left") == "5:00"
        assert room.shows("Speak, Ben, 3:00, ahead")
        assert await room.saved_state() == room.live.state

        room.window.activateWindow()
        await room.until(room.window.isActiveWindow)
        await room.strike(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert room.live.state.core == before

    practice.begin(act)


def test_a_minute_is_added_and_taken_by_key(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_M)
        assert room.reading("Time left") == "4:00"
        for _ in range(2):
            await room.strike(Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
        assert room.reading("Time left") == "2:00"
        await room.hands.press("Take a minute away")
        assert room.reading("Time left") == "1:00"

    practice.begin(act)


def test_the_minutes_are_given_back_by_one_press(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        room.clock.pass_by(280_000)
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_Right)
        for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_F):
            await room.strike(key)
        assert room.reading("Floor") == "Ben"
        assert room.reading("Time left") == "3:00"
        await room.strike(Qt.Key.Key_C)
        assert "Give Ben 1:40 more" not in room.buttons()
        await room.strike(Qt.Key.Key_C)
        await room.hands.press("Give Ben 1:40 more")
        assert room.reading("Time left") == "4:40"
        assert "Give Ben 1:40 more" not in room.buttons()

    practice.begin(act)


def test_the_hour_is_shown_as_the_settings_say(practice: Rooms) -> None:
    def forty(vault: OpenVault) -> None:
        kept = vault.preferences.load()
        vault.preferences.keep(replace(kept, session_minutes=40))

    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.until(lambda: any("0 of 40 minutes" in text for text in words(room.window)))

    practice.begin(act, prepare=forty)


def test_without_a_planned_length_there_is_no_hour(practice: Rooms) -> None:
    def none(vault: OpenVault) -> None:
        kept = vault.preferences.load()
        vault.preferences.keep(replace(kept, session_minutes=0))

    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        assert any("so far" in text for text in words(room.window))

    practice.begin(act, prepare=none)
