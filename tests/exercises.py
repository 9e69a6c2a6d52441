"""Small exercises that are sound, to be changed as a test needs them."""

from typing import Any

from msgspec.structs import replace

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

TEXT = StageText(speaker="{speaker}: {topic}", listener="to {speaker}")


def a_step(step_id: str, kind: StepKind, actor: Actor = Actor.SPEAKER, **more: Any) -> Step:
    """A step of a turn."""
    return replace(Step(id=step_id, kind=kind, actor=actor, title=step_id, text=TEXT), **more)


def a_part(*steps: Step, **more: Any) -> Part:
    """A part with one turn for each."""
    return replace(Part(id="turn", title="Turn", turns=Turns.EACH, steps=steps), **more)


def an_exercise(*parts: Part, **more: Any) -> Exercise:
    """An exercise of these parts."""
    made = Exercise(
        format=1,
        id="small",
        language="en",
        title="Small",
        summary="For a test.",
        minutes=(1, 2),
        where=Where.ANYWHERE,
        lineage="None.",
        not_when="Never.",
        parts=parts,
    )
    return replace(made, **more)
