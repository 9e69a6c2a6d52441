"""What the checker refuses in an exercise and its parts, and the field that it names."""

import pytest
from msgspec.structs import replace

from desktop.content.library import Library
from desktop.domain.exercise.checker import MAX_ROUNDS, check_exercise
from desktop.domain.exercise.format import Actor, EntryGate, StepKind, Turns
from tests.exercises import a_part, a_step

from .made import (
    BOTH,
    BREATHE,
    CHECK,
    MIRROR,
    MORE,
    PASS,
    SPEAK,
    exercise,
    found,
    gated,
    in_step,
    message,
    together,
)


@pytest.mark.parametrize("exercise_id", Library().exercises.ids())
def test_what_comes_with_turnstone_is_sound(exercise_id: str) -> None:
    assert check_exercise(Library().exercises.get(exercise_id)) == ()


def test_a_small_exercise_is_sound() -> None:
    assert found(exercise()) == []
    assert found(exercise(together(BREATHE), a_part(SPEAK, id="two"))) == []


@pytest.mark.parametrize("name", ["language", "title", "summary", "lineage"])
def test_what_people_read_is_not_empty(name: str) -> None:
    assert found(exercise(**{name: " "})) == [name]


@pytest.mark.parametrize("exercise_id", ["", "Listening", "two words", "../up", "a--b"])
def test_an_id_can_be_a_file_name(exercise_id: str) -> None:
    assert found(exercise(id=exercise_id)) == ["id"]


def test_a_format_of_later_days_is_not_guessed_at() -> None:
    assert found(exercise(format=2)) == ["format"]


@pytest.mark.parametrize("minutes", [(0, 5), (10, 5), (-5, -1)])
def test_minutes_are_the_least_and_the_most(minutes: tuple[int, int]) -> None:
    assert found(exercise(minutes=minutes)) == ["minutes"]
    assert found(exercise(minutes=(5, 5))) == []


def test_an_entry_gate_stands_once_and_understood_alone() -> None:
    assert found(exercise(entry=(EntryGate.CALM, EntryGate.SCREENING))) == []
    assert found(exercise(entry=(EntryGate.CALM, EntryGate.CALM))) == ["entry"]
    assert found(exercise(entry=(EntryGate.UNDERSTOOD,))) == []
    assert found(exercise(entry=(EntryGate.UNDERSTOOD, EntryGate.CALM))) == ["entry"]


def test_there_is_something_to_do() -> None:
    assert found(replace(exercise(), parts=())) == ["parts"]
    assert found(exercise(a_part())) == ["parts[0].steps"]


def test_no_id_stands_twice_also_in_another_part() -> None:
    twice = exercise(a_part(SPEAK, replace(MIRROR, id="speak")), a_part(replace(PASS, id="speak")))
    assert found(twice) == ["parts[0].steps[1].id", "parts[1].id", "parts[1].steps[0].id"]


@pytest.mark.parametrize("name", ["id", "title"])
def test_parts_and_steps_have_an_id_and_a_title(name: str) -> None:
    assert found(exercise(a_part(SPEAK, **{name: ""}))) == [f"parts[0].{name}"]
    assert in_step(replace(SPEAK, **{name: " "})) == [name]


def test_no_step_takes_the_word_for_the_end_of_the_turn() -> None:
    assert in_step(replace(SPEAK, id="end")) == ["id"]


@pytest.mark.parametrize("rounds", [0, -1, MAX_ROUNDS + 1])
def test_rounds_have_bounds(rounds: int) -> None:
    assert found(exercise(a_part(SPEAK, rounds=rounds))) == ["parts[0].rounds"]
    assert found(exercise(a_part(SPEAK, rounds=MAX_ROUNDS))) == []


# Turns


def test_both_get_the_same_number_of_turns() -> None:
    first = a_part(SPEAK, id="one", turns=Turns.FIRST, rounds=2)
    second = a_part(replace(SPEAK, id="again"), id="two", turns=Turns.SECOND)
    assert found(exercise(first)) == ["parts"]
    assert found(exercise(first, second)) == ["parts"]
    assert found(exercise(first, replace(second, rounds=2))) == []
    assert "2 turns and the other 1" in message(exercise(first, second), "parts")


def test_unequal_turns_are_let_through_when_the_file_says_so() -> None:
    assert found(exercise(a_part(SPEAK, turns=Turns.FIRST), unequal_turns=True)) == []


# The floor


@pytest.mark.parametrize("kind", [StepKind.SPEAK, StepKind.CHECK, StepKind.MORE, StepKind.PASS])
@pytest.mark.parametrize("actor", [Actor.BOTH, Actor.LISTENER, Actor.GUIDE])
def test_only_the_speaker_does_what_the_floor_is_for(kind: StepKind, actor: Actor) -> None:
    back = "it" if kind in (StepKind.CHECK, StepKind.MORE) else None
    wrong = a_step("it", kind, actor, back_to=back)
    assert in_step(wrong) == ["actor"]
    held = message(exercise(a_part(wrong)), "parts[0].steps[0].actor")
    assert held.startswith("the floor could be held by both")
    assert in_step(replace(wrong, actor=Actor.SPEAKER)) == []


def test_in_a_turn_talking_is_for_the_speaker_and_together_for_both() -> None:
    talk = a_step("talk", StepKind.TALK, Actor.BOTH)
    assert in_step(talk) == ["actor"]
    assert in_step(replace(talk, actor=Actor.SPEAKER)) == []
    assert in_step(replace(talk, text=BOTH), together(SPEAK)) == []


