"""The words used most: what stood at the end of sessions, in the order of use."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.guessing import next_item
from desktop.domain.flow.steps import asked_item
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.words_used import MOST, WORD_EVENTS, most_used, standing
from tests.domain.flow.course import Course
from tests.domain.flow.test_properties import COURSES, Played
from tests.exercises import a_part, a_step, an_exercise

A, B = Partner.A, Partner.B
SEALED = an_exercise(a_part(a_step("pick", StepKind.WHEEL, Actor.BOTH, sealed=True)))


def shown(path_id: str, label: str = "") -> ev.ShownWord:
    ids = tuple(path_id.split("/"))
    return ev.ShownWord(path=WordPath(ids, (*ids[:-1], label or ids[-1])), family_label=ids[0])


def pick(partner: Partner, path_id: str, label: str = "") -> Pick:
    return Pick(partner=partner, word=shown(path_id, label), intensity=3)


def of_words(course: Course) -> list[ev.AnyEvent]:
    return [event for event in course.events if type(event) in WORD_EVENTS]


def labels(words: tuple[ev.ShownWord, ...]) -> list[str]:
    return [word.path.label for word in words]


def cover(course: Course, partner: Partner, *path_ids: str) -> None:
    words = tuple(ev.ChosenWord(word=shown(path_id), intensity=2) for path_id in path_ids)
    item = asked_item(course.state.core)
    course.happen(ev.Sealed, item=item, partner=partner, answer=words)


@given(COURSES)
def test_the_words_that_stand_are_those_of_the_fold(played: Played) -> None:
    for count, state in enumerate(played.states):
        events = [event for event in played.events[:count] if type(event) in WORD_EVENTS]
        assert standing(events) == state.core.picks


def test_no_kind_of_event_about_words_is_forgotten() -> None:
    kinds: tuple[type[ev.Event], ...] = get_args(ev.AnyEvent)
    assert {kind for kind in kinds if kind.__name__.startswith("Word")} <= WORD_EVENTS


def test_a_word_that_was_taken_back_or_made_finer_does_not_stand() -> None:
    course = Course()
    for path_id in ("sad", "sad/hurt", "glad"):
        course.happen(ev.WordPicked, partner=A, word=shown(path_id))
    course.happen(ev.WordDropped, partner=A, path="glad")
    assert [p.word.path.id for p in standing(of_words(course))] == ["sad/hurt"]
    course.undo()
    assert [p.word.path.id for p in standing(of_words(course))] == ["sad/hurt", "glad"]
    course.undo()
    assert [p.word.path.id for p in standing(of_words(course))] == ["sad/hurt"]
    assert standing(of_words(course)) == course.state.core.picks


def test_a_covered_word_counts_from_the_reveal_on() -> None:
    course = Course(SEALED)
    cover(course, A, "sad", "glad")
    cover(course, B, "calm")
    cover(course, A, "glad", "afraid")
    assert standing(of_words(course)) == ()
    course.happen(ev.Revealed, item=asked_item(course.state.core))
    picks = standing(of_words(course))
    assert picks == course.state.core.picks
    assert [(p.partner, p.word.path.id) for p in picks] == [
        (B, "calm"),
        (A, "glad"),
        (A, "afraid"),
    ]


@pytest.mark.parametrize("leave", [ev.SealAbandoned, ev.SessionFinished])
def test_a_covered_word_that_nobody_saw_is_never_told(
    leave: type[ev.SealAbandoned | ev.SessionFinished],
) -> None:
    course = Course(SEALED)
    cover(course, A, "sad")
    cover(course, B, "calm")
    facts = {"item": asked_item(course.state.core)} if leave is ev.SealAbandoned else {}
    course.happen(leave, **facts)
    assert standing(of_words(course)) == ()


def test_the_most_used_come_first_and_then_the_latest() -> None:
    sessions = [  # the newest first
        [pick(A, "glad"), pick(B, "sad")],
        [pick(A, "sad"), pick(A, "calm")],
        [pick(A, "sad")],
    ]
    used = most_used(sessions)
    assert labels(used[A]) == ["sad", "glad", "calm"]
    assert labels(used[B]) == ["sad"]


def test_a_word_is_told_as_it_was_shown_last() -> None:
    used = most_used([[pick(A, "own/fizzy", "Fizzy")], [pick(A, "own/fizzy", "fizzy")]])
    assert labels(used[A]) == ["Fizzy"]


def test_nobody_used_any() -> None:
    assert most_used([]) == {A: (), B: ()}


def test_there_are_no_more_than_one_can_take_in() -> None:
    used = most_used([[pick(B, f"word-{number}") for number in range(40)]])
    assert labels(used[B]) == [f"word-{number}" for number in range(39, 39 - MOST, -1)]


PICKS = st.lists(
    st.builds(pick, st.sampled_from(Partner), st.sampled_from(["sad", "glad", "calm", "own/x"])),
    max_size=6,
    unique_by=lambda one: (one.partner, one.word.path.id),
)


@given(st.lists(PICKS, max_size=8), st.integers(1, 5))
def test_the_order_is_that_of_a_plain_reckoning(sessions: list[list[Pick]], most: int) -> None:
    used = most_used(sessions, most)
    for partner in Partner:
        uses = [p.word.path.id for s in reversed(sessions) for p in s if p.partner is partner]
        last_use = {path_id: place for place, path_id in enumerate(uses)}
        wanted = sorted(last_use, key=lambda one: (uses.count(one), last_use[one]), reverse=True)
        assert [word.path.id for word in used[partner]] == wanted[:most]


def test_a_guess_is_no_use_of_a_word() -> None:
    course = Course().to("speak")
    item = next_item(course.state.core)
    words = (ev.ChosenWord(word=shown("sad/lonely")),)
    course.happen(ev.HandedOver, item=item, partner=B)
    course.happen(ev.Sealed, item=item, partner=B, answer=words)
    course.happen(ev.Revealed, item=item)
    assert standing(of_words(course)) == course.state.core.picks == ()
    course.happen(ev.WordPicked, partner=A, word=shown("sad/lonely/left-out"))
    course.happen(ev.WordPicked, partner=A, word=shown("sad/lonely"), under="sad/lonely/left-out")
    assert standing(of_words(course)) == course.state.core.picks
    assert [p.partner for p in standing(of_words(course))] == [A, A]
