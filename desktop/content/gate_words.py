"""The words of the shared gate, which stand in one file and are spoken by every exercise.

Saying back, the check, "is there more?" and passing the floor are the same in most exercises. An
exercise in the same language may leave their words out, and then speaks those of ``SPOKEN_BY``.
"""

from functools import cache
from typing import Final, cast

from desktop import resources
from desktop.content.toml_text import decoded, tables_of

SPOKEN_BY: Final = "speaker-and-listener"

_KINDS: Final = ("mirror", "check", "more", "pass")
_WORDS: Final = ("title", "take-home", "guide", "text")

Table = dict[str, object]


def with_gate_words(exercise: Table) -> Table:
    """The tables of an exercise with the words of the gate put in where it has none of its own.

    What is not as it has to be is left alone, for others to tell.
    """
    parts = exercise.get("parts")
    if not isinstance(parts, list) or exercise.get("language") != _gate()["language"]:
        return exercise
    return {**exercise, "parts": [_part(part) for part in cast("list[object]", parts)]}


def _part(part: object) -> object:
    if not isinstance(part, dict):
        return part
    table = cast("Table", part)
    steps = table.get("steps")
    if not isinstance(steps, list):
        return table
    return {**table, "steps": [_step(step) for step in cast("list[object]", steps)]}


def _step(step: object) -> object:
    if not isinstance(step, dict):
        return step
    table = cast("Table", step)
    words = _gate().get(str(table.get("kind")))
    if not isinstance(words, dict):
        return table
    spoken = cast("Table", words) | table
    text, own = cast("Table", words["text"]), table.get("text", {})
    if isinstance(own, dict):
        spoken["text"] = text | cast("Table", own)
    return spoken


@cache
def _gate() -> Table:
    """The words by the kind of a step, and the language in which they are."""
    path = resources.path("exercises", f"{SPOKEN_BY}.toml")
    exercise = tables_of(decoded(path.read_bytes()))
    found: Table = {"language": exercise["language"]}
    for part in cast("list[Table]", exercise["parts"]):
        for step in cast("list[Table]", part["steps"]):
            if step["kind"] in _KINDS:
                found[str(step["kind"])] = {name: step[name] for name in _WORDS if name in step}
    return found
