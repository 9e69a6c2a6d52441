"""What makes an exercise sound, beyond the types of its fields.

The rules are those of the exercises' own logic: one holder of the floor at a time, a gate that
cannot be walked round, loops that end, steps that are reached, and equal turns.
"""

from collections.abc import Iterator
from string import Formatter

from desktop.domain.errors import Finding
from desktop.domain.exercise.form_checker import MAX_ROUNDS, check_forms, turns_of
from desktop.domain.exercise.format import (
    Actor,
    EntryGate,
    Exercise,
    Part,
    Step,
    StepKind,
    Timer,
    Turns,
)
from desktop.domain.exercise.paths import TURN_END, Graph
from desktop.domain.slug import SLUG_HINT, is_slug

FORMAT = 1

FLOOR_KINDS = frozenset({StepKind.SPEAK, StepKind.CHECK, StepKind.MORE, StepKind.PASS})
"""Steps that only the one who holds the floor can do."""

LISTENER_KINDS = frozenset({StepKind.MIRROR, StepKind.VALIDATE, StepKind.EMPATHISE})
SEALED_KINDS = frozenset(
    {StepKind.WRITE, StepKind.RATE, StepKind.WHEEL, StepKind.CHOOSE, StepKind.CARD}
)
WAITING_KINDS = frozenset({StepKind.CHECK, StepKind.MORE, StepKind.PASS})
"""Steps that wait for the speaker and so can have no hard timer."""


def check_exercise(exercise: Exercise) -> tuple[Finding, ...]:
    """All that is wrong with an exercise; empty when it can be used.

    The field of a finding is a path such as ``parts[0].steps[2].back-to``.
    """
    return tuple(_findings(exercise))


def _findings(exercise: Exercise) -> Iterator[Finding]:
    if exercise.format != FORMAT:
        yield Finding("format", f"this version of Turnstone reads format {FORMAT}")
    if not is_slug(exercise.id):
        yield Finding("id", SLUG_HINT)
    for name in ("language", "title", "summary", "lineage"):
        if not getattr(exercise, name).strip():
            yield Finding(name, "must not be empty")
    low, high = exercise.minutes
    if not 0 < low <= high:
        yield Finding("minutes", "must be the least and the most, such as [10, 25]")
    if len(set(exercise.entry)) != len(exercise.entry):
        yield Finding("entry", "names the same gate twice")
    if EntryGate.UNDERSTOOD in exercise.entry and len(exercise.entry) > 1:
        yield Finding("entry", '"understood" stands alone, since it follows another exercise')
    if not exercise.parts:
        yield Finding("parts", "an exercise needs at least one part")
    yield from _double_ids(exercise)
    yield from _turns(exercise)
    yield from check_forms(exercise)
    for index, part in enumerate(exercise.parts):
        yield from _part(part, f"parts[{index}]")


def _double_ids(exercise: Exercise) -> Iterator[Finding]:
    parts: set[str] = set()
    steps: set[str] = set()
    for p, part in enumerate(exercise.parts):
        if part.id in parts:
            yield Finding(f"parts[{p}].id", f'the id "{part.id}" stands twice')
        parts.add(part.id)
        for s, step in enumerate(part.steps):
            if step.id in steps:
                yield Finding(f"parts[{p}].steps[{s}].id", f'the id "{step.id}" stands twice')
            steps.add(step.id)


def _turns(exercise: Exercise) -> Iterator[Finding]:
    first, second = turns_of(exercise)
    if first != second and not exercise.unequal_turns:
        yield Finding(
            "parts",
            f"one partner gets {first} turns and the other {second}; "
            'give both the same, or set "unequal-turns = true" if it is meant so',
        )


def _part(part: Part, here: str) -> Iterator[Finding]:
    for name in ("id", "title"):
        if not getattr(part, name).strip():
            yield Finding(f"{here}.{name}", "must not be empty")
    if not 1 <= part.rounds <= MAX_ROUNDS:
        yield Finding(f"{here}.rounds", f"must be from 1 to {MAX_ROUNDS}")
    if not part.steps:
        yield Finding(f"{here}.steps", "a part needs at least one step")
        return
    if part.gated and part.turns is Turns.TOGETHER:
        yield Finding(f"{here}.gated", "a gate needs turns, and here nobody holds the floor")
    if part.alternate and (part.turns is not Turns.EACH or part.rounds < 2):
        yield Finding(f"{here}.alternate", "needs turns for each, and at least two rounds")
    for index, step in enumerate(part.steps):
        where = f"{here}.steps[{index}]"
        yield from _step(step, where)
        yield from _floor(part, step, where)
        yield from _text(part, step, where)
        yield from _same_card(part, step, where)
        yield from _choices(part, index, where)
    broken = [f for index in range(len(part.steps)) for f in _targets(part, index, here)]
    yield from broken
    if not broken:
        yield from _paths(part, here)


def _step(step: Step, here: str) -> Iterator[Finding]:
    for name in ("id", "title"):
        if not getattr(step, name).strip():
            yield Finding(f"{here}.{name}", "must not be empty")
    if step.id == TURN_END:
        yield Finding(f"{here}.id", f'"{TURN_END}" is kept for the end of the turn')
    if step.kind is StepKind.CARD and not step.deck:
        yield Finding(f"{here}.deck", "a card step names its deck")
    if step.sealed and (step.actor is not Actor.BOTH or step.kind not in SEALED_KINDS):
        kinds = ", ".join(sorted(SEALED_KINDS))
        yield Finding(f"{here}.sealed", f"a sealed step is done by both and is one of {kinds}")
    if step.timer is not None:
        yield from _timer(step.kind, step.timer, f"{here}.timer")


