"""What goes into a document, and what never does."""

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace

from desktop.documents.model import Paper
from desktop.domain.exercise.format import Exercise, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.services.paperwork import Choice
from desktop.services.sessions import Plan
from tests.exercises import a_part, a_step, an_exercise

from .papers import (
    HANDOUT,
    PROGRESS,
    Room,
    drawn,
    end,
    kept,
    not_quite,
    pass_on,
    picked,
    revealed,
    swap,
    ticked,
    understood,
)

A, B = Partner.A, Partner.B
MARKERS = {
    NoteKind.PROCESS: "marker-process-note",
    NoteKind.PROGRESS: "marker-progress-note",
    NoteKind.TAKEAWAY_A: "marker-takeaway-ana",
    NoteKind.TAKEAWAY_B: "marker-takeaway-ben",
    NoteKind.PLAN: "Speaker and listener\nTuesday\nand Friday",
}
SECRET = "marker-sealed-answer"


@pytest.fixture
def done(room: Room) -> Room:
    """A whole session: words, a card, a sealed answer each, and all five notes."""
    room.on(3, seconds=30)  # to the check of the first turn
    room.happen(not_quite, after=10)
    room.on(9, seconds=30)
    room.happen(picked(A, "Sad", "Lonely", intensity=4), picked(B, "Glad", intensity=2))
    room.happen(drawn("What was easy?"), kept, drawn("What was not kept?"))
    room.on(1, seconds=30)
    room.happen(understood(A, 4), understood(B, None), revealed)
    room.happen(ticked(A, True), ticked(B, True), ticked(B, False))
    for kind, text in MARKERS.items():
        room.note(kind, text)
    room.happen(lambda id, at: ev.SessionFinished(id=id, at=at), after=60)
    return room


def test_the_handout_has_what_was_done(done: Room) -> None:
    handout = done.handout()
    assert (handout.a.name, handout.b.name) == ("Ana", "Ben")
    assert handout.date == "2026-11-23"
    (exercise,) = handout.exercises
    assert (exercise.title, exercise.topic) == ("Speaker and listener", "the move")
    assert exercise.facts == ("6 min",)
    assert [(w.label, w.family, w.strength) for w in handout.a.words] == [("Lonely", "Sad", 4)]
    assert [(w.label, w.family, w.strength) for w in handout.b.words] == [("Glad", "", 2)]
    assert handout.questions == ("What was easy?",)


def test_not_knowing_stands_where_the_words_would(room: Room) -> None:
    room.happen(picked(A, "Sad", intensity=3), lambda id, at: ev.NotKnown(id=id, at=at, partner=B))
    for document in (room.handout(), room.progress_note()):
        assert (document.a.unknown, document.b.unknown) == (False, True)
        assert document.b.words == ()
    left_out = room.handout(replace(HANDOUT, words=False))
    assert not left_out.b.unknown


def test_only_a_ticked_takeaway_is_printed(done: Room) -> None:
    handout = done.handout()
    assert (handout.a.takeaway, handout.b.takeaway) == ("marker-takeaway-ana", "")
    note = done.progress_note()
    assert (note.a.takeaway, note.b.takeaway) == ("marker-takeaway-ana", "")


def test_the_handout_never_tells_who_felt_understood(done: Room) -> None:
    text = msgspec.json.encode(done.handout()).decode().lower()
    assert "understood" not in text
    assert "marker-progress-note" not in text


@pytest.mark.parametrize("choice", [HANDOUT, PROGRESS])
def test_the_process_note_is_in_no_document(done: Room, choice: Choice) -> None:
    """Not with all that can be chosen, and on no paper."""
    for paper in Paper:
        document = done.handout if choice is HANDOUT else done.progress_note
        assert b"marker-process" not in msgspec.json.encode(document(replace(choice, paper=paper)))


def test_the_practice_has_the_steps_of_the_session(done: Room) -> None:
    practice = done.handout().practice
    assert practice is not None
    assert (practice.title, practice.when) == ("Speaker and listener", "Tuesday and Friday")
    assert len(practice.steps) == 7
    assert all(one.lead and one.text for one in practice.steps)


def two_exercises(begin: Callable[[Exercise | None], Room], agreed: str) -> Room:
    """One that was ended early, and another one after it, of which nothing is taken home."""
    room = begin(None)
    room.on(2, seconds=60)
    room.happen(end)
    other = an_exercise(a_part(a_step("tell", StepKind.SPEAK)), title="Six feelings")
    room.happen(lambda id, at: ev.ExerciseBegan(id=id, at=at, exercise=other, first=B))
    room.on(2, seconds=30)
    room.note(NoteKind.PLAN, agreed)
    return room


def test_several_exercises_are_told_one_after_the_other(
    begin: Callable[[Exercise | None], Room],
) -> None:
    room = two_exercises(begin, "")
    note = room.progress_note()
    assert [(one.title, one.facts) for one in note.exercises] == [
        ("Speaker and listener", ("2 min", "early")),
        ("Six feelings", ("1 min",)),
    ]
    assert [one.turns for one in note.exercises] == [(A,), (B, A)]
    assert (note.a.floor, note.b.floor) == ("1:30", "0:30")
    assert [one.title for one in room.handout().exercises] == [
        "Speaker and listener",
        "Six feelings",
    ]


