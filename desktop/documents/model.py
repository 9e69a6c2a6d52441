"""The documents as data.

The caller has chosen every text: what is not to be printed is not in here. Dates, times and
lengths come as text, written the way the reader's country writes them; ``date`` alone is an ISO
date (``2026-11-23``), for the file's own data. An empty text or tuple leaves its place out.
"""

from enum import StrEnum
from typing import TypeAlias

import msgspec

from desktop.domain.people import Partner


class Paper(StrEnum):
    """The sizes of paper, by the names that typst gives them."""

    A4 = "a4"
    LETTER = "us-letter"


class _Part(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """What all parts share: the templates see their fields in kebab-case."""


class ChosenWord(_Part, frozen=True, kw_only=True):
    """A word that a partner picked; ``strength`` is 1 to 5, or None when it is not to be told."""

    label: str
    family: str = ""
    strength: int | None = None


class HandoutPartner(_Part, frozen=True, kw_only=True):
    """One partner on the handout. ``takeaway`` is given only if its owner ticked it.

    ``unknown`` is "I don't know", said in place of words.
    """

    name: str
    words: tuple[ChosenWord, ...] = ()
    unknown: bool = False
    takeaway: str = ""


class ExerciseDone(_Part, frozen=True, kw_only=True):
    """An exercise of the session. ``facts`` follow the title, such as "38 minutes"."""

    title: str
    topic: str = ""
    facts: tuple[str, ...] = ()


class PracticeStep(_Part, frozen=True, kw_only=True):
    """One step of what the couple practises: a word that leads, and what to do."""

    lead: str
    text: str = ""


class Practice(_Part, frozen=True, kw_only=True):
    """What the couple agreed to do until next time."""

    title: str
    when: str = ""
    steps: tuple[PracticeStep, ...] = ()


class Handout(_Part, frozen=True, kw_only=True):
    """What the couple takes home.

    ``written`` is the day as it is shown, ``until`` the day of the next session. ``picture`` is an
    SVG of the words of both. It has no place for answers about feeling understood, on purpose.
    """

    a: HandoutPartner
    b: HandoutPartner
    date: str
    written: str
    until: str = ""
    exercises: tuple[ExerciseDone, ...] = ()
    practice: Practice | None = None
    questions: tuple[str, ...] = ()
    if_too_much: bool = True
    own_words: bool = True
    picture: str = ""
    language: str = "en"


class NotePartner(_Part, frozen=True, kw_only=True):
    """One partner in the progress note.

    ``floor`` is how long this partner held the floor. ``understood`` runs from 1 ("not yet") to
    5 ("fully"); None when it was not asked or not answered. ``unknown`` is "I don't know", said in
    place of words.
    """

    name: str
    floor: str = ""
    understood: int | None = None
    words: tuple[ChosenWord, ...] = ()
    unknown: bool = False
    takeaway: str = ""


class StepRow(_Part, frozen=True, kw_only=True):
    """One step with its time, or what became of it, in each turn; ``remark`` is optional."""

    title: str
    turns: tuple[str, ...]
    remark: str = ""


class ExerciseRecord(_Part, frozen=True, kw_only=True):
    """An exercise of the session with its steps; ``turns`` says who spoke in each turn."""

    title: str
    topic: str = ""
    facts: tuple[str, ...] = ()
    turns: tuple[Partner, ...] = ()
    steps: tuple[StepRow, ...] = ()


class ProgressNote(_Part, frozen=True, kw_only=True):
    """The clinical record of one session.

    ``session`` is its day and kind, ``time`` when it began and ended, ``seen`` the text of the
    note, ``plan`` what was agreed, ``picture`` an SVG of the words of both. It has no place for the
    process note, on purpose.
    """

    a: NotePartner
    b: NotePartner
    date: str
    session: str
    time: str = ""
    clinician: str = ""
    exercises: tuple[ExerciseRecord, ...] = ()
    seen: str = ""
    plan: str = ""
    picture: str = ""
    language: str = "en"


class RecoverySheet(_Part, frozen=True, kw_only=True):
    """The recovery key, to be printed and put away.

    ``key`` is the key as it is written, in groups with dashes between them; ``made`` is the day as
    it is shown. It has no place for a name, so that whoever finds it can't tell whose it is.
    """

    key: str
    date: str
    made: str = ""
    language: str = "en"


Document: TypeAlias = Handout | ProgressNote | RecoverySheet