def _choices(part: Part, index: int, here: str) -> Iterator[Finding]:
    """A choose step has its options, or takes them from what was written before."""
    step = part.steps[index]
    if len({choice.strip() for choice in step.choices} - {""}) != len(step.choices):
        yield Finding(f"{here}.choices", "must each say something, and something else")
    if step.choices_from is None:
        if step.kind is StepKind.CHOOSE and len(step.choices) < 2:
            yield Finding(f"{here}.choices", "a choose step needs at least two choices")
        return
    written = {s.id for s in part.steps[:index] if s.kind is StepKind.WRITE and not s.sealed}
    if step.kind is not StepKind.CHOOSE or step.choices:
        yield Finding(f"{here}.choices-from", "is for a choose step without choices of its own")
    elif step.choices_from not in written:
        yield Finding(
            f"{here}.choices-from",
            "must name a write step that comes before in this part and is not sealed",
        )


def _same_card(part: Part, step: Step, here: str) -> Iterator[Finding]:
    drawn = step.kind is StepKind.CARD and not step.sealed and part.turns is Turns.EACH
    if step.same_card and not drawn:
        yield Finding(f"{here}.same-card", "is for an open card step that each comes to in turn")


def _timer(kind: StepKind, timer: Timer, here: str) -> Iterator[Finding]:
    if timer.kind == "open" and timer.seconds:
        yield Finding(f"{here}.seconds", "an open timer has no end, so leave the seconds out")
    if timer.kind != "open" and not 0 < timer.seconds <= 24 * 3600:
        yield Finding(f"{here}.seconds", "must be from 1 to 86400")
    if timer.warn < 0 or (timer.warn and timer.warn >= timer.seconds):
        yield Finding(f"{here}.warn", "must be less than the seconds of the timer")
    if timer.kind == "hard" and kind in WAITING_KINDS:
        yield Finding(f"{here}.kind", "a step that waits for the speaker can't have a hard end")


def _floor(part: Part, step: Step, here: str) -> Iterator[Finding]:
    """Only one may hold the floor, and only in a turn."""
    if part.turns is Turns.TOGETHER:
        if step.actor in (Actor.SPEAKER, Actor.LISTENER):
            yield Finding(f"{here}.actor", "nobody holds the floor in a part done together")
        if step.kind in FLOOR_KINDS | LISTENER_KINDS:
            yield Finding(f"{here}.kind", f'"{step.kind}" needs a speaker, and here nobody is')
        return
    if step.kind in FLOOR_KINDS | {StepKind.TALK} and step.actor is not Actor.SPEAKER:
        yield Finding(
            f"{here}.actor",
            f'the floor could be held by both: in a turn, "{step.kind}" is for the speaker only',
        )
    if step.kind in LISTENER_KINDS and step.actor is not Actor.LISTENER:
        yield Finding(f"{here}.actor", f'"{step.kind}" is done by the listener')


def _text(part: Part, step: Step, here: str) -> Iterator[Finding]:
    together = part.turns is Turns.TOGETHER
    known = {"topic"} if together else {"topic", "speaker", "listener"}
    needed = ("both",) if together else ("speaker", "listener")
    if step.actor is not Actor.GUIDE:
        for name in needed:
            if not getattr(step.text, name).strip():
                yield Finding(f"{here}.text.{name}", "must not be empty: the stage shows it")
    for name in ("speaker", "listener", "both", "hint"):
        yield from _placeholders(getattr(step.text, name), known, f"{here}.text.{name}")
    yield from _placeholders(step.guide, known, f"{here}.guide")


def _placeholders(text: str, known: set[str], here: str) -> Iterator[Finding]:
    try:
        fields = {(name, spec, turn) for _, name, spec, turn in Formatter().parse(text)}
    except ValueError:
        yield Finding(here, "has a brace { or } without its partner")
        return
    names = ", ".join(f"{{{name}}}" for name in sorted(known))
    for name, spec, turn in fields:
        if name is not None and (name not in known or spec or turn):
            yield Finding(here, f"{{{name}}} can't be filled in here; there is {names}")


def _targets(part: Part, index: int, here: str) -> Iterator[Finding]:
    step, where = part.steps[index], f"{here}.steps[{index}]"
    ids = {other.id for other in part.steps}
    if step.next is not None and step.next != TURN_END and step.next not in ids:
        yield Finding(f"{where}.next", f'this part has no step "{step.next}"')
    if step.kind is StepKind.PASS and step.next is not None:
        yield Finding(f"{where}.next", "after the floor was passed the turn is over")
    if step.kind in (StepKind.CHECK, StepKind.MORE):
        if step.back_to not in ids:
            yield Finding(f"{where}.back-to", "must name the step of this part that comes again")
    elif step.back_to is not None:
        yield Finding(f"{where}.back-to", 'only "check" and "more" have a way back')


def _paths(part: Part, here: str) -> Iterator[Finding]:
    graph = Graph.of(part)
    reached = graph.reached_from(0)
    for index, step in enumerate(part.steps):
        where = f"{here}.steps[{index}]"
        if index not in reached:
            yield Finding(f"{where}.id", f'the step "{step.id}" can\'t be reached')
        elif not graph.can_end_from(index):
            yield Finding(f"{where}.next", f'from the step "{step.id}" the turn can never end')
    if part.gated and part.turns is not Turns.TOGETHER and graph.ends_without_yes(part):
        yield Finding(
            f"{here}.gated",
            'the floor could pass without "yes, that\'s it": put a check on each way to the end',
        )
