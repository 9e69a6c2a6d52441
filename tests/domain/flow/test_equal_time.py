"""Equal time: who speaks second gets at least what the first one took."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.exercise.format import Actor, Exercise, StepKind, Timer
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import advance
from desktop.domain.flow.present import floor_times, step_lines
from desktop.domain.people import Partner
from tests.domain.flow.course import MINUTE, SECOND, A, B, Course
from tests.domain.flow.test_properties import COURSES, Played
from tests.exercises import a_part, a_step, an_exercise


def talks(minutes: list[int], rounds: int = 1) -> Exercise:
    """Speaking steps of so many minutes in each turn."""
    steps = [
        a_step(f"s{n}", StepKind.SPEAK, timer=Timer(kind="soft", seconds=m * 60))
        for n, m in enumerate(minutes)
    ]
    return an_exercise(a_part(*steps, rounds=rounds))


THREE = talks([3], rounds=2)


def planned(course: Course) -> int | None:
    return course.run.clock.planned


def on(course: Course) -> Course:
    return course.happen(ev.EqualTimeChosen, on=True)


def test_the_second_gets_what_the_first_took() -> None:
    course = on(Course(THREE)).wait(4 * 60 + 40).next()

    assert planned(course) == 4 * MINUTE + 40 * SECOND
    assert planned(course.next()) == 3 * MINUTE, "another round begins anew"


def test_the_second_gets_no_less_than_is_planned() -> None:
    assert planned(on(Course(THREE)).wait(60).next()) == 3 * MINUTE


def test_what_the_second_has_had_already_counts() -> None:
    course = on(Course(THREE)).wait(5 * 60).next().wait(60)

    course.move(ev.GuideMove.BACK).next()

    assert planned(course) == 4 * MINUTE


def test_without_it_nothing_is_given_but_it_is_offered() -> None:
    course = Course(THREE).wait(4 * 60 + 40).next()
    assert planned(course) == 3 * MINUTE
    assert course.console.moves.give_back == 100 * SECOND

    course.happen(ev.TimeAdded, milliseconds=course.console.moves.give_back)

    assert planned(course) == 4 * MINUTE + 40 * SECOND
    assert course.console.moves.give_back == 0


def test_it_is_switched_on_and_off_in_the_middle_of_a_step() -> None:
    course = Course(THREE).wait(5 * 60).next().wait(60)
    course.happen(ev.TimeAdded, milliseconds=MINUTE)
    before = course.state.core

    assert planned(on(course)) == 6 * MINUTE
    assert planned(course.happen(ev.EqualTimeChosen, on=False)) == 4 * MINUTE
    assert course.undo().undo().state.core == before


def test_the_list_of_steps_shows_what_the_second_will_get() -> None:
    course = on(Course(talks([3, 2]))).wait(4 * 60).next()

    lines = step_lines(course.run, course.run_time)
    assert [line.planned for line in lines[2:]] == [4 * MINUTE, 2 * MINUTE]


def test_what_the_listener_does_is_nobodys_minutes() -> None:
    timer = Timer(kind="soft", seconds=120)
    mirror = a_step("mirror", StepKind.MIRROR, actor=Actor.LISTENER, timer=timer)
    course = on(Course(an_exercise(a_part(mirror)))).wait(5 * 60).next()

    assert planned(course) == 2 * MINUTE


def test_the_next_exercise_keeps_it() -> None:
    course = on(Course(THREE)).move(ev.GuideMove.END)

    course.happen(ev.ExerciseBegan, exercise=THREE, first=A)

    assert course.run.equal_time


LENGTHS = st.lists(st.integers(1, 10), min_size=1, max_size=3)
OVER = st.lists(st.integers(0, 600_000), min_size=3, max_size=3)


@given(LENGTHS, OVER, st.integers(1, 3), st.sampled_from(list(Partner)))
def test_both_have_had_the_same_when_the_second_uses_what_is_planned(
    minutes: list[int], over: list[int], rounds: int, first: Partner
) -> None:
    """The first one may run over as much as it takes."""
    course = on(Course(talks(minutes, rounds), first=first))
    while course.state.core.open_run is not None:
        place = course.run.place
        assert place is not None
        late = over[place.step] if course.holder is first else 0
        course.wait(((planned(course) or 0) + late) / SECOND).next()

    floor = floor_times(course.state.core, course.run_time)
    assert floor[A] == floor[B]


@settings(max_examples=30)
@given(COURSES, st.booleans())
def test_whenever_it_is_switched_no_time_is_less_than_nothing(played: Played, on: bool) -> None:
    for state in played.states[2:]:
        for run in state.core.runs:
            assert (run.clock.planned or 0) >= 0
            assert all((line.planned or 0) >= 0 for line in step_lines(run, state.at.run))
        if state.core.open_run is None:
            continue
        switched = ev.EqualTimeChosen(id="x", at=state.at, on=on)
        after = advance(state, switched)
        run = after.core.open_run
        assert run is not None
        assert (run.clock.planned or 0) >= 0
        undone = ev.Undone(id="y", at=state.at, event_id="x")
        assert advance(after, undone).core == state.core
