"""What the pages tell of sessions with several exercises."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.exercise.format import EntryGate, Exercise, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.services.live import LiveSession, MakeEvent
from desktop.services.sessions import Plan, planned
from desktop.services.vault import OpenVault
from desktop.ui import pages
from tests.exercises import a_part, a_step, an_exercise
from tests.several_exercises import make_library
from tests.ui.running import Made, door_in

FIRST = an_exercise(a_part(a_step("Tell", StepKind.SPEAK)), id="rain", title="Rain")
SECOND = an_exercise(a_part(a_step("Say", StepKind.SPEAK)), id="sun", title="Sun")
THIRD = an_exercise(
    a_part(a_step("Ask", StepKind.SPEAK)), id="wind", title="Wind", entry=(EntryGate.CALM,)
)


class Told:
    """A session of Ana and Ben, and what the pages tell of it."""

    def __init__(self, vault: OpenVault) -> None:
        self.vault = vault
        plan = Plan(
            couple_id=vault.couples.add("Ana", "Ben").id,
            setting=Setting.PRACTICE,
            topic="the move",
            exercise=FIRST,
            first=Partner.A,
            then=(planned(SECOND),),
        )
        self.live: LiveSession = vault.sessions.begin(plan)

    def happen(self, make: MakeEvent) -> None:
        entry = self.live.happen(make)
        self.vault.sessions.save(self.live.session.id, entry.seq, entry.event)

    def begin(self, exercise: Exercise) -> None:
        self.happen(
            lambda id, at: ev.ExerciseBegan(id=id, at=at, exercise=exercise, first=Partner.A)
        )

    def end(self) -> None:
        self.happen(lambda id, at: ev.GuideMoved(id=id, at=at, move=ev.GuideMove.END))

    @property
    def where(self) -> str:
        (line,) = pages.practice_home(self.vault).resume
        return line.where


@pytest.fixture
def told(qapp: QApplication, practice_vault: Made, tmp_path: Path) -> Iterator[Told]:
    practice_vault.copy(tmp_path)
    door = door_in(tmp_path, library=make_library(tmp_path / "library"))
    with closing(door.unlock(practice_vault.recovery_key, recovery=True)) as vault:
        yield Told(vault)


def test_the_banner_says_where_they_stopped(told: Told) -> None:
    assert told.where == "Tell, step 1 of 1"
    told.end()
    assert told.where == "the end of Rain"
    told.begin(SECOND)
    assert told.where == "Say, step 1 of 1"
    told.end()
    assert told.where == "looking back"
    told.begin(THIRD)
    assert told.where == "the beginning of Wind"


def test_lists_name_all_exercises_in_a_few_words(told: Told) -> None:
    for exercise in (SECOND, THIRD):
        told.end()
        told.begin(exercise)
        title = "Rain and Sun" if exercise is SECOND else "Rain and 2 more"
        home = pages.practice_home(told.vault)
        assert [line.title for line in home.recent] == [title]
        assert [line.title for line in home.couples] == [title]
        assert [row.title for row in pages.session_rows(told.vault)] == [title]
    (row,) = pages.session_rows(told.vault)
    assert "wind" in row.haystack
    summary = pages.session_summary(told.vault, told.live.session.id)
    assert summary.exercises == ("Rain", "Sun", "Wind")


def test_a_record_says_how_many_were_gone_through(told: Told) -> None:
    for _ in range(2):
        told.happen(lambda id, at: ev.StepFinished(id=id, at=at))
    told.begin(SECOND)
    told.happen(lambda id, at: ev.SessionFinished(id=id, at=at))
    (row,) = pages.session_rows(told.vault)
    assert row.line == "1 of 2 exercises gone through to the end."
