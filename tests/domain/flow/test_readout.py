"""What the record and the documents tell of a session."""

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.events import BreakKind, GuideMove
from desktop.domain.flow.inputs import UNDERSTOOD
from desktop.domain.flow.readout import (
    ExerciseReadout,
    SessionReadout,
    TurnTime,
    confirmed_partners,
    read_out,
)
from desktop.domain.flow.state import Outcome
from tests.exercises import a_part, a_step, an_exercise

from .course import MINUTE, NOON, A, B, Course

WORD = ev.ShownWord(path=WordPath(("sad",), ("Sad",)), family_label="Sad")
CARD = ev.ShownCard(deck_id="deck", deck_title="Deck", id="one", text="?")


def told(course: Course) -> SessionReadout:
    return read_out(course.events)


def row(exercise: ExerciseReadout, title: str) -> tuple[TurnTime, ...]:
    return next(row.turns for row in exercise.rows if row.title == title)


def played() -> Course:
    """Ana with a second try and a second piece, Ben at once; each step takes ten seconds."""
    course = Course()
    for answer in (
        course.next,  # settle
        course.next,  # speak
        course.next,  # mirror
        course.not_quite,
        course.next,  # mirror
        course.yes,
        lambda: course.more(True),
        course.next,  # speak
        course.next,  # mirror
        course.yes,
        lambda: course.more(False),
        course.pass_floor,
    ):
        course.wait(10)
        answer()
    while course.state.core.open_run is not None:
        course.wait(10).onward()
    return course


def test_a_whole_session_is_read_back() -> None:
    course = played().wait(30).happen(ev.SessionFinished)
    readout = told(course)
    assert (readout.name(A), readout.name(B), readout.topic) == ("Ana", "Ben", "the move")
    assert (readout.began_at, readout.ended_at) == (NOON, course.wall)
    assert readout.milliseconds == 210_000
    assert (readout.floor_a, readout.floor_b) == (110_000, 50_000)
    (exercise,) = readout.exercises
    assert (exercise.title, exercise.outcome) == ("Speaker and listener", Outcome.COMPLETED)
    assert exercise.milliseconds == 180_000


def test_each_step_tells_its_time_and_tries_in_each_turn() -> None:
    (exercise,) = told(played()).exercises
    assert [r.title for r in exercise.rows] == [
        "Speak",
        "Say back",
        "Check",
        "More?",
        "Pass the floor",
    ]
    assert row(exercise, "Speak") == (
        TurnTime(round=0, speaker=A, milliseconds=20_000),
        TurnTime(round=0, speaker=B, milliseconds=10_000),
    )
    assert row(exercise, "Check") == (
        TurnTime(round=0, speaker=A, milliseconds=30_000, not_quite=1, confirmed=True),
        TurnTime(round=0, speaker=B, milliseconds=10_000, confirmed=True),
    )


def test_a_step_that_was_not_reached_is_in_no_turn() -> None:
    course = Course().to("pass").pass_floor().to("mirror").move(GuideMove.END)
    (exercise,) = told(course).exercises
    assert exercise.outcome is Outcome.ENDED_EARLY
    assert [turn.speaker for turn in row(exercise, "Say back")] == [A, B]
    assert [turn.speaker for turn in row(exercise, "Check")] == [A]


def test_the_open_step_is_told_up_to_the_newest_event() -> None:
    course = Course().to("speak").wait(20).happen(ev.CardDrawn, card=CARD).wait(60)
    (exercise,) = told(course).exercises
    assert row(exercise, "Speak") == (TurnTime(round=0, speaker=A, milliseconds=20_000),)
    assert exercise.outcome is None
    course.next().wait(5).happen(ev.CardPutAway)
    (exercise,) = told(course).exercises
    assert row(exercise, "Speak") == (TurnTime(round=0, speaker=A, milliseconds=80_000),)
    assert row(exercise, "Say back") == (TurnTime(round=0, speaker=A, milliseconds=5_000),)


