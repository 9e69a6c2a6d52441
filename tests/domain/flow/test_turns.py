"""Speaker and listener, step by step: the floor, its gate, and the way to the end."""

from desktop.domain.exercise.format import StepKind, Timer
from desktop.domain.flow import events as ev
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.state import Outcome
from desktop.domain.flow.views import StageMode
from tests.exercises import a_part, a_step, an_exercise

from .course import MINUTE, A, B, Course


def test_both_speak_in_turn_and_the_exercise_is_completed() -> None:
    course = Course(first=B)
    seen: list[tuple[str | None, object]] = []
    while course.state.core.open_run is not None:
        seen.append((course.step, course.holder))
        course.onward()
    steps = ("speak", "mirror", "check", "more", "pass")
    turns = [(step, who) for who in (B, A) for step in steps]
    assert seen == [("settle", None), *turns, ("thank", None)]
    assert course.run.outcome is Outcome.COMPLETED
    assert (course.stage.mode, course.step, course.holder) == (StageMode.ENDED, None, None)


def test_the_stage_names_the_one_who_speaks() -> None:
    stage = Course(first=B, topic="{speaker} and the {move}").to("mirror").stage
    assert (stage.mode, stage.holder) == (StageMode.TURN, B)
    assert "Ben" in stage.listener_text
    assert "Ana" in stage.hint
    assert stage.topic == "{speaker} and the {move}"
    assert (stage.step_number, stage.step_count) == (2, 5)


def test_names_and_topics_with_braces_are_shown_as_they_are() -> None:
    exercise = an_exercise(a_part(a_step("talk", StepKind.SPEAK)))
    stage = Course(exercise, topic="{listener} {0} {").stage
    assert stage.speaker_text == "Ana: {listener} {0} {"


def test_in_steps_for_both_nobody_has_the_floor() -> None:
    stage = Course().stage
    assert (stage.mode, stage.holder) == (StageMode.TOGETHER, None)
    assert stage.both_text
    assert Course().refused(ev.FloorPassed) == Refusal.NO_FLOOR


def test_the_floor_waits_for_the_yes() -> None:
    course = Course()
    for step in ("speak", "mirror", "check", "more"):
        course.to(step)
        assert course.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER
        assert not course.console.moves.pass_floor
    assert course.to("pass").console.moves.pass_floor
    assert course.pass_floor().holder is B


def test_the_check_and_the_question_for_more_wait_for_an_answer() -> None:
    course = Course().to("check")
    assert course.refused(ev.StepFinished) == Refusal.WAITS_FOR_SPEAKER
    assert course.console.moves.waits_for is A
    assert course.to("more").refused(ev.StepFinished) == Refusal.WAITS_FOR_SPEAKER
    assert course.to("pass").refused(ev.StepFinished) == Refusal.WAITS_FOR_SPEAKER


def test_answers_are_refused_where_nothing_was_asked() -> None:
    course = Course().to("speak")
    for kind in (ev.Confirmed, ev.NotQuite):
        assert course.refused(kind) == Refusal.NOT_ASKED
    assert course.to("check").refused(ev.MoreAnswered, more=True) == Refusal.NOT_ASKED
    assert course.to("more").refused(ev.Confirmed) == Refusal.NOT_ASKED


def test_not_quite_leads_back_to_saying_it_again() -> None:
    course = Course().to("check").not_quite()
    assert (course.step, course.holder) == ("mirror", A)
    assert course.next().step == "check"


def test_after_three_times_not_quite_a_smaller_piece_is_offered() -> None:
    course = Course().to("check")
    for offered in (False, False, True):
        course.to("check").not_quite()
        assert course.console.offer_smaller_piece is offered
    assert not course.to("check").yes().console.offer_smaller_piece


def test_only_a_row_of_not_quite_counts() -> None:
    course = Course().to("check").not_quite().to("check").not_quite()
    course.to("more").more(True).to("check").not_quite()
    assert not course.console.offer_smaller_piece
    course.to("check").not_quite().to("check").not_quite()
    assert course.console.offer_smaller_piece
    course.to("check").move(ev.GuideMove.SKIP)
    assert not course.console.offer_smaller_piece


def test_the_other_turn_has_a_row_of_its_own() -> None:
    """Without a gate the floor can pass after "not quite"."""
    steps = (a_step("talk", StepKind.SPEAK), a_step("check", StepKind.CHECK, back_to="talk"))
    course = Course(an_exercise(a_part(*steps)))
    for _ in range(3):
        course.next().not_quite()
    assert course.console.offer_smaller_piece
    assert not course.pass_floor().console.offer_smaller_piece


def test_more_leads_back_to_speaking_and_must_be_understood_anew() -> None:
    course = Course().to("more").more(True)
    assert (course.step, course.holder) == ("speak", A)
    course.next().next()
    assert course.step == "check"
    assert course.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER
    assert course.yes().more(False).pass_floor().holder is B


