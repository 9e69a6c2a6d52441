"""Prepared sessions in the vault."""

import msgspec
import pytest
from msgspec.structs import replace

from desktop.domain.errors import ConflictError, NotFoundError, UnusableTextError
from desktop.domain.flow.events import ExerciseBegan, PlannedExercise, SessionBegan, Stamp
from desktop.domain.people import Couple, Partner
from desktop.domain.preparation import Preparation
from desktop.domain.session import Session
from desktop.storage.vault.opened import Vault
from tests.exercises import a_part, an_exercise

PREPARED = Preparation(
    id="p1",
    couple_id="c1",
    topic="Sunday mornings",
    exercises=(
        PlannedExercise(id="six", title="Six “feelings” ☕"),
        PlannedExercise(id="six", title="Six “feelings” ☕"),
    ),
    first=Partner.B,
    kept_at=5,
)


@pytest.fixture
def known(vault: Vault, couple: Couple) -> Vault:
    """A vault with one couple."""
    vault.couples.add(couple)
    return vault


def test_a_preparation_comes_back_as_it_was(known: Vault) -> None:
    bare = replace(PREPARED, id="p0", topic="", exercises=(), kept_at=9)
    for each in (bare, PREPARED):
        known.preparations.keep(each)
    assert known.preparations.get("p0") == bare
    assert known.preparations.all() == [PREPARED, bare]


def test_a_changed_one_takes_its_place_and_stays_where_it_was(known: Vault) -> None:
    known.preparations.keep(PREPARED)
    changed = replace(PREPARED, topic="The move", first=Partner.A, kept_at=9)
    known.preparations.keep(changed)
    assert known.preparations.all() == [replace(changed, kept_at=5)]


def test_one_that_is_removed_is_gone(known: Vault) -> None:
    known.preparations.keep(PREPARED)
    for _ in range(2):
        known.preparations.remove("p1")
    assert known.preparations.all() == []
    with pytest.raises(NotFoundError):
        known.preparations.get("p1")


def test_it_needs_a_couple_and_a_whole_text(known: Vault) -> None:
    with pytest.raises(NotFoundError):
        known.preparations.keep(replace(PREPARED, couple_id="none"))
    with pytest.raises(UnusableTextError):
        known.preparations.keep(replace(PREPARED, topic="half \ud83d"))
    assert known.preparations.all() == []


def test_a_session_that_begins_is_prepared_no_more(known: Vault, session: Session) -> None:
    other = replace(PREPARED, id="p2")
    for each in (PREPARED, other):
        known.preparations.keep(each)
    known.sessions.add(session, prepared="p1")
    assert known.preparations.all() == [other]


def test_a_session_that_could_not_begin_stays_prepared(known: Vault, session: Session) -> None:
    known.preparations.keep(PREPARED)
    known.sessions.add(session)
    with pytest.raises(ConflictError):
        known.sessions.add(session, prepared="p1")
    began = SessionBegan(id="e", at=Stamp(1, 0), name_a="half \ud83d", name_b="", topic="")
    with pytest.raises(UnusableTextError):
        known.sessions.add(replace(session, id="s2"), (began,), prepared="p1")
    assert known.preparations.all() == [PREPARED]


def test_each_exercise_of_a_session_is_named_once_in_its_title(met: Vault) -> None:
    def began(name: str, title: str) -> ExerciseBegan:
        exercise = an_exercise(a_part(), title=title)
        return ExerciseBegan(id=name, at=Stamp(1, 0), exercise=exercise, first=Partner.A)

    events = [began("0", "Six\nfeelings"), began("1", "Speaker and listener"), began("2", "Rain")]
    for seq, event in enumerate(events):
        for _ in range(2):  # the second time as after a save that was not acknowledged
            met.sessions.append("s1", seq, event)
    titles = ("Speaker and listener", "Six feelings", "Rain")
    assert met.sessions.get("s1").titles == titles
    assert [line.session.titles for line in met.sessions.lines(5)] == [titles]


def test_no_field_of_a_preparation_is_for_what_anybody_said() -> None:
    names = {field.name for field in msgspec.structs.fields(Preparation)}
    assert names == {"id", "couple_id", "topic", "exercises", "first", "kept_at"}
