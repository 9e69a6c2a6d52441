"""Taking back the newest event, and what can't be taken back."""

from collections.abc import Callable

import pytest

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, EntryGate, StepKind, Timer
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import UNDO_DEPTH
from desktop.domain.flow.events import BreakKind, GuideMove
from desktop.domain.flow.inputs import UNDERSTOOD
from desktop.domain.flow.refusals import Refusal
from tests.exercises import a_part, a_step, an_exercise

from .course import MINUTE, A, B, Course, MakeEvent

WORD = ev.ShownWord(path=WordPath(("sad",), ("Sad",)), family_label="Sad")
CARD = ev.ShownCard(deck_id="deck", deck_title="Deck", id="one", text="?")

SMALL = an_exercise(
    a_part(
        a_step("write", StepKind.WRITE, timer=Timer(kind="hard", seconds=1)),
        a_step("both", StepKind.WRITE, Actor.BOTH, sealed=True),
    ),
    entry=(EntryGate.CALM,),
)


def gated() -> Course:
    return Course(SMALL)


def small() -> Course:
    return Course(SMALL).happen(ev.EntryConfirmed, gate=EntryGate.CALM)


def at(step: str) -> Callable[[], Course]:
    return lambda: Course().to(step)


def picked() -> Course:
    return Course().happen(ev.WordPicked, partner=A, word=WORD)


def unknown() -> Course:
    return Course().happen(ev.NotKnown, partner=A)


def drawn() -> Course:
    return Course().happen(ev.CardDrawn, card=CARD)


UNDOABLE: list[tuple[Callable[[], Course], MakeEvent, dict[str, object]]] = [
    (gated, ev.EntryConfirmed, {"gate": EntryGate.CALM}),
    (at("speak"), ev.StepFinished, {}),
    (at("pass"), ev.FloorPassed, {}),
    (at("check"), ev.Confirmed, {}),
    (at("check"), ev.NotQuite, {}),
    (at("more"), ev.MoreAnswered, {"more": True}),
    (at("more"), ev.MoreAnswered, {"more": False}),
    (lambda: small().wait(1), ev.TimeRanOut, {}),
    *((at("mirror"), ev.GuideMoved, {"move": move}) for move in GuideMove),
    (at("speak"), ev.Paused, {}),
    (lambda: at("speak")().happen(ev.Paused), ev.Resumed, {}),
    (at("speak"), ev.TimeAdded, {"milliseconds": MINUTE}),
    (at("speak"), ev.TimeAdded, {"milliseconds": -MINUTE}),
    (at("speak"), ev.LengthSet, {"step_id": "speak", "milliseconds": 5 * MINUTE}),
    (at("speak"), ev.EqualTimeChosen, {"on": True}),
    (at("speak"), ev.WordPicked, {"partner": A, "word": WORD}),
    (picked, ev.WordPicked, {"partner": A, "word": WORD, "intensity": 5}),
    (picked, ev.WordDropped, {"partner": A, "path": "sad"}),
    (picked, ev.WordsCleared, {"partner": A}),
    (at("speak"), ev.NotKnown, {"partner": A}),
    (unknown, ev.WordsCleared, {"partner": A}),
    (unknown, ev.WordPicked, {"partner": A, "word": WORD}),
    (at("speak"), ev.CardDrawn, {"card": CARD}),
    (drawn, ev.CardKept, {}),
    (drawn, ev.CardPutAway, {}),
    (small, ev.Written, {"partner": A, "step_id": "write", "text": "words"}),
    (at("speak"), ev.TakeawayTicked, {"partner": A, "may_print": True}),
]


@pytest.mark.parametrize(("course", "kind", "facts"), UNDOABLE)
def test_undo_leaves_all_as_it_was(
    course: Callable[[], Course], kind: MakeEvent, facts: dict[str, object]
) -> None:
    played = course()
    before, undoable = played.state.core, played.state.past
    played.happen(kind, **facts)
    assert played.state.core != before
    assert played.console.moves.undo
    assert played.console.undo_kind == ev.kind_of(played.events[-1])
    played.wait(3).undo()
    assert (played.state.core, played.state.past) == (before, undoable)


