"""The forms of an exercise: the same steps, with other lengths or fewer rounds."""

from msgspec.structs import replace

from desktop.domain.exercise.format import Exercise, Form, Part, Step


def every_form(exercise: Exercise) -> tuple[Exercise, ...]:
    """An exercise as it stands in its file, and then each of its forms."""
    return (exercise, *(in_form(exercise, form) for form in exercise.forms))


def in_form(exercise: Exercise, form: Form) -> Exercise:
    """An exercise in one of its forms, which is an exercise of its own."""
    return replace(
        exercise,
        id=form_id(exercise, form),
        title=form.title,
        minutes=form.minutes,
        parts=tuple(
            _part(part, form) for part in exercise.parts if form.rounds.get(part.id, part.rounds)
        ),
        forms=(),
    )


def form_id(exercise: Exercise, form: Form) -> str:
    """The id under which a form is offered."""
    return f"{exercise.id}-{form.id}"


def _part(part: Part, form: Form) -> Part:
    steps = tuple(_step(step, form) for step in part.steps)
    return replace(part, rounds=form.rounds.get(part.id, part.rounds), steps=steps)


def _step(step: Step, form: Form) -> Step:
    if step.timer is None or step.id not in form.seconds:
        return step
    return replace(step, timer=replace(step.timer, seconds=form.seconds[step.id]))
