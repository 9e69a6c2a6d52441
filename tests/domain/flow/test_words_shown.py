"""Words that were found under others, and the words that the stage shows of both."""

import pytest

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.present import stage_view
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.views import AnswerView
from tests.exercises import a_part, a_step, an_exercise

from .course import A, B, Course


def word(*ids: str) -> ev.ShownWord:
    return ev.ShownWord(path=WordPath(ids, ids), family_label=ids[0])


LEFT_OUT, LONELY = word("sad", "lonely", "left-out"), word("sad", "lonely")


def labels(course: Course) -> list[str]:
    return [pick.word.path.label for pick in course.state.core.picks]


def under(course: Course, chosen: ev.ShownWord) -> Course:
    return course.happen(ev.WordPicked, partner=A, word=chosen, under=LEFT_OUT.path.id)


def test_what_is_found_under_a_word_stands_beside_it_also_on_its_own_branch() -> None:
    course = Course().happen(ev.WordPicked, partner=A, word=LEFT_OUT)
    assert labels(under(course, LONELY)) == ["left-out", "lonely"]
    assert labels(course.undo()) == ["left-out"]


def test_other_words_of_the_branch_still_give_way() -> None:
    course = Course().happen(ev.WordPicked, partner=A, word=LEFT_OUT)
    under(course, LONELY)
    assert labels(under(course, word("sad", "lonely", "longing"))) == ["left-out", "longing"]
    assert labels(course.happen(ev.WordPicked, partner=A, word=word("sad"))) == ["sad"]


def test_its_strength_changes_in_place() -> None:
    course = Course().happen(ev.WordPicked, partner=A, word=LEFT_OUT)
    under(course, LONELY).happen(ev.WordPicked, partner=A, word=LONELY, intensity=5)
    assert labels(course) == ["left-out", "lonely"]


def test_nothing_is_found_under_a_word_that_nobody_picked() -> None:
    course = Course().happen(ev.WordPicked, partner=B, word=LEFT_OUT)
    facts = {"partner": A, "word": LONELY, "under": LEFT_OUT.path.id}
    assert course.refused(ev.WordPicked, **facts) == Refusal.NOT_PICKED


def shown(course: Course, *, at_wheel: bool = False) -> tuple[AnswerView, ...]:
    return stage_view(course.state, at_wheel=at_wheel).words


def test_the_stage_shows_the_words_of_both_while_the_wheel_is_open() -> None:
    course = Course().happen(ev.WordPicked, partner=B, word=LONELY, intensity=2)
    assert shown(course) == ()
    words = (ev.ChosenWord(word=LONELY, intensity=2),)
    assert shown(course, at_wheel=True) == (AnswerView(partner=B, words=words),)
    course.happen(ev.WordPicked, partner=A, word=LEFT_OUT)
    assert [answer.partner for answer in shown(course, at_wheel=True)] == [A, B]


def test_that_one_does_not_know_is_shown_as_well() -> None:
    course = Course().happen(ev.NotKnown, partner=A)
    assert shown(course, at_wheel=True) == (AnswerView(partner=A, unknown=True),)


@pytest.mark.parametrize(("kind", "is_shown"), [(StepKind.WHEEL, True), (StepKind.SPEAK, False)])
def test_in_a_step_of_the_wheel_they_are_always_shown(kind: StepKind, is_shown: bool) -> None:
    step = a_step("words", kind, Actor.SPEAKER)
    course = Course(an_exercise(a_part(step, a_step("talk", StepKind.SPEAK))))
    course.happen(ev.WordPicked, partner=A, word=LONELY)
    assert bool(shown(course)) is is_shown
    assert shown(course.next()) == ()
