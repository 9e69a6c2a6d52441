"""What the couple's screen may ever be given, field by field.

Whoever adds a field thinks first: may both partners, and whoever comes into the room, read it? Then
it is written down here. A field for a note, a hint for the guide, floor times, marks or another
couple has no place in this list.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final, get_args, get_type_hints

import msgspec
import pytest

from desktop.domain.flow.views import StageView, TimerView

ALLOWED: Final = {
    "StageView": {
        # The couple, and what they agreed to talk about.
        *("name_a", "name_b", "topic"),
        # Where the exercise stands, in the words that are for both.
        *("mode", "exercise_title", "holder", "pass_to", "entry_gate", "gate", "timer", "paused"),
        *("step_kind", "step_title", "step_number", "step_count"),
        *("speaker_text", "listener_text", "both_text", "hint"),
        # A break that they agreed on, and a card that lies before them.
        *("back_at", "settle", "can_extend", "returning", "card"),
        # What a step asks them, and their answers once both may see them.
        "asked",
        # The words that each has picked for the other to see; a guess is none of them.
        "words",
    },
    "ReturnView": {"asked", "early", "agreed", "times", "earliest", "latest"},
    "AskedView": {"kind", "sealed", "with_partner", "covered", "answers"},
    "AnswerView": {"partner", "text", "rating", "words", "unknown"},
    "ChosenWord": {"word", "intensity"},
    "ShownWord": {"path", "family_label", "definition"},
    "WordPath": {"ids", "labels"},
    "GateView": {"kind", "question", "hint"},
    "TimerView": {"planned", "spent", "as_of", "running", "warn"},
    "ShownCard": {"deck_id", "deck_title", "id", "text", "follow_up"},
}
PLAIN: Final = (str, int, bool, type(None))
"""Fields of no other kind: what can hold anything can hold something private."""


def parts(kind: Any) -> Iterator[type]:
    """The types that a field's type is made of."""
    if inner := get_args(kind):
        for each in inner:
            if each is not Ellipsis:
                yield from parts(each)
    else:
        yield kind


def structs(kind: type[msgspec.Struct]) -> dict[str, type[msgspec.Struct]]:
    """A type, and all that can be within it, by name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting = [kind]
    while waiting:
        each = waiting.pop()
        found[each.__name__] = each
        for part in (part for hint in get_type_hints(each).values() for part in parts(hint)):
            if issubclass(part, msgspec.Struct) and part.__name__ not in found:
                waiting.append(part)
    return found


def test_no_field_came_in_without_a_thought() -> None:
    fields = {name: set(kind.__struct_fields__) for name, kind in structs(StageView).items()}

    assert fields == ALLOWED


def test_no_field_can_hold_just_anything() -> None:
    for kind in structs(StageView).values():
        for name, hint in get_type_hints(kind).items():
            for part in parts(hint):
                plain = part in PLAIN or issubclass(part, Enum | msgspec.Struct)
                assert plain, f"{kind.__name__}.{name}: {part}"


def test_nothing_in_it_can_be_changed() -> None:
    for name, kind in structs(StageView).items():
        assert kind.__struct_config__.frozen, name
    timer = TimerView(planned=None, spent=0, as_of=0, running=False)
    with pytest.raises(AttributeError):
        timer.spent = 1  # pyright: ignore[reportAttributeAccessIssue]
