"""The form in which events are stored."""

import json
from typing import Any, get_args

import msgspec
import pytest

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import EntryGate
from desktop.domain.flow import events as ev
from desktop.domain.flow.inputs import UNDERSTOOD

from .course import BUILT_IN, MINUTE, NOON, A, B

HEAD: dict[str, Any] = {"id": "0f", "at": ev.Stamp(NOON, 5_000)}
WORD = ev.ShownWord(
    path=WordPath(("sad", "hurt"), ("Sad", "Hurt")), family_label="Sad", definition="…"
)
CARD = ev.ShownCard(deck_id="d", deck_title="Deck", id="c", text="Was it 🌊?", follow_up="Why?")

ONE_OF_EACH: list[ev.AnyEvent] = [
    ev.SessionBegan(**HEAD, name_a="Ana", name_b="בן", topic='"quoted"\n'),
    ev.ExerciseBegan(**HEAD, exercise=BUILT_IN, first=B),
    ev.AgendaChosen(**HEAD, exercises=(ev.PlannedExercise(id="six", title="Six feelings"),)),
    ev.EntryConfirmed(**HEAD, gate=EntryGate.CALM),
    ev.StepFinished(**HEAD),
    ev.FloorPassed(**HEAD),
    ev.Confirmed(**HEAD),
    ev.NotQuite(**HEAD),
    ev.MoreAnswered(**HEAD, more=True),
    ev.TimeRanOut(**HEAD),
    ev.GuideMoved(**HEAD, move=ev.GuideMove.SWAP),
    ev.Paused(**HEAD),
    ev.Resumed(**HEAD),
    ev.TimeAdded(**HEAD, milliseconds=-MINUTE),
    ev.LengthSet(**HEAD, step_id="speak", speaker=B, milliseconds=MINUTE),
    ev.EqualTimeChosen(**HEAD, on=True),
    ev.BreakCalled(**HEAD, pause=ev.BreakKind.SETTLE, until=NOON),
    ev.ReturnAgreed(**HEAD, until=NOON),
    ev.ReturnAsked(**HEAD),
    ev.ReturnPutOff(**HEAD),
    ev.BreakExtended(**HEAD, until=NOON),
    ev.BreakEnded(**HEAD),
    ev.WordPicked(**HEAD, partner=A, word=WORD, intensity=5),
    ev.WordDropped(**HEAD, partner=A, path="sad/hurt"),
    ev.WordsCleared(**HEAD, partner=B),
    ev.NotKnown(**HEAD, partner=B),
    ev.CardDrawn(**HEAD, card=CARD, partner=None),
    ev.CardKept(**HEAD),
    ev.CardPutAway(**HEAD),
    ev.HandedOver(**HEAD, item="0.0.0.0.write", partner=B),
    ev.Written(**HEAD, partner=B, step_id="write", text="", rating=2),
    ev.Sealed(**HEAD, item=UNDERSTOOD, partner=A, answer=4),
    ev.Revealed(**HEAD, item=UNDERSTOOD),
    ev.SealAbandoned(**HEAD, item=UNDERSTOOD),
    ev.TakeawayTicked(**HEAD, partner=A, may_print=False),
    ev.SessionFinished(**HEAD),
    ev.Undone(**HEAD, event_id="0e"),
]


def test_the_list_has_one_of_each_kind() -> None:
    assert {type(event) for event in ONE_OF_EACH} == set(get_args(ev.AnyEvent))


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=ev.kind_of)
def test_each_kind_comes_back_as_it_was_stored(event: ev.AnyEvent) -> None:
    stored = ev.encode(event)
    assert ev.decode(stored) == event
    plain = json.loads(stored)
    assert plain["kind"] == ev.kind_of(event)
    assert plain["version"] == ev.EVENT_VERSION
    assert plain["at"] == {"wall": NOON, "run": 5_000}


CHOSEN = (ev.ChosenWord(word=WORD, intensity=5), ev.ChosenWord(word=WORD))


@pytest.mark.parametrize("answer", [None, 5, "text", "", (), CHOSEN])
def test_any_sealed_answer_comes_back(answer: ev.SealedAnswer) -> None:
    event = ev.Sealed(**HEAD, item="x", partner=A, answer=answer)
    assert ev.decode(ev.encode(event)) == event


def test_kinds_are_stored_in_small_letters_with_hyphens() -> None:
    assert ev.kind_of(ev.FloorPassed(**HEAD)) == "floor-passed"
    assert len({ev.kind_of(event) for event in ONE_OF_EACH}) == len(ONE_OF_EACH)


def stored(**changes: object) -> bytes:
    plain = json.loads(ev.encode(ev.Paused(**HEAD))) | changes
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    "data",
    [
        stored(kind="moon-rose"),
        stored(kind=None),
        stored(version=ev.EVENT_VERSION + 1),
        stored(version=0),
        stored(at={"wall": 1}),
        stored(id=7),
        b"[]",
    ],
)
def test_what_this_version_does_not_know_is_not_guessed_at(data: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        ev.decode(data)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        ev.decode(ev.encode(ev.Paused(**HEAD))[:-1])
