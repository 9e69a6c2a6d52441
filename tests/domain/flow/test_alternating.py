"""Rounds in which another one begins each time, and both answer the same card."""

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.events import GuideMove
from desktop.domain.people import Partner
from tests.exercises import a_part, a_step, an_exercise

from .course import A, B, Course

CARD = ev.ShownCard(deck_id="d", deck_title="D", id="c", text="?")
ANSWER = a_step("answer", StepKind.CARD, deck="d", same_card=True)
QUESTIONS = an_exercise(a_part(ANSWER, rounds=3, alternate=True))


def drawn(course: Course) -> Course:
    return course.happen(ev.CardDrawn, card=CARD, partner=course.holder)


def test_the_one_who_answered_second_reads_the_next_card() -> None:
    course = Course(QUESTIONS)
    seen: list[Partner | None] = []
    while course.state.core.open_run is not None:
        seen.append(course.holder)
        course.next()
    assert seen == [A, B, B, A, A, B]


def test_the_second_one_has_the_card_of_the_first_and_the_next_round_begins_without() -> None:
    course = drawn(Course(QUESTIONS))
    course.next()
    assert (course.holder, course.stage.card) == (B, CARD)
    course.next()
    assert (course.holder, course.stage.card) == (B, None)


def test_a_card_that_is_each_ones_own_goes_with_its_turn() -> None:
    own = a_step("answer", StepKind.CARD, deck="d")
    course = drawn(Course(an_exercise(a_part(own))))
    course.next()
    assert (course.holder, course.stage.card) == (B, None)


def test_the_card_is_still_there_after_a_step_back() -> None:
    course = drawn(Course(QUESTIONS))
    course.next().move(GuideMove.BACK)
    assert (course.holder, course.stage.card) == (A, CARD)


def test_the_same_card_of_a_part_with_more_steps_goes_with_its_step() -> None:
    course = drawn(Course(an_exercise(a_part(ANSWER, a_step("thank", StepKind.SPEAK)))))
    course.next()
    assert course.stage.card is None


def test_swapping_keeps_the_card_and_turns_the_round_round() -> None:
    course = drawn(Course(QUESTIONS))
    course.move(GuideMove.SWAP)
    assert (course.holder, course.step, course.stage.card) == (B, "answer", CARD)
    course.next()
    assert (course.holder, course.stage.card) == (A, CARD)
    course.move(GuideMove.SWAP)
    assert (course.holder, course.stage.card) == (B, CARD)
    course.next().next()
    assert (course.holder, course.stage.card) == (B, None)
