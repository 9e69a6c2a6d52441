"""Shorter and longer forms of an exercise, and what the checker says of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.exercise.checker import check_exercise
from desktop.domain.exercise.form_checker import MAX_FORMS
from desktop.domain.exercise.format import Exercise, Form, StepKind, Timer, Turns
from desktop.domain.exercise.forms import every_form, in_form
from tests.exercises import a_part, a_step

from .made import BREATHE, exercise, found, together

LONG = a_step("tell", StepKind.SPEAK, timer=Timer(kind="soft", seconds=900, warn=60))
SHORT = Form(id="short", title="Small, short", minutes=(5, 9))


def with_forms(*forms: Form) -> Exercise:
    return exercise(together(BREATHE), a_part(LONG, id="tell", rounds=3), forms=forms)


def test_a_form_has_its_own_name_rounds_and_lengths_and_the_same_words() -> None:
    form = replace(SHORT, rounds={"tell": 2, "turn": 0}, seconds={"tell": 600})
    whole = with_forms(form)
    first, short = every_form(whole)
    assert first == whole
    assert (short.id, short.title, short.minutes) == ("small-short", "Small, short", (5, 9))
    (part,) = short.parts
    assert part.rounds == 2
    assert part.steps == (replace(LONG, timer=Timer(kind="soft", seconds=600, warn=60)),)
    assert short.forms == ()


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        (SHORT, []),
        (replace(SHORT, rounds={"turn": 0}), []),
        (replace(SHORT, id="Very short"), ["id"]),
        (replace(SHORT, title=" "), ["title"]),
        (replace(SHORT, title="Small"), ["title"]),
        (replace(SHORT, minutes=(9, 5)), ["minutes"]),
        (replace(SHORT, rounds={"other": 2}), ["rounds"]),
        (replace(SHORT, rounds={"tell": 21}), ["rounds"]),
        (replace(SHORT, rounds={"tell": -1}), ["rounds"]),
        (replace(SHORT, rounds={"tell": 0, "turn": 0}), ["rounds"]),
        (replace(SHORT, seconds={"breathe": 60}), ["seconds"]),
        (replace(SHORT, seconds={"other": 60}), ["seconds"]),
        (replace(SHORT, seconds={"tell": 60}), ["seconds"]),
        (replace(SHORT, seconds={"tell": 86_401}), ["seconds"]),
    ],
)
def test_a_form_that_makes_no_sense_is_told_with_its_field(form: Form, fields: list[str]) -> None:
    assert found(with_forms(form)) == [f"forms[0].{field}" for field in fields]


def test_a_form_gives_both_the_same_turns() -> None:
    first = a_part(LONG, id="first", turns=Turns.FIRST, rounds=2)
    second = a_part(replace(LONG, id="too"), id="second", turns=Turns.SECOND, rounds=2)
    form = replace(SHORT, rounds={"first": 1})
    assert found(exercise(first, second, forms=(form,))) == ["forms[0].rounds"]
    assert found(exercise(first, second, forms=(form,), unequal_turns=True)) == []


def test_forms_have_names_of_their_own_and_are_not_too_many() -> None:
    assert found(with_forms(SHORT, replace(SHORT, title="Another"))) == ["forms[1].id"]
    assert found(with_forms(SHORT, replace(SHORT, id="another"))) == ["forms[1].title"]
    many = tuple(replace(SHORT, id=f"f{number}") for number in range(MAX_FORMS + 1))
    assert found(with_forms(*many)) == ["forms"]


@given(
    rounds=st.dictionaries(st.sampled_from(["turn", "tell"]), st.integers(0, 25)),
    seconds=st.dictionaries(st.just("tell"), st.integers(-5, 90_000)),
)
def test_a_form_that_is_let_through_makes_a_sound_exercise(
    rounds: dict[str, int], seconds: dict[str, int]
) -> None:
    whole = with_forms(replace(SHORT, rounds=rounds, seconds=seconds))
    made = in_form(whole, whole.forms[0])
    # An exercise without its form is sound, so all that is wrong is wrong in the form.
    assert bool(check_exercise(whole)) >= bool(check_exercise(made))
