"""Small exercises to be checked, and what the checker says of them."""

from typing import Any

from msgspec.structs import replace

from desktop.domain.exercise.checker import check_exercise
from desktop.domain.exercise.format import (
    Actor,
    Exercise,
    Part,
    StageText,
    Step,
    StepKind,
    Turns,
    Where,
)

BOTH = StageText(both="Both of you.")
TURN = StageText(speaker="{speaker} says what {topic} was like.", listener="Hear {speaker}.")


def step(step_id: str, kind: StepKind, actor: Actor = Actor.SPEAKER, **more: Any) -> Step:
    made = Step(id=step_id, kind=kind, actor=actor, title=step_id.title(), text=TURN)
    return replace(made, **more)


SPEAK = step("speak", StepKind.SPEAK)
MIRROR = step("mirror", StepKind.MIRROR, Actor.LISTENER)
CHECK = step("check", StepKind.CHECK, back_to="mirror")
MORE = step("more", StepKind.MORE, back_to="speak")
PASS = step("pass", StepKind.PASS)
BREATHE = step("breathe", StepKind.BREATHE, Actor.BOTH, text=BOTH)


def part(*steps: Step, **more: Any) -> Part:
    return replace(Part(id="turn", title="Turn", turns=Turns.EACH, steps=steps), **more)


def gated(*steps: Step) -> Part:
    return part(*steps, gated=True)


def together(*steps: Step) -> Part:
    return part(*steps, turns=Turns.TOGETHER)


def exercise(*parts: Part, **more: Any) -> Exercise:
    made = Exercise(
        format=1,
        id="listening",
        language="en",
        title="Listening",
        summary="One speaks, the other listens.",
        minutes=(5, 10),
        where=Where.ANYWHERE,
        lineage="None.",
        not_when="When it is too much.",
        parts=parts or (gated(SPEAK, MIRROR, CHECK, MORE, PASS),),
    )
    return replace(made, **more)


def found(checked: Exercise) -> list[str]:
    """The fields in which something is wrong."""
    return [finding.field for finding in check_exercise(checked)]


def in_step(changed: Step, within: Part | None = None) -> list[str]:
    """What is wrong with one step, as the only one of its part."""
    frame = within or part(SPEAK)
    return [
        field.removeprefix("parts[0].steps[0].")
        for field in found(exercise(replace(frame, steps=(changed,))))
    ]


def message(checked: Exercise, field: str) -> str:
    return next(f.message for f in check_exercise(checked) if f.field == field)
