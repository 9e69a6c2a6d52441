import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.exercise.format import Actor, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import advance, fold
from desktop.domain.flow.state import State
from desktop.domain.marks import (
    Label,
    LabelFault,
    LabelKind,
    Mark,
    acting,
    clean_label,
    label_faults,
    new_mark,
    next_owner,
)
from desktop.domain.people import Partner
from tests.exercises import a_part, a_step, an_exercise

SOFTENS = Label(id="softens", text="Softens", kind=LabelKind.NEW_MOVE)
NOW = ev.Stamp(5, 5)
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=12)


def standing(actor: Actor, *, turns: Turns = Turns.EACH, first: Partner = Partner.A) -> State:
    """A session of Ana and Ben in a step that somebody does."""
    step = a_step("s", StepKind.SPEAK, actor, title="A step")
    exercise = an_exercise(a_part(step, turns=turns))
    return fold(
        [
            ev.SessionBegan(id="0", at=ev.Stamp(0, 0), name_a="Ana", name_b="Ben", topic="t"),
            ev.ExerciseBegan(id="1", at=ev.Stamp(0, 0), exercise=exercise, first=first),
        ]
    )


def marked(state: State, *, other: bool = False) -> Mark:
    return new_mark("m", NOW, SOFTENS, state.core, other=other)


@pytest.mark.parametrize("first", list(Partner))
def test_a_mark_belongs_to_whoever_acts(first: Partner) -> None:
    assert marked(standing(Actor.SPEAKER, first=first)).partner is first
    assert marked(standing(Actor.LISTENER, first=first)).partner is first.other
    assert marked(standing(Actor.SPEAKER, first=first), other=True).partner is first.other
    assert marked(standing(Actor.LISTENER, first=first), other=True).partner is first


@pytest.mark.parametrize(
    "state",
    [
        standing(Actor.BOTH),
        standing(Actor.GUIDE),
        standing(Actor.BOTH, turns=Turns.TOGETHER),
        advance(
            standing(Actor.SPEAKER),
            ev.BreakCalled(id="2", at=NOW, pause=ev.BreakKind.SETTLE, until=5 + 120_000),
        ),
    ],
    ids=["both", "the guide", "together", "a break"],
)
def test_where_nobody_acts_alone_it_belongs_to_both(state: State) -> None:
    assert marked(state).partner is None
    assert marked(state, other=True).partner is Partner.A


def test_a_mark_tells_its_moment_and_its_step() -> None:
    mark = marked(standing(Actor.SPEAKER))
    assert (mark.id, mark.at, mark.label) == ("m", NOW, SOFTENS)
    assert (mark.step_id, mark.step_title) == ("s", "A step")


def test_outside_an_exercise_a_mark_has_no_step() -> None:
    over = advance(standing(Actor.SPEAKER), ev.GuideMoved(id="2", at=NOW, move=ev.GuideMove.END))
    mark = marked(over)
    assert acting(over.core) is None
    assert (mark.step_id, mark.step_title, mark.partner) == ("", "", None)


def test_a_mark_can_be_given_to_each_and_to_both() -> None:
    owners: list[Partner | None] = [None]
    for _ in range(3):
        owners.append(next_owner(owners[-1]))
    assert owners == [None, Partner.A, Partner.B, None]


@given(ANY_TEXT)
def test_a_clean_label_is_one_line_that_can_be_kept(text: str) -> None:
    clean = clean_label(text)
    assert clean == clean_label(clean)
    assert clean.encode().decode() == clean
    assert clean == " ".join(clean.split())


@given(st.lists(st.one_of(st.sampled_from(["", " ", "a", " A", "ä", "a\u0308"]), ANY_TEXT)))
def test_the_texts_without_a_fault_are_all_different_and_none_is_empty(texts: list[str]) -> None:
    faults = label_faults(texts)
    sound = [clean_label(text) for place, text in enumerate(texts) if place not in faults]
    shapes = {unicodedata.normalize("NFC", text).casefold() for text in sound}
    assert all(sound)
    assert len(shapes) == len(sound)
    for place, fault in faults.items():
        assert (fault is LabelFault.EMPTY) == (not clean_label(texts[place]))


def test_of_two_alike_the_later_is_wrong() -> None:
    texts = ["Softens", " softens  ", "", "Owns", "\t"]
    assert label_faults(texts) == {
        1: LabelFault.DOUBLE,
        2: LabelFault.EMPTY,
        4: LabelFault.EMPTY,
    }
