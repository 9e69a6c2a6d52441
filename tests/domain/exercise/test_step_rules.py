"""What the checker refuses in one step: its timer, its texts, and what it asks for."""

import pytest
from msgspec.structs import replace

from desktop.domain.exercise.format import Actor, StageText, Step, StepKind, Timer
from tests.exercises import TEXT, a_part, a_step

from .made import (
    BREATHE,
    CHECK,
    MIRROR,
    MORE,
    PASS,
    SPEAK,
    exercise,
    found,
    in_step,
    together,
)


@pytest.mark.parametrize(
    ("timer", "field"),
    [
        (Timer(kind="soft", seconds=0), "seconds"),
        (Timer(kind="hard", seconds=-1), "seconds"),
        (Timer(kind="soft", seconds=24 * 3600 + 1), "seconds"),
        (Timer(kind="open", seconds=60), "seconds"),
        (Timer(kind="soft", seconds=60, warn=60), "warn"),
        (Timer(kind="soft", seconds=60, warn=-1), "warn"),
        (Timer(kind="open", warn=-1), "warn"),
        (Timer(kind="open", warn=1), "warn"),
    ],
)
def test_a_timer_that_makes_no_sense(timer: Timer, field: str) -> None:
    assert in_step(replace(SPEAK, timer=timer)) == [f"timer.{field}"]


@pytest.mark.parametrize(
    "timer",
    [
        Timer(kind="soft", seconds=1),
        Timer(kind="hard", seconds=24 * 3600, warn=30),
        Timer(kind="open"),
    ],
)
def test_a_timer_that_makes_sense(timer: Timer) -> None:
    assert in_step(replace(SPEAK, timer=timer)) == []


@pytest.mark.parametrize("waiting", [CHECK, MORE, PASS])
def test_no_hard_end_hurries_the_speakers_answer(waiting: Step) -> None:
    hard, soft = Timer(kind="hard", seconds=60), Timer(kind="soft", seconds=60)
    steps = (SPEAK, MIRROR, replace(waiting, timer=hard))
    assert found(exercise(a_part(*steps))) == ["parts[0].steps[2].timer.kind"]
    assert found(exercise(a_part(SPEAK, MIRROR, replace(waiting, timer=soft)))) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{topic} of {speaker} and {listener}", False),
        ("{{braces}} that are meant", False),
        ("{name}", True),
        ("{}", True),
        ("{speaker.name}", True),
        ("{speaker!r}", True),
        ("{speaker:>9}", True),
        ("{speaker", True),
        ("speaker}", True),
    ],
)
def test_texts_have_only_placeholders_that_can_be_filled_in(text: str, wrong: bool) -> None:
    for name in ("speaker", "listener", "both", "hint"):
        fields = in_step(replace(SPEAK, text=replace(TEXT, **{name: text})))
        assert fields == ([f"text.{name}"] if wrong else [])
    assert in_step(replace(SPEAK, guide=text)) == (["guide"] if wrong else [])


def test_where_nobody_has_the_floor_nobody_is_named() -> None:
    named = replace(BREATHE, text=StageText(both="{topic}", hint="{speaker}"), guide="{listener}")
    assert in_step(named, together(SPEAK)) == ["text.hint", "guide"]


def test_the_stage_is_never_empty() -> None:
    silent = replace(SPEAK, text=StageText(both="Nobody sees this in a turn."))
    assert in_step(silent) == ["text.speaker", "text.listener"]
    assert in_step(replace(BREATHE, text=TEXT), together(SPEAK)) == [
        "text.both",
        "text.speaker",
        "text.listener",
    ]
    guide = a_step("prepare", StepKind.SILENCE, Actor.GUIDE, text=StageText())
    assert in_step(guide) == []


def test_only_what_both_can_answer_is_sealed() -> None:
    for kind in (StepKind.WRITE, StepKind.RATE, StepKind.WHEEL):
        assert in_step(a_step("it", kind, Actor.BOTH, sealed=True)) == []
        assert in_step(a_step("it", kind, Actor.SPEAKER, sealed=True)) == ["sealed"]
    for kind, needed in (
        (StepKind.CHOOSE, {"choices": ("a", "b")}),
        (StepKind.CARD, {"deck": "d"}),
    ):
        assert in_step(a_step("it", kind, Actor.BOTH, sealed=True, **needed)) == []
    assert in_step(a_step("it", StepKind.SILENCE, Actor.BOTH, sealed=True)) == ["sealed"]


def test_a_card_comes_from_a_deck() -> None:
    assert in_step(a_step("it", StepKind.CARD)) == ["deck"]
    assert in_step(a_step("it", StepKind.CARD, deck="")) == ["deck"]
    assert in_step(a_step("it", StepKind.CARD, deck="closeness")) == []


@pytest.mark.parametrize(
    ("choices", "fields"),
    [
        ((), ["choices"]),
        (("one",), ["choices"]),
        (("one", "one "), ["choices"]),
        (("one", " "), ["choices"]),
        (("one", "two"), []),
    ],
)
def test_a_choice_is_one_of_several(choices: tuple[str, ...], fields: list[str]) -> None:
    assert in_step(a_step("it", StepKind.CHOOSE, choices=choices)) == fields


WRITE = a_step("ideas", StepKind.WRITE)
CHOOSE = a_step("choose", StepKind.CHOOSE, Actor.LISTENER, choices_from="ideas")


def test_choices_come_from_an_open_write_step_before() -> None:
    assert found(exercise(a_part(WRITE, CHOOSE))) == []
    field = "parts[0].steps[1].choices-from"
    assert found(exercise(a_part(SPEAK, CHOOSE))) == [field]
    assert found(exercise(a_part(replace(CHOOSE, id="too"), WRITE))) == [
        "parts[0].steps[0].choices-from"
    ]
    sealed = replace(WRITE, sealed=True, actor=Actor.BOTH)
    assert found(exercise(a_part(sealed, CHOOSE))) == [field]
    assert found(exercise(a_part(WRITE, id="one"), a_part(CHOOSE, id="two"))) == [
        "parts[1].steps[0].choices-from"
    ]


def test_choices_are_given_in_one_way_and_to_a_choose_step() -> None:
    field = "parts[0].steps[1].choices-from"
    assert found(exercise(a_part(WRITE, replace(CHOOSE, choices=("a", "b"))))) == [field]
    assert found(exercise(a_part(WRITE, replace(SPEAK, choices_from="ideas")))) == [field]


def test_both_answer_the_same_card_only_in_turns_and_openly() -> None:
    card = a_step("it", StepKind.CARD, deck="d", same_card=True)
    assert in_step(card) == []
    assert in_step(replace(card, sealed=True, actor=Actor.BOTH)) == ["same-card"]
    assert in_step(replace(SPEAK, same_card=True)) == ["same-card"]
    alone = replace(BREATHE, kind=StepKind.CARD, deck="d", same_card=True)
    assert in_step(alone, together(SPEAK)) == ["same-card"]
