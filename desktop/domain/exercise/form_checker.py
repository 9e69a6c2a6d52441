"""What makes the forms of an exercise sound."""

from collections.abc import Iterator

from desktop.domain.errors import Finding
from desktop.domain.exercise.format import Exercise, Form, Turns
from desktop.domain.exercise.forms import in_form
from desktop.domain.slug import SLUG_HINT, is_slug

MAX_FORMS = 10
MAX_ROUNDS = 20


def turns_of(exercise: Exercise) -> tuple[int, int]:
    """How many turns as the speaker the first partner gets, and how many the second."""
    first = second = 0
    for part in exercise.parts:
        first += part.rounds * (part.turns in (Turns.FIRST, Turns.EACH))
        second += part.rounds * (part.turns in (Turns.SECOND, Turns.EACH))
    return first, second


def check_forms(exercise: Exercise) -> Iterator[Finding]:
    """All that is wrong with the forms, with fields such as ``forms[0].rounds``."""
    if len(exercise.forms) > MAX_FORMS:
        yield Finding("forms", f"an exercise has {MAX_FORMS} forms at most")
        return
    for index, form in enumerate(exercise.forms):
        here = f"forms[{index}]"
        earlier = exercise.forms[:index]
        if form.id in {other.id for other in earlier}:
            yield Finding(f"{here}.id", f'the id "{form.id}" stands twice')
        if form.title in {other.title for other in earlier}:
            yield Finding(f"{here}.title", f'the title "{form.title}" stands twice')
        yield from _form(exercise, form, here)


def _form(exercise: Exercise, form: Form, here: str) -> Iterator[Finding]:
    if not is_slug(form.id):
        yield Finding(f"{here}.id", SLUG_HINT)
    if not form.title.strip() or form.title.strip() == exercise.title.strip():
        yield Finding(f"{here}.title", "must tell the form from the exercise itself")
    low, high = form.minutes
    if not 0 < low <= high:
        yield Finding(f"{here}.minutes", "must be the least and the most, such as [10, 25]")
    yield from _rounds(exercise, form, f"{here}.rounds")
    yield from _seconds(exercise, form, f"{here}.seconds")


def _rounds(exercise: Exercise, form: Form, here: str) -> Iterator[Finding]:
    known = {part.id for part in exercise.parts}
    for part_id, rounds in form.rounds.items():
        if part_id not in known:
            yield Finding(here, f'there is no part "{part_id}"')
        if not 0 <= rounds <= MAX_ROUNDS:
            yield Finding(here, f"must be from 0 to {MAX_ROUNDS}")
    made = in_form(exercise, form)
    if not made.parts:
        yield Finding(here, "at least one part must stay")
    first, second = turns_of(made)
    if first != second and not exercise.unequal_turns:
        yield Finding(here, f"one partner gets {first} turns and the other {second}")


def _seconds(exercise: Exercise, form: Form, here: str) -> Iterator[Finding]:
    steps = {step.id: step for part in exercise.parts for step in part.steps}
    for step_id, seconds in form.seconds.items():
        step = steps.get(step_id)
        if step is None or step.timer is None or step.timer.kind == "open":
            yield Finding(here, f'there is no step "{step_id}" with a planned time')
        elif not step.timer.warn < seconds <= 24 * 3600:
            yield Finding(here, f"must be from {step.timer.warn + 1} to 86400")
