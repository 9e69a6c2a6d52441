"""Small exercises to be checked, and what the checker says of them."""

from typing import Any

from msgspec.structs import replace

from desktop.domain.exercise.checker import check_exercise
from desktop.domain.exercise.format import Actor, Exercise, Part, StageText, Step, StepKind, Turns
from tests.exercises import a_part, a_step, an_exercise

BOTH = StageText(both="Both of you.")
SPEAK = a_step("speak", StepKind.SPEAK)
MIRROR = a_step("mirror", StepKind.MIRROR, Actor.LISTENER)
CHECK = a_step("check", StepKind.CHECK, back_to="mirror")
MORE = a_step("more", StepKind.MORE, back_to="speak")
PASS = a_step("pass", StepKind.PASS)
BREATHE = a_step("breathe", StepKind.BREATHE, Actor.BOTH, text=BOTH)


def gated(*steps: Step) -> Part:
    return a_part(*steps, gated=True)


def together(*steps: Step) -> Part:
    return a_part(*steps, turns=Turns.TOGETHER)


def exercise(*parts: Part, **more: Any) -> Exercise:
    """An exercise of these parts, or of a gated one."""
    return an_exercise(*(parts or (gated(SPEAK, MIRROR, CHECK, MORE, PASS),)), **more)


def found(checked: Exercise) -> list[str]:
    """The fields in which something is wrong."""
    return [finding.field for finding in check_exercise(checked)]


def in_step(changed: Step, within: Part | None = None) -> list[str]:
    """What is wrong with one step, as the only one of its part."""
    frame = within or a_part(SPEAK)
    return [
        field.removeprefix("parts[0].steps[0].")
        for field in found(exercise(replace(frame, steps=(changed,))))
    ]


def message(checked: Exercise, field: str) -> str:
    return next(f.message for f in check_exercise(checked) if f.field == field)