def test_after_a_swap_each_keeps_the_own_time_and_yes() -> None:
    course = Course().to("check").wait(15).yes().move(GuideMove.SWAP).wait(40).next()
    (exercise,) = told(course).exercises
    assert row(exercise, "Speak") == (
        TurnTime(round=0, speaker=B, milliseconds=40_000),
        TurnTime(round=0, speaker=A, milliseconds=0),
    )
    assert row(exercise, "Check") == (
        TurnTime(round=0, speaker=A, milliseconds=15_000, confirmed=True),
    )
    assert confirmed_partners(course.state.core) == {A}


def test_rounds_are_told_apart() -> None:
    talk = an_exercise(a_part(a_step("talk", StepKind.SPEAK), rounds=2))
    course = Course(talk)
    for seconds in (1, 2, 3, 4):
        course.wait(seconds).pass_floor()
    (exercise,) = told(course).exercises
    assert [(t.round, t.speaker, t.milliseconds) for t in row(exercise, "talk")] == [
        (0, A, 1_000),
        (0, B, 2_000),
        (1, A, 3_000),
        (1, B, 4_000),
    ]


def test_a_yes_that_was_taken_back_is_not_told() -> None:
    course = Course().to("check").yes().undo()
    assert confirmed_partners(course.state.core) == set()
    assert not row(told(course).exercises[0], "Check")[0].confirmed


def test_taking_back_something_else_leaves_an_earlier_yes() -> None:
    course = Course().to("more").more(True).to("check")
    course.happen(ev.WordPicked, partner=A, word=WORD).undo().not_quite().undo()
    assert row(told(course).exercises[0], "Check")[0].confirmed
    assert confirmed_partners(course.state.core) == {A}


def test_breaks_are_counted_and_settle_pauses_are_not() -> None:
    course = Course().to("speak")
    for kind, minutes in ((BreakKind.BREAK, 30), (BreakKind.SETTLE, 5), (BreakKind.BREAK, 30)):
        course.happen(ev.BreakCalled, pause=kind, until=course.wall + minutes * MINUTE)
        course.wait(600).happen(ev.BreakEnded)
    readout = told(course)
    assert readout.breaks == 2
    assert (readout.floor_a, readout.milliseconds) == (0, 1_800_000)


def test_words_cards_and_ticks_are_told() -> None:
    course = Course().happen(ev.WordPicked, partner=B, word=WORD, intensity=2)
    course.happen(ev.CardDrawn, card=CARD, partner=B).happen(ev.CardKept)
    course.happen(ev.CardDrawn, card=CARD).happen(ev.CardPutAway)
    course.happen(ev.TakeawayTicked, partner=B, may_print=True)
    readout = told(course)
    assert [(p.partner, p.word, p.intensity) for p in readout.picks] == [(B, WORD, 2)]
    assert [(k.card, k.partner) for k in readout.kept] == [(CARD, B)]
    assert readout.may_print == {B}


def test_sealed_answers_are_told_after_the_reveal_only() -> None:
    course = Course().to_the_end()
    course.happen(ev.Sealed, item=UNDERSTOOD, partner=A, answer=4)
    course.happen(ev.Sealed, item=UNDERSTOOD, partner=B, answer=None)
    assert told(course).understood is None
    assert told(course.happen(ev.Revealed, item=UNDERSTOOD)).understood == {A: 4, B: None}


def test_all_exercises_of_a_session_are_told() -> None:
    talk = an_exercise(a_part(a_step("talk", StepKind.SPEAK)), title="Talk")
    course = Course().to("speak").wait(10).move(GuideMove.END)
    course.happen(ev.ExerciseBegan, exercise=talk, first=B).wait(5).pass_floor()
    readout = told(course)
    assert [e.title for e in readout.exercises] == ["Speaker and listener", "Talk"]
    assert (readout.floor_a, readout.floor_b) == (10_000, 5_000)