def test_a_gated_turn_does_not_end_by_going_on() -> None:
    """Without a pass step the yes itself ends the turn, and nothing else does."""
    speak, check = a_step("talk", StepKind.SPEAK), a_step("check", StepKind.CHECK, back_to="talk")
    after = a_step("after", StepKind.SPEAK)
    course = Course(an_exercise(a_part(speak, check, gated=True))).next()
    assert course.yes().holder is B
    course = Course(an_exercise(a_part(speak, check, after, gated=True))).next().yes()
    assert course.step == "after"
    assert course.next().holder is B


def test_where_the_turn_ends_with_more_the_floor_waits_for_its_answer() -> None:
    steps = (
        a_step("talk", StepKind.SPEAK),
        a_step("check", StepKind.CHECK, back_to="talk"),
        a_step("more", StepKind.MORE, back_to="talk"),
    )
    course = Course(an_exercise(a_part(*steps, gated=True))).next().yes()
    assert course.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER
    assert course.more(False).holder is B


def test_without_a_gate_the_floor_passes_at_any_step() -> None:
    steps = (a_step("one", StepKind.SPEAK), a_step("two", StepKind.SPEAK))
    course = Course(an_exercise(a_part(*steps)))
    assert course.pass_floor().holder is B
    assert course.step == "one"


def test_rounds_alternate() -> None:
    course = Course(an_exercise(a_part(a_step("talk", StepKind.SPEAK), rounds=3)))
    held: list[object] = []
    while course.state.core.open_run is not None:
        held.append(course.holder)
        course.pass_floor()
    assert held == [A, B, A, B, A, B]


def test_a_step_can_name_the_one_that_follows() -> None:
    steps = (
        a_step("one", StepKind.SPEAK, next="three"),
        a_step("two", StepKind.SPEAK, next="end"),
        a_step("three", StepKind.SPEAK, next="two"),
    )
    course = Course(an_exercise(a_part(*steps)))
    assert course.next().step == "three"
    assert course.next().step == "two"
    assert (course.next().step, course.holder) == ("one", B)


def test_a_soft_timer_only_counts() -> None:
    course = Course().to("speak").wait(10 * 60)
    assert course.refused(ev.TimeRanOut) == Refusal.NO_HARD_TIMER
    timer = course.console.stage.timer
    assert timer is not None
    assert timer.left_at(course.run_time) == -7 * MINUTE


def test_what_has_no_timer_does_not_run_out() -> None:
    assert Course().to("check").wait(600).refused(ev.TimeRanOut) == Refusal.NO_HARD_TIMER


def test_a_hard_timer_moves_on_at_its_end_and_not_before() -> None:
    hard = Timer(kind="hard", seconds=60)
    steps = (a_step("one", StepKind.SPEAK, timer=hard), a_step("two", StepKind.SPEAK))
    course = Course(an_exercise(a_part(*steps))).wait(59.9)
    assert course.refused(ev.TimeRanOut) == Refusal.TIME_IS_LEFT
    assert course.wait(0.1).happen(ev.TimeRanOut).step == "two"


def test_a_hard_timer_that_was_made_longer_ends_later() -> None:
    hard = Timer(kind="hard", seconds=60)
    steps = (a_step("one", StepKind.SPEAK, timer=hard), a_step("two", StepKind.SPEAK))
    course = Course(an_exercise(a_part(*steps)))
    course.happen(ev.TimeAdded, milliseconds=MINUTE).wait(60)
    assert course.refused(ev.TimeRanOut) == Refusal.TIME_IS_LEFT
    assert course.wait(60).happen(ev.TimeRanOut).step == "two"


def test_a_session_begins_once_and_first() -> None:
    course = Course(exercise=None)
    assert course.stage.mode is StageMode.WAITING
    again = course.refused(ev.SessionBegan, name_a="Ana", name_b="Ben", topic="")
    assert again == Refusal.ALREADY_BEGUN
    assert course.refused(ev.StepFinished) == Refusal.NO_STEP
    empty = Course(exercise=None)
    empty.state = type(empty.state)()
    assert empty.refused(ev.StepFinished) == Refusal.NOT_BEGUN


def test_one_exercise_at_a_time_and_another_after_it() -> None:
    course = Course()
    exercise = an_exercise(a_part(a_step("talk", StepKind.SPEAK)))
    assert course.refused(ev.ExerciseBegan, exercise=exercise, first=B) == Refusal.EXERCISE_OPEN
    course.to_the_end().happen(ev.ExerciseBegan, exercise=exercise, first=B)
    assert (course.step, course.holder) == ("talk", B)
    assert len(course.state.core.runs) == 2
