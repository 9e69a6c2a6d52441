"""The listener's guess: begun, covered, opened by the speaker, and gone with its step."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, Exercise, StageText, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import BARRIERS, advance, fold
from desktop.domain.flow.events import GuideMove
from desktop.domain.flow.guessing import GuessPhase, guesser, next_item, opened_words, phase_of
from desktop.domain.flow.handover import withdrawn
from desktop.domain.flow.present import allows, console_view, stage_view
from desktop.domain.flow.readout import read_out
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.state import EMPTY, State
from desktop.domain.flow.views import StageMode
from desktop.domain.people import Partner
from tests.exercises import a_part, a_step, an_exercise

from .course import BUILT_IN, MINUTE, A, B, Course
from .strategies import CHOICES, Head, candidates, exercises

GUESSED = "guessed-marker"


def word(*ids: str) -> ev.ShownWord:
    return ev.ShownWord(path=WordPath(ids, ids), family_label=ids[0])


STUNG, LONELY = word("sad", "hurt", "stung"), word("sad", "lonely")
GUESS = (ev.ChosenWord(word=LONELY, intensity=4),)


class Guessed(Course):
    """A course that stands where Ana speaks, and Ben may guess."""

    def __init__(self, exercise: Exercise | None = None, first: Partner = A) -> None:
        super().__init__(exercise or BUILT_IN, first)
        if exercise is None:
            self.to("speak")

    @property
    def phase(self) -> GuessPhase | None:
        return phase_of(self.state.core)

    @property
    def item(self) -> str:
        guess = self.state.core.guess
        return guess.item if guess is not None else next_item(self.state.core)

    def hand(self, partner: Partner | None = B) -> "Guessed":
        self.happen(ev.HandedOver, item=next_item(self.state.core), partner=partner)
        return self

    def cover(self, answer: ev.SealedAnswer = GUESS) -> "Guessed":
        self.hand().happen(ev.Sealed, item=self.item, partner=B, answer=answer)
        return self

    def open(self) -> "Guessed":
        self.happen(ev.Revealed, item=self.item)
        return self

    def pick(self, chosen: ev.ShownWord, partner: Partner = A, **more: Any) -> "Guessed":
        self.happen(ev.WordPicked, partner=partner, word=chosen, **more)
        return self


def test_a_guess_is_made_covered_and_opened() -> None:
    course = Guessed().hand()
    assert course.phase is GuessPhase.IN_HAND
    course.happen(ev.Sealed, item=course.item, partner=B, answer=GUESS)
    assert course.phase is GuessPhase.COVERED
    assert opened_words(course.state.core) is None
    course.pick(STUNG).open()
    assert course.phase is GuessPhase.OPENED
    assert opened_words(course.state.core) == GUESS


def test_a_guess_picks_nothing() -> None:
    course = Guessed().cover().pick(STUNG).open()
    assert [pick.word for pick in course.state.core.picks] == [STUNG]


def test_who_would_rather_not_guess_has_answered() -> None:
    course = Guessed().cover(None)
    assert course.phase is GuessPhase.COVERED
    assert opened_words(course.open().state.core) == ()


def test_the_stage_tells_who_guesses_and_nothing_more() -> None:
    course = Guessed().hand()
    asked = course.stage.asked
    assert course.stage.mode is StageMode.ANSWERING
    assert asked is not None
    assert (asked.with_partner, asked.answers) == (B, ())
    course.happen(ev.Sealed, item=course.item, partner=B, answer=GUESS)
    assert course.stage == Guessed().stage


@pytest.mark.parametrize("first", [A, B])
def test_who_listens_guesses(first: Partner) -> None:
    course = Guessed(first=first)
    assert guesser(course.state.core, first.other) is first.other
    item = next_item(course.state.core)
    assert course.refused(ev.HandedOver, item=item, partner=first) == Refusal.NOT_ASKED
    assert course.refused(ev.HandedOver, item=item, partner=None) == Refusal.NOT_ASKED
    assert course.hand(first.other).phase is GuessPhase.IN_HAND


def test_without_a_floor_either_guesses_what_the_other_chooses() -> None:
    talk = a_step("talk", StepKind.TALK, Actor.BOTH, text=StageText(both="Talk."))
    course = Guessed(an_exercise(a_part(talk, turns=Turns.TOGETHER)))
    assert [guesser(course.state.core, chooser) for chooser in (A, B)] == [B, A]
    assert course.hand(A).phase is GuessPhase.IN_HAND


def test_between_exercises_nobody_guesses() -> None:
    course = Guessed().move(GuideMove.END)
    assert guesser(course.state.core, A) is None
    facts = {"item": next_item(course.state.core), "partner": B}
    assert course.refused(ev.HandedOver, **facts) == Refusal.NO_STEP


def test_only_who_has_the_laptop_covers_a_guess_and_only_words() -> None:
    course = Guessed().hand()
    facts = {"item": course.item, "answer": GUESS}
    assert course.refused(ev.Sealed, **facts, partner=A) == Refusal.NOT_ASKED
    strong = (ev.ChosenWord(word=LONELY, intensity=6),)
    for answer in ("lonely", 4, strong):
        told = {"item": course.item, "partner": B, "answer": answer}
        assert course.refused(ev.Sealed, **told) == Refusal.UNFIT_ANSWER
    course.happen(ev.Sealed, **facts, partner=B)
    assert course.refused(ev.Sealed, **facts, partner=B) == Refusal.NOT_ASKED


def test_while_one_guesses_the_step_waits() -> None:
    course = Guessed().hand()
    assert course.refused(ev.StepFinished) == Refusal.WAITS_FOR_ANSWERS
    assert not course.console.moves.next_step
    course.happen(ev.Sealed, item=course.item, partner=B, answer=GUESS)
    assert course.console.moves.next_step


def asking(*, sealed: bool) -> Exercise:
    step = a_step("ask", StepKind.WRITE, Actor.BOTH, sealed=sealed)
    return an_exercise(a_part(step, a_step("talk", StepKind.SPEAK)))


@pytest.mark.parametrize("sealed", [True, False])
def test_a_guess_and_the_answers_to_a_step_wait_for_each_other(sealed: bool) -> None:
    course = Guessed(asking(sealed=sealed))
    asked = course.console.moves.hand_over
    assert asked is A
    course.hand()
    assert course.console.moves.hand_over is None
    written: dict[str, Any] = {"partner": A, "step_id": "ask", "text": "words"}
    if not sealed:
        assert course.refused(ev.Written, **written) == Refusal.NOT_ASKED
    course.happen(ev.SealAbandoned, item=course.item)
    course.happen(ev.HandedOver, item="0.0.0.0.ask", partner=A)
    assert guesser(course.state.core, A) is None
    facts = {"item": next_item(course.state.core), "partner": B}
    assert course.refused(ev.HandedOver, **facts) == Refusal.WAITS_FOR_ANSWERS


def test_a_guess_that_was_let_go_is_gone_and_can_be_made_anew() -> None:
    course = Guessed().cover()
    before = course.state.core
    course.happen(ev.SealAbandoned, item=course.item)
    assert withdrawn(before, course.state.core) == {sealed.id for sealed in before.sealed}
    assert (course.phase, course.state.core.sealed) == (None, ())
    assert not course.console.moves.undo
    assert course.cover().open().phase is GuessPhase.OPENED


@pytest.mark.parametrize("covered", [True, False])
@pytest.mark.parametrize("move", list(GuideMove))
def test_a_guess_that_nobody_opened_is_gone_with_its_step(move: GuideMove, covered: bool) -> None:
    course = Guessed()
    course.next()
    if covered:
        course.cover()
    else:
        course.hand()
    course.move(move)
    assert (course.phase, course.state.core.sealed) == (None, ())
    if covered:
        assert not course.console.moves.undo


def test_an_end_of_the_session_takes_a_covered_guess_along() -> None:
    course = Guessed().cover().happen(ev.SessionFinished)
    assert course.state.core.sealed == ()


def test_a_break_waits_with_the_laptop_and_with_the_cover() -> None:
    for course in (Guessed().hand(), Guessed().cover()):
        phase = course.phase
        course.happen(ev.BreakCalled, pause=ev.BreakKind.BREAK, until=course.wall + 30 * MINUTE)
        assert course.stage.mode is StageMode.BREAK
        assert guesser(course.state.core, A) is None
        course.happen(ev.BreakEnded)
        assert course.phase is phase


def test_the_reveal_stays_and_the_correction_can_be_undone() -> None:
    course = Guessed().cover().pick(STUNG).open()
    assert not course.console.moves.undo
    course.pick(LONELY)
    assert [pick.word for pick in course.state.core.picks] == [STUNG, LONELY]
    course.undo()
    assert [pick.word for pick in course.state.core.picks] == [STUNG]
    assert opened_words(course.state.core) == GUESS
    assert not course.console.moves.undo


def test_what_was_opened_is_neither_opened_nor_let_go_again() -> None:
    course = Guessed().cover().open()
    for kind in (ev.Revealed, ev.SealAbandoned):
        assert course.refused(kind, item=course.item) == Refusal.ALREADY_REVEALED


def test_after_one_guess_there_can_be_another() -> None:
    course = Guessed().cover().open()
    first = course.item
    assert guesser(course.state.core, A) is B
    course.cover(None)
    assert course.item != first
    assert opened_words(course.state.core) is None
    assert opened_words(course.open().state.core) == ()


def test_nothing_is_opened_before_it_is_there() -> None:
    course = Guessed()
    assert course.refused(ev.Revealed, item="guess.0") == Refusal.NOT_ASKED
    assert course.hand().refused(ev.Revealed, item="guess.0") == Refusal.NOT_ASKED


# No way leads to a covered guess


def guesses(state: State, head: Head) -> list[ev.AnyEvent]:
    """What can be tried with a guess, with a marker in each word of it."""
    guess = state.core.guess
    item = guess.item if guess is not None else next_item(state.core)
    marked = ev.ChosenWord(word=word(f"{GUESSED} {item}"), intensity=3)
    return [
        *(ev.HandedOver(**head, item=next_item(state.core), partner=p) for p in (*Partner, None)),
        *(ev.Sealed(**head, item=item, partner=p, answer=(marked,)) for p in Partner),
        ev.Revealed(**head, item=item),
        ev.SealAbandoned(**head, item=item),
    ]


def play(exercise: Exercise, first: Partner, choices: list[int]) -> list[ev.AnyEvent]:
    """A course of events in which guesses come often."""
    events: list[ev.AnyEvent] = [
        ev.SessionBegan(id="0", at=ev.Stamp(0, 0), name_a="Ana", name_b="Ben", topic="rain"),
        ev.ExerciseBegan(id="1", at=ev.Stamp(0, 0), exercise=exercise, first=first),
    ]
    state = fold(events)
    for number, choice in enumerate(choices, 2):
        at = ev.Stamp(0, number * 20_000)
        all_events = candidates(state, f"{number}", at)
        all_events += guesses(state, Head(id=f"{number}", at=at)) * 6
        start = choice % len(all_events)
        event = next(e for e in (*all_events[start:], *all_events[:start]) if allows(state, e))
        events.append(event)
        state = advance(state, event)
    return events


COURSES = st.builds(
    play, exercises(), st.sampled_from(list(Partner)), CHOICES.map(lambda c: [n * 7 for n in c])
)


@given(COURSES)
def test_no_course_of_events_lets_a_guess_be_seen_before_it_is_opened(
    played: list[ev.AnyEvent],
) -> None:
    state = EMPTY
    for event in played:
        state = advance(state, event)
        core = state.core
        covered = {s.item for s in core.sealed if s.item.startswith("guess")} - set(core.revealed)
        assert covered <= {core.guess.item if core.guess else None}
        views = (stage_view(state, at_wheel=True), console_view(state, state.at, at_wheel=True))
        shown = repr(views) + repr(core.picks) + repr(opened_words(core))
        assert not any(f"{GUESSED} {item}" in shown for item in covered)
    covered = {s.item for s in state.core.sealed} - set(state.core.revealed)
    assert not any(f"{GUESSED} {item}" in repr(read_out(played)) for item in covered)


@given(COURSES)
def test_no_undo_leads_past_a_cover_or_a_reveal(played: list[ev.AnyEvent]) -> None:
    state = EMPTY
    for event in played:
        before, state = state, advance(state, event)
        if type(event) in BARRIERS or withdrawn(before.core, state.core):
            assert state.past == ()


@given(COURSES)
def test_a_guess_taken_out_of_the_vault_leaves_no_trace(played: list[ev.AnyEvent]) -> None:
    """Its words taken out of the stored events, a session folds to the same state."""
    state, gone = EMPTY, set[str]()
    for event in played:
        before, state = state, advance(state, event)
        gone |= withdrawn(before.core, state.core)
    blanked = [
        replace(event, answer=None) if isinstance(event, ev.Sealed) and event.id in gone else event
        for event in played
    ]
    assert fold(blanked) == state
    kept = repr([ev.encode(event) for event in blanked])
    guess = [s.item for s in state.core.sealed if s.item.startswith("guess")]
    assert kept.count(GUESSED) >= len(guess)
    assert all(
        event.item in guess
        for event in blanked
        if isinstance(event, ev.Sealed) and event.item.startswith("guess") and event.answer
    )
