"""The words that a partner used most, out of a couple's sessions in a vault."""

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, Exercise, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.steps import asked_item
from desktop.domain.people import Couple, Partner
from desktop.services.demo import DAY, DemoClock
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from tests.exercises import a_part, a_step, an_exercise

from .papers import Room, picked

A, B = Partner.A, Partner.B
SECRET = "marker-covered-word"

Held = Callable[..., Room]


def finished(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.SessionFinished(id=event_id, at=at)


def dropped(partner: Partner, path: str) -> Callable[[str, ev.Stamp], ev.AnyEvent]:
    return lambda id, at: ev.WordDropped(id=id, at=at, partner=partner, path=path)


@pytest.fixture
def hold(vault: OpenVault, plan: Plan, clock: DemoClock) -> Held:
    """Holds a session of a day, in which each partner picks words; it ends unless left open."""

    def held(
        a: tuple[str, ...] = (),
        b: tuple[str, ...] = (),
        *,
        couple: Couple | None = None,
        ends: bool = True,
    ) -> Room:
        clock.pass_by(DAY)
        couple_id = couple.id if couple is not None else plan.couple_id
        room = Room(vault, vault.sessions.begin(replace(plan, couple_id=couple_id)), clock)
        room.happen(*(picked(A, word, intensity=3) for word in a))
        room.happen(*(picked(B, word, intensity=3) for word in b))
        if ends:
            room.happen(finished)
        return room

    return held


def used(vault: OpenVault, couple: Couple, last: int | None = None) -> dict[Partner, list[str]]:
    words = vault.sessions.words_used(couple.id, last)
    return {partner: [word.path.label for word in words[partner]] for partner in Partner}


def test_each_partner_has_words_of_their_own_in_the_order_of_use(
    vault: OpenVault, couple: Couple, hold: Held
) -> None:
    hold(("sad", "glad"), ("calm",))
    hold(("sad",), ("proud",))
    hold(("calm",))
    assert used(vault, couple) == {A: ["sad", "calm", "glad"], B: ["proud", "calm"]}


def test_a_word_counts_once_a_session_and_only_if_it_stood_at_the_end(
    vault: OpenVault, couple: Couple, hold: Held
) -> None:
    room = hold(("glad", "glad", "glad", "sad"), ends=False)
    room.happen(dropped(A, "sad"), finished)
    hold(("calm",))
    assert used(vault, couple)[A] == ["calm", "glad"]


def test_a_session_that_is_open_has_no_end_yet(
    vault: OpenVault, couple: Couple, hold: Held
) -> None:
    room = hold(("sad",), ends=False)
    assert used(vault, couple)[A] == []
    room.happen(finished)
    assert used(vault, couple)[A] == ["sad"]


def test_the_last_sessions_alone(vault: OpenVault, couple: Couple, hold: Held) -> None:
    for word in ("sad", "sad", "glad", "glad", "glad"):
        hold((word,))
    hold(("calm",))
    hold(())
    hold(("afraid",), ends=False)
    assert used(vault, couple, 3)[A] == ["calm", "glad"]
    assert used(vault, couple, 1)[A] == []
    assert used(vault, couple)[A] == ["glad", "sad", "calm"]


def test_no_other_couple_is_in_it(vault: OpenVault, couple: Couple, hold: Held) -> None:
    others = vault.couples.add("Mara", "Joel")
    hold(("sad",), couple=others)
    assert used(vault, couple) == {A: [], B: []}
    assert used(vault, others)[A] == ["sad"]


def test_a_covered_word_is_in_it_once_both_have_looked(
    vault: OpenVault, couple: Couple, begin: Callable[[Exercise | None], Room]
) -> None:
    step = a_step("pick", StepKind.WHEEL, Actor.BOTH, sealed=True)
    hidden = ev.ShownWord(path=WordPath(("sad", "hurt"), ("Sad", SECRET)), family_label="Sad")
    for look in (False, True):
        room = begin(an_exercise(a_part(step)))
        item = asked_item(room.live.state.core) or ""

        def cover(partner: Partner, item: str = item) -> Callable[[str, ev.Stamp], ev.AnyEvent]:
            words = (ev.ChosenWord(word=hidden),)
            return lambda id, at: ev.Sealed(id=id, at=at, item=item, partner=partner, answer=words)

        room.happen(cover(A), cover(B))
        if look:
            room.happen(lambda id, at, item=item: ev.Revealed(id=id, at=at, item=item))
        room.happen(finished)
        told = msgspec.json.encode(vault.sessions.words_used(couple.id))
        assert (SECRET.encode() in told) is look
