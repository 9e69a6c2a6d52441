"""What the console tells of the session: step, floor, times, and the stage in small."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import TimerView
from desktop.domain.people import Partner
from desktop.ui.console.console import Console
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.room_check import CoupleSees
from tests.ui.finding import described, heard, label, words
from tests.ui.turns import MINUTE, ROOM, ROOM_AT_CHECK, SPEAK, RunClock


def test_step_floor_and_time_are_labels_described_by_their_value(
    console: Console, now: RunClock
) -> None:
    assert described(label(console, "Step")) == "Speak, 2 of 6"
    assert described(label(console, "Floor")) == "Ana"
    assert described(label(console, "Time left")) == "3:00"

    now.at = 68_400
    console.tick()
    assert described(label(console, "Time left")) == "1:52"

    now.at = 3 * MINUTE + 20_000
    console.tick()
    assert described(label(console, "Time left")) == "0:20 over"


@pytest.mark.parametrize(
    ("timer", "told"),
    [(None, "no timer"), (TimerView(planned=None, spent=0, as_of=0, running=True), "no timer")],
)
def test_time_without_an_end_is_said_to_have_none(
    console: Console,
    timer: TimerView | None,
    told: str,
) -> None:
    console.show_view(replace(ROOM, stage=replace(SPEAK, timer=timer)))

    assert described(label(console, "Time left")) == told


def test_times_grow_while_the_floor_is_held(console: Console, now: RunClock) -> None:
    console.show_sees(CoupleSees.NOTHING)
    bar = next(w for w in console.findChildren(QWidget) if w.accessibleName() == "Floor time")
    assert bar.accessibleDescription() == "Ana 4:54, Ben 2:52"

    now.at = 10_000
    console.tick()

    assert bar.accessibleDescription() == "Ana 5:04, Ben 2:52"
    assert "Speak, Ana, 0:20, now" in words(console)


def test_the_steps_are_told_with_who_and_how_long(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    shown = words(console)

    assert "Settle, Ana & Ben, 1:04, done" in shown
    assert "Check, Ana, no timer, ahead" in shown
    assert "Turn one: Ana speaks" in shown


def test_after_three_not_quite_the_guide_is_offered_a_way(console: Console) -> None:
    def offered() -> bool:
        return any("smaller piece" in text for text in words(console))

    console.show_sees(CoupleSees.NOTHING)
    assert not offered()
    console.show_view(replace(ROOM, offer_smaller_piece=True))
    assert offered()


def test_each_change_is_announced_once(console: Console) -> None:
    said = heard(console.announcer.announced)
    passed = replace(ROOM, stage=replace(SPEAK, holder=Partner.B, step_number=1))

    console.show_view(passed)
    console.show_view(passed)

    assert said == ["Ben has the floor. Speak"]


def test_the_mirror_is_a_picture(console: Console) -> None:
    console.show_view(ROOM_AT_CHECK)
    mirror = console.findChildren(Mirror)[0]

    interface = QAccessible.queryAccessibleInterface(mirror)
    assert interface.childCount() == 0
    assert "Check" in mirror.accessibleDescription()
