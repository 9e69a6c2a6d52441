"""A console whose marks are those of a session with Ana and Ben."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.flow.events import Stamp
from desktop.domain.marks import Label, LabelKind, Mark
from desktop.domain.people import Partner
from desktop.ui.console.console import Console
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.marks.state import MarksState
from desktop.ui.marks.usual import usual_labels
from desktop.ui.theme.look import Look
from tests.ui.running import WHEN
from tests.ui.showing import show
from tests.ui.turns import ROOM, RunClock

MINUTE = 60_000
USUAL = usual_labels()
NO_MARKS = MarksState(labels=USUAL, names={Partner.A: "Ana", Partner.B: "Ben"}, began=WHEN)


def a_mark(minute: int, label: Label, partner: Partner | None) -> Mark:
    """A mark so many minutes after the beginning."""
    at = Stamp(WHEN + minute * MINUTE, minute * MINUTE)
    return Mark(
        id=str(minute), at=at, label=label, step_id="s", step_title="Say back", partner=partner
    )


SOME_MARKS = replace(
    NO_MARKS,
    marks=(
        a_mark(2, USUAL[0], Partner.A),
        a_mark(6, USUAL[2], None),
        a_mark(9, USUAL[4], Partner.B),
    ),
)
assert USUAL[4].kind is LabelKind.NEW_MOVE


@pytest.fixture
def console(qtbot: QtBot, look: Look, now: RunClock) -> Console:
    """A console of 1280 by 720 in a running turn, with marks; the room check is answered."""
    console = Console(look, now, lambda: "14:12")
    console.show_view(ROOM)
    console.show_sees(CoupleSees.SECOND_SCREEN)
    console.marks.show_marks(SOME_MARKS)
    return show(qtbot, console, 1280, 720)
