"""What there is to choose from in a step, and the names under which answers are kept."""

from desktop.domain.flow.state import Core, Place, Run


def item_at(core: Core, run: Run, place: Place, step_id: str) -> str:
    """The name of the question that a step asks in the turn of a place of the newest exercise."""
    # After a swap the other one speaks, so the same step asks something else.
    swapped = ".swapped" if (place.part, place.round) in run.swapped else ""
    number = len(core.runs) - 1
    return f"{number}.{place.part}.{place.round}.{place.turn}.{step_id}{swapped}"


def choices(core: Core) -> tuple[str, ...]:
    """The options of the open step: those of the file, or each line that was written before."""
    run = core.open_run
    if run is None or run.place is None or run.step is None:
        return ()
    if run.step.choices_from is None:
        return run.step.choices
    item = item_at(core, run, run.place, run.step.choices_from)
    lines = [line.strip() for w in core.written if w.item == item for line in w.text.splitlines()]
    return tuple(dict.fromkeys(line for line in lines if line))
