"""Marks: the therapist's one-key signs that a point of the pattern, or a new move, was seen.

They are part of the process notes, and so neither events nor any part of the record.
"""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

import msgspec

from desktop.domain.exercise.format import Actor
from desktop.domain.flow.events import Stamp
from desktop.domain.flow.route import holder
from desktop.domain.flow.state import Core, Run
from desktop.domain.people import Partner

MOST_LABELS: Final = 9
"""One for each of the keys 1 to 9."""

LONGEST_LABEL: Final = 40
"""Characters of a label's text."""


class LabelKind(StrEnum):
    """What a label points at: the pattern that blocks feelings, or what they do instead."""

    PATTERN = "pattern"
    NEW_MOVE = "new-move"


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """What one key means. ``id`` may be that of anything that a label stands for."""

    id: str
    text: str
    kind: LabelKind


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One mark. It keeps the label as it was then, whatever becomes of the list.

    ``id`` is a random hexadecimal word. The step's id and title are empty where none is open, and
    ``partner`` is None where the mark belongs to both.
    """

    id: str
    at: Stamp
    label: Label
    step_id: str = ""
    step_title: str = ""
    partner: Partner | None = None


class LabelFault(StrEnum):
    """Why a label can't stand in the list."""

    EMPTY = "empty"
    DOUBLE = "double"


def clean_label(text: str) -> str:
    """A label's text as it is kept: one line, single spaces, and no half characters."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(whole.split())


def label_faults(texts: Sequence[str]) -> dict[int, LabelFault]:
    """What is wrong in a list of texts, by place from 0; of two alike, the later is wrong."""
    faults: dict[int, LabelFault] = {}
    seen: set[str] = set()
    for place, text in enumerate(texts):
        shape = unicodedata.normalize("NFC", clean_label(text)).casefold()
        if not shape:
            faults[place] = LabelFault.EMPTY
        elif shape in seen:
            faults[place] = LabelFault.DOUBLE
        seen.add(shape)
    return faults


def acting(core: Core) -> Partner | None:
    """Who alone does the open step: None where both do, or nobody, and in a break."""
    run = core.open_run
    if run is None or core.pause is not None:
        return None
    return _actor(run)


def new_mark(id: str, at: Stamp, label: Label, core: Core, *, other: bool = False) -> Mark:
    """A mark of this moment, for whoever acts.

    With ``other`` it is for the other partner; where nobody acts alone, for partner A.
    """
    run = core.open_run
    step = run.step if run is not None else None
    who = acting(core)
    if other:
        who = who.other if who is not None else Partner.A
    return Mark(
        id=id,
        at=at,
        label=label,
        step_id=step.id if step is not None else "",
        step_title=step.title if step is not None else "",
        partner=who,
    )


def next_owner(partner: Partner | None) -> Partner | None:
    """Whom a mark is given to next: A, then B, then both."""
    return {None: Partner.A, Partner.A: Partner.B, Partner.B: None}[partner]


def _actor(run: Run) -> Partner | None:
    speaker = holder(run)
    if run.step is None or speaker is None:
        return None
    match run.step.actor:
        case Actor.SPEAKER:
            return speaker
        case Actor.LISTENER:
            return speaker.other
        case Actor.BOTH | Actor.GUIDE:
            return None
