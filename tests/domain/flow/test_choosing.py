"""Choosing one of the lines that were written in a step before."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.exercise.format import Actor, StageText, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.choosing import choices
from desktop.domain.flow.events import GuideMove
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.steps import asked_item
from tests.exercises import a_part, a_step, an_exercise

from .course import A, B, Course

WISHES = a_step("wishes", StepKind.WRITE)
CHOOSE = a_step("choose", StepKind.CHOOSE, Actor.LISTENER, choices_from="wishes")
TURN = an_exercise(a_part(WISHES, CHOOSE))

TOGETHER = an_exercise(
    a_part(
        a_step("ideas", StepKind.WRITE, Actor.BOTH, text=StageText(both="Ideas.")),
        a_step(
            "pick",
            StepKind.CHOOSE,
            Actor.BOTH,
            text=StageText(both="Pick."),
            choices_from="ideas",
            sealed=True,
        ),
        turns=Turns.TOGETHER,
    )
)


def written(text: str) -> Course:
    """Ana wrote something and Ben is to choose from it."""
    course = Course(TURN)
    return course.happen(ev.Written, partner=A, step_id="wishes", text=text).next()


def test_each_line_is_one_choice() -> None:
    assert choices(written("tea in bed\n\n  a walk \na walk").state.core) == (
        "tea in bed",
        "a walk",
    )


@given(st.text(max_size=200))
def test_no_choice_is_empty_or_stands_twice(text: str) -> None:
    found = choices(written(text).state.core)
    assert all(choice == choice.strip() != "" for choice in found)
    assert len(set(found)) == len(found)


def test_only_what_was_written_can_be_chosen() -> None:
    course = written("tea in bed\na walk")
    assert course.console.moves.hand_over is B
    chosen = {"partner": B, "step_id": "choose"}
    assert course.refused(ev.Written, **chosen, text="a new car") == Refusal.UNFIT_ANSWER
    course.happen(ev.Written, **chosen, text="a walk")
    assert course.state.core.written[-1].text == "a walk"


def test_where_nothing_was_written_nothing_is_asked() -> None:
    course = Course(TURN).next()
    assert (course.step, asked_item(course.state.core)) == ("choose", None)
    assert course.console.moves.hand_over is None
    assert course.next().holder is B


def test_the_other_ones_lines_are_not_in_this_turn() -> None:
    course = written("tea in bed")
    course.next().happen(ev.Written, partner=B, step_id="wishes", text="a walk").next()
    assert choices(course.state.core) == ("a walk",)


def test_after_a_swap_the_lines_are_those_of_the_new_speaker() -> None:
    course = written("tea in bed").move(GuideMove.SWAP).next()
    assert (course.holder, choices(course.state.core)) == (B, ())


def test_both_pick_covered_out_of_what_both_wrote() -> None:
    course = Course(TOGETHER)
    for partner, text in ((A, "one\ntwo"), (B, "two\nthree")):
        course.happen(ev.Written, partner=partner, step_id="ideas", text=text)
    course.next()
    assert choices(course.state.core) == ("one", "two", "three")
    item = asked_item(course.state.core)
    for partner, answer in ((A, "one"), (B, "three")):
        course.happen(ev.Sealed, item=item, partner=partner, answer=answer)
    assert course.refused(ev.StepFinished) == Refusal.WAITS_FOR_ANSWERS
    course.happen(ev.Revealed, item=item).next()
    assert course.run.outcome == "completed"
