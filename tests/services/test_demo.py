"""The invented vault: the same each time, and such as a real one could be."""

import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desktop.content.library import Library
from desktop.domain.flow.state import Outcome
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.services.demo import DAY, USUAL, Demo, DemoClock
from desktop.services.vault import OpenVault, VaultDoor

from .conftest import NOON, Made, Unlock


def filled(vault: OpenVault, couples: int, sessions: int) -> OpenVault:
    clock = vault.clock
    assert isinstance(clock, DemoClock)
    demo = Demo(vault.couples, vault.sessions, vault.notes, vault.library, clock)
    demo.fill(couples, sessions, NOON)
    return vault


def content(vault: OpenVault) -> list[Any]:
    """Everything but the random ids."""
    return [
        (
            listed.session.began_at,
            listed.readout,
            [vault.notes.get(listed.session.id, kind).text for kind in NoteKind],
        )
        for listed in vault.sessions.recent(100)
    ]


@pytest.fixture
def another(tmp_path: Path, made: Made, library: Library) -> Unlock:
    """A second vault, as empty as the first."""
    folder = Path(shutil.copytree(made.folder, tmp_path / "another"))
    door = VaultDoor(folder, library, DemoClock(NOON))
    return partial(door.unlock, made.recovery_key, recovery=True)


def test_the_demo_is_the_same_each_time(vault: OpenVault, another: Unlock) -> None:
    other = another()
    try:
        assert content(filled(vault, 2, 5)) == content(filled(other, 2, 5))
    finally:
        other.close()


def test_there_are_as_many_as_asked_for_and_all_is_over(vault: OpenVault) -> None:
    filled(vault, 3, 7)
    assert len(vault.couples.all()) == 3
    sessions = vault.sessions.recent(100)
    assert len(sessions) == 7
    assert vault.sessions.open_sessions() == []
    assert {listed.couple.id for listed in sessions} == {c.id for c in vault.couples.all()}
    assert all(listed.couple.screened_on for listed in sessions)


def test_there_is_one_session_a_day_up_to_yesterday(vault: OpenVault) -> None:
    filled(vault, 1, 4)
    days = [(NOON - listed.session.began_at) // DAY for listed in vault.sessions.recent(10)]
    assert days == [1, 2, 3, 4]


def test_each_session_has_all_that_a_session_can_have(vault: OpenVault) -> None:
    filled(vault, 1, 3)
    for listed in vault.sessions.recent(10):
        readout = listed.readout
        assert [exercise.outcome for exercise in readout.exercises] == [Outcome.COMPLETED]
        assert min(readout.floor_a, readout.floor_b) > 60_000
        assert readout.understood is not None
        assert len(readout.may_print) == 2
        assert readout.picks
        assert readout.kept
        for kind in NoteKind:
            assert vault.notes.get(listed.session.id, kind).text


def test_people_come_back_to_their_own_words(vault: OpenVault) -> None:
    filled(vault, 1, 12)
    (couple,) = vault.couples.all()
    used = vault.sessions.words_used(couple.id)
    picks = [pick for listed in vault.sessions.recent(12) for pick in listed.readout.picks]
    for partner in Partner:
        assert 2 < len(used[partner]) <= USUAL < sum(pick.partner is partner for pick in picks)
    assert used[Partner.A] != used[Partner.B]


def test_many_couples_have_names_of_their_own(vault: OpenVault) -> None:
    filled(vault, 30, 1)
    names = [(couple.name_a, couple.name_b) for couple in vault.couples.all()]
    assert len(set(names)) == 30
    assert all(a != b for a, b in names)


def test_the_cards_are_of_the_deck_that_a_session_draws_from(vault: OpenVault) -> None:
    """Not of one that is for home with a plan, nor of one that begins sentences."""
    filled(vault, 2, 6)
    kept = [kept.card for listed in vault.sessions.recent(10) for kept in listed.readout.kept]
    assert len(kept) >= 6
    assert {card.deck_id for card in kept} == {"emotional-closeness"}