@pytest.mark.parametrize("kind", [StepKind.MIRROR, StepKind.VALIDATE, StepKind.EMPATHISE])
@pytest.mark.parametrize("actor", [Actor.BOTH, Actor.SPEAKER])
def test_saying_back_is_for_the_listener(kind: StepKind, actor: Actor) -> None:
    assert in_step(a_step("it", kind, actor)) == ["actor"]
    assert in_step(a_step("it", kind, Actor.LISTENER)) == []


@pytest.mark.parametrize("kind", [StepKind.SPEAK, StepKind.MIRROR, StepKind.PASS])
def test_where_nobody_has_the_floor_nobody_speaks_or_passes(kind: StepKind) -> None:
    assert in_step(a_step("it", kind, Actor.BOTH, text=BOTH), together(SPEAK)) == ["kind"]


@pytest.mark.parametrize("actor", [Actor.SPEAKER, Actor.LISTENER])
def test_where_nobody_has_the_floor_there_is_no_speaker(actor: Actor) -> None:
    assert in_step(replace(BREATHE, actor=actor), together(SPEAK)) == ["actor"]


# The gate


def test_a_gate_needs_turns() -> None:
    talk = a_step("talk", StepKind.TALK, Actor.BOTH, text=BOTH)
    assert found(exercise(replace(together(talk), gated=True))) == ["parts[0].gated"]


def test_a_gate_has_a_check() -> None:
    assert found(exercise(gated(SPEAK, MIRROR, PASS))) == ["parts[0].gated"]
    assert found(exercise(a_part(SPEAK, MIRROR, PASS))) == []


@pytest.mark.parametrize("target", ["pass", "end"])
def test_a_gate_can_not_be_walked_round(target: str) -> None:
    """Here "no, that's all" would lead past the check."""
    asked_first = replace(MORE, next=target, back_to="mirror")
    steps = (SPEAK, asked_first, MIRROR, CHECK, PASS)
    assert found(exercise(gated(*steps))) == ["parts[0].gated"]
    assert found(exercise(a_part(*steps))) == []


def test_after_more_the_check_comes_again() -> None:
    late = (
        SPEAK,
        MIRROR,
        CHECK,
        replace(MORE, back_to="after"),
        a_step("after", StepKind.SPEAK),
        PASS,
    )
    assert found(exercise(gated(*late))) == ["parts[0].gated"]
    sound = (
        SPEAK,
        MIRROR,
        CHECK,
        replace(MORE, back_to="mirror"),
        a_step("after", StepKind.SPEAK),
        PASS,
    )
    assert found(exercise(gated(*sound))) == []


def test_after_not_quite_the_check_comes_again() -> None:
    onward = replace(CHECK, back_to="pass")
    assert found(exercise(gated(SPEAK, MIRROR, onward, PASS))) == ["parts[0].gated"]


def test_who_begins_alternates_only_over_several_rounds_with_turns_for_each() -> None:
    assert found(exercise(a_part(SPEAK, rounds=2, alternate=True))) == []
    assert found(exercise(a_part(SPEAK, alternate=True))) == ["parts[0].alternate"]
    both = replace(together(BREATHE), rounds=2, alternate=True)
    assert found(exercise(both)) == ["parts[0].alternate"]


# Ways


def test_a_step_that_no_way_leads_to() -> None:
    lost = exercise(a_part(replace(SPEAK, next="pass"), MIRROR, PASS))
    assert found(lost) == ["parts[0].steps[1].id"]
    assert '"mirror"' in message(lost, "parts[0].steps[1].id")


def test_a_loop_that_never_ends() -> None:
    assert found(exercise(a_part(SPEAK, replace(MIRROR, next="speak")))) == [
        "parts[0].steps[0].next",
        "parts[0].steps[1].next",
    ]
    assert found(exercise(a_part(SPEAK, replace(MORE, next="speak")))) != []
    assert found(exercise(a_part(SPEAK, MORE))) == []


def test_a_step_that_follows_itself() -> None:
    assert found(exercise(a_part(replace(SPEAK, next="speak")))) == ["parts[0].steps[0].next"]


def test_targets_lie_in_the_same_part() -> None:
    far = replace(SPEAK, id="far")
    astray = exercise(a_part(replace(SPEAK, next="far")), a_part(far, id="other"))
    assert found(astray) == ["parts[0].steps[0].next"]
    back = exercise(a_part(SPEAK, replace(MORE, back_to="far")), a_part(far, id="other"))
    assert found(back) == ["parts[0].steps[1].back-to"]


def test_the_check_and_more_have_a_way_back_and_no_other_step() -> None:
    for asking in (CHECK, MORE):
        assert found(exercise(a_part(SPEAK, replace(asking, back_to=None)))) == [
            "parts[0].steps[1].back-to"
        ]
    assert in_step(replace(SPEAK, back_to="speak")) == ["back-to"]


def test_after_the_floor_was_passed_the_turn_is_over() -> None:
    assert found(exercise(a_part(PASS, SPEAK))) == ["parts[0].steps[1].id"]
    assert found(exercise(a_part(replace(PASS, next="end")))) == ["parts[0].steps[0].next"]


def test_all_is_found_at_once() -> None:
    broken = exercise(
        a_part(replace(SPEAK, title=""), replace(MIRROR, actor=Actor.BOTH), turns=Turns.FIRST),
        title="",
    )
    assert found(broken) == ["title", "parts", "parts[0].steps[0].title", "parts[0].steps[1].actor"]