def sealed_once() -> Course:
    return Course().to_the_end().happen(ev.Sealed, item=UNDERSTOOD, partner=A, answer=4)


def sealed_twice() -> Course:
    return sealed_once().happen(ev.Sealed, item=UNDERSTOOD, partner=B, answer=None)


def on_break() -> Course:
    course = Course().to("speak")
    return course.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=course.wall + 30 * MINUTE)


UNTIL = Course().wall + 40 * MINUTE

FINAL: list[tuple[Callable[[], Course], MakeEvent, dict[str, object]]] = [
    (at("speak"), ev.BreakCalled, {"pause": BreakKind.BREAK, "until": UNTIL}),
    (on_break, ev.BreakExtended, {"until": UNTIL}),
    (on_break, ev.ReturnAgreed, {"until": UNTIL}),
    (on_break, ev.ReturnAsked, {}),
    (lambda: on_break().happen(ev.ReturnAsked), ev.ReturnPutOff, {}),
    (on_break, ev.BreakEnded, {}),
    (at("speak"), ev.SessionFinished, {}),
    (lambda: Course().to_the_end(), ev.ExerciseBegan, {"exercise": SMALL, "first": A}),
    (lambda: Course().to_the_end(), ev.Sealed, {"item": UNDERSTOOD, "partner": A, "answer": 1}),
    (sealed_twice, ev.Revealed, {"item": UNDERSTOOD}),
]


@pytest.mark.parametrize(("course", "kind", "facts"), FINAL)
def test_what_was_agreed_sealed_or_shown_stays(
    course: Callable[[], Course], kind: MakeEvent, facts: dict[str, object]
) -> None:
    """Nor can anything before it be taken back."""
    played = course()
    earlier = [past.event_id for past in played.state.past]
    played.happen(kind, **facts)
    assert not played.console.moves.undo
    assert played.console.undo_kind == ""
    for event_id in (*earlier, played.events[-1].id):
        assert played.refused(ev.Undone, event_id=event_id) == Refusal.NOTHING_TO_UNDO


def test_events_are_taken_back_from_the_newest_on() -> None:
    course = Course().to("check").yes()
    older = course.state.past[-2].event_id
    assert course.refused(ev.Undone, event_id=older) == Refusal.NOTHING_TO_UNDO
    assert course.refused(ev.Undone, event_id="never") == Refusal.NOTHING_TO_UNDO
    steps = [course.step]
    while course.state.past:
        steps.append(course.undo().step)
    assert steps == ["more", "check", "mirror", "speak", "settle"]


def test_so_many_events_can_be_taken_back() -> None:
    course = Course()
    for number in range(UNDO_DEPTH + 10):
        course.happen(ev.TimeAdded, milliseconds=number + 1)
    for _ in range(UNDO_DEPTH):
        course.undo()
    assert course.refused(ev.Undone, event_id="e3") == Refusal.NOTHING_TO_UNDO


def test_undo_is_an_event_and_is_not_undone_itself() -> None:
    course = Course().next().undo()
    assert course.step == "settle"
    assert course.refused(ev.Undone, event_id=course.events[-1].id) == Refusal.NOTHING_TO_UNDO


def test_the_time_after_an_undone_event_belongs_to_the_step_that_comes_back() -> None:
    """As if it had not happened: the step went on all the while."""
    course = Course().to("speak").wait(20).next().wait(10).undo().wait(5)
    assert (course.step, course.spent) == ("speak", 35_000)
    paused = Course().to("speak").wait(20).happen(ev.Paused).wait(10).undo().wait(5)
    assert paused.spent == 35_000


def test_undo_takes_nothing_back_during_a_break() -> None:
    course = Course().to("speak").happen(ev.Paused)
    course.happen(ev.BreakCalled, pause=BreakKind.SETTLE, until=course.wall + 5 * MINUTE)
    assert not course.console.moves.undo
    course.happen(ev.TakeawayTicked, partner=A, may_print=True).undo()
    assert course.state.core.pause is not None