@pytest.mark.parametrize(
    ("agreed", "steps"),
    [("speaker and listener\nTuesday", 7), ("Six feelings", 0), ("Three minutes each", 0)],
)
def test_after_several_the_practice_has_the_steps_of_the_one_that_it_names(
    begin: Callable[[Exercise | None], Room], agreed: str, steps: int
) -> None:
    practice = two_exercises(begin, agreed).handout().practice
    assert practice is not None
    assert len(practice.steps) == steps


def test_the_progress_note_has_times_and_floor(done: Room) -> None:
    note = done.progress_note()
    began = done.live.session.began_at
    assert note.time == f"{began}-{began + 460_000}"
    assert (note.a.floor, note.b.floor) == ("3:10", "2:30")
    assert (note.a.understood, note.b.understood) == (4, None)
    assert (note.seen, note.plan) == ("marker-progress-note", MARKERS[NoteKind.PLAN])
    assert "practice" in note.session


def test_the_progress_note_has_each_step_in_each_turn(done: Room) -> None:
    (exercise,) = done.progress_note().exercises
    assert exercise.turns == (A, B)
    steps = {row.title: (row.turns, row.remark) for row in exercise.steps}
    assert steps["Speak"] == (("0:30", "0:30"), "")
    assert steps["Say back"] == (("1:00", "0:30"), "")
    assert steps["Check"] == (("yes", "yes"), "2 tries")


def test_an_exercise_that_ended_early_says_so(room: Room) -> None:
    room.on(2, seconds=60)
    room.happen(end)
    note = room.progress_note()
    assert note.exercises[0].facts == ("2 min", "early")
    assert room.handout().exercises[0].facts == ("2 min", "early")


def test_a_check_without_a_yes_tells_its_time(room: Room) -> None:
    room.on(3, seconds=30)
    room.happen(not_quite, end, after=12)
    (exercise,) = room.progress_note().exercises
    steps = {row.title: (row.turns, row.remark) for row in exercise.steps}
    assert steps["Check"] == (("0:12",), "2 tries")


def test_after_a_swap_each_column_is_one_speakers(room: Room) -> None:
    room.on(1, seconds=0)
    room.happen(swap, after=20)
    room.on(1, seconds=50)
    (exercise,) = room.progress_note().exercises
    assert exercise.turns == (B, A)
    assert exercise.steps[0].turns == ("0:50", "0:20")
    assert exercise.steps[1].turns == ("0:00", "")


def test_a_step_that_one_partner_alone_reached_stands_in_that_column(
    begin: Callable[[Exercise], Room], plan: Plan
) -> None:
    """Without a gate one may pass the floor at the first step."""
    turn = next(part for part in plan.exercise.parts if part.gated)
    room = begin(replace(plan.exercise, parts=(replace(turn, gated=False),)))
    room.happen(pass_on, after=10)
    room.on(2, seconds=30)
    (exercise,) = room.progress_note().exercises
    assert exercise.turns == (A, B)
    assert [row.turns for row in exercise.steps[:2]] == [("0:10", "0:30"), ("", "0:30")]


def test_answers_that_were_never_shown_are_not_told(room: Room) -> None:
    room.happen(end, understood(A, SECRET), understood(B, 5))
    note = room.progress_note()
    assert (note.a.understood, note.b.understood) == (None, None)
    assert SECRET.encode() not in msgspec.json.encode(note)


def test_what_was_not_chosen_is_left_out(done: Room) -> None:
    bare = dict.fromkeys(("takeaways", "words", "cards", "practice", "if_too_much"), False)
    handout = done.handout(replace(HANDOUT, **bare))
    assert (handout.a.takeaway, handout.a.words, handout.questions) == ("", (), ())
    assert (handout.practice, handout.if_too_much) == (None, False)
    note = done.progress_note(
        replace(PROGRESS, steps=False, note=False, understood=False, words=False, practice=False)
    )
    assert (note.seen, note.plan, note.a.understood, note.a.floor) == ("", "", None, "")
    assert (note.a.words, note.exercises[0].turns, note.exercises[0].steps) == ((), (), ())


def test_an_empty_session_makes_documents_too(room: Room) -> None:
    handout, note = room.handout(), room.progress_note()
    assert (handout.practice, handout.questions, handout.a.takeaway) == (None, (), "")
    assert (note.seen, note.a.floor, note.exercises[0].turns) == ("", "0:00", ())


def test_the_clinician_signs_the_progress_note(room: Room) -> None:
    chosen = room.vault.preferences.load()
    room.vault.preferences.keep(replace(chosen, clinician="Dr. Rowan"))
    assert room.progress_note().clinician == "Dr. Rowan"


def test_the_file_name_tells_no_names(done: Room) -> None:
    work = done.vault.paperwork
    assert work.default_name(done.handout()) == "practice-2026-11-23.pdf"
    assert work.default_name(done.progress_note()) == "note-2026-11-23.pdf"
