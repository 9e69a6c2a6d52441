"""What there is in a session to put into a document, and the parts that can be chosen."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop.domain.people import Partner
from desktop.services.paperwork import Choice, Kind, Paper
from desktop.ui.wheel.marks import not_known

Part: TypeAlias = Literal[
    "takeaways", "practice", "if_too_much", "cards", "words", "steps", "note", "understood"
]
"""A part of a document, by its name in ``Choice``."""

PARTS: dict[Kind, tuple[Part, ...]] = {
    "handout": ("takeaways", "practice", "if_too_much", "cards", "words"),
    "progress": ("steps", "note", "words", "understood", "takeaways", "practice"),
}
"""The parts of each document, in the order in which they are offered."""


@dataclass(frozen=True, kw_only=True)
class ExportContents:
    """What the session holds. ``ticked`` are the partners whose takeaway may be printed.

    ``unknown`` says that "I don't know" stands in place of words.
    """

    name_a: str
    name_b: str
    ticked: frozenset[Partner]
    words: int
    cards: int
    plan: bool
    note: bool
    understood: bool
    unknown: bool = False

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b

    def has(self, part: Part) -> bool:
        """Whether there is anything to put in."""
        held: dict[Part, bool] = {
            "takeaways": bool(self.ticked),
            "practice": self.plan,
            "cards": self.cards > 0,
            "words": self.words > 0 or self.unknown,
            "note": self.note,
            "understood": self.understood,
        }
        return held.get(part, True)


def choice_of(kind: Kind, paper: Paper, parts: frozenset[Part]) -> Choice:
    """The choice with exactly these parts."""
    return Choice(
        kind=kind,
        paper=paper,
        takeaways="takeaways" in parts,
        words="words" in parts,
        cards="cards" in parts,
        practice="practice" in parts,
        if_too_much="if_too_much" in parts,
        steps="steps" in parts,
        note="note" in parts,
        understood="understood" in parts,
    )


def part_title(part: Part) -> str:
    """What a part is called."""
    titles: dict[Part, str] = {
        "takeaways": QCoreApplication.translate("Export", "Takeaways"),
        "practice": QCoreApplication.translate("Export", "Practice plan"),
        "if_too_much": QCoreApplication.translate("Export", "What to do if it gets too much"),
        "cards": QCoreApplication.translate("Export", "Questions you kept"),
        "words": QCoreApplication.translate("Export", "Feeling words"),
        "steps": QCoreApplication.translate("Export", "Times and steps"),
        "note": QCoreApplication.translate("Export", "What was seen"),
        "understood": QCoreApplication.translate("Export", "Felt understood"),
    }
    return titles[part]


def part_remark(part: Part, contents: ExportContents) -> str:
    """What a part holds in this session, in a few words."""
    match part:
        case "takeaways":
            return _takeaways(contents)
        case "cards":
            one = QCoreApplication.translate("Export", "one card")
            return _count(
                contents.cards, one, QCoreApplication.translate("Export", "{count} cards")
            )
        case "words" if contents.unknown and not contents.words:
            return not_known()
        case "words":
            one = QCoreApplication.translate("Export", "one word")
            return _count(
                contents.words, one, QCoreApplication.translate("Export", "{count} words")
            )
        case "steps":
            return QCoreApplication.translate("Export", "start, end, floor time")
        case "note":
            given = QCoreApplication.translate("Export", "the progress note")
        case "understood":
            given = QCoreApplication.translate("Export", "in words")
        case "practice" | "if_too_much":
            given = ""
    return given if contents.has(part) else QCoreApplication.translate("Export", "nothing there")


def _takeaways(contents: ExportContents) -> str:
    if len(contents.ticked) == len(Partner):
        return QCoreApplication.translate("Export", "one from each")
    if not contents.ticked:
        return QCoreApplication.translate("Export", "none ticked for printing")
    (partner,) = contents.ticked
    return QCoreApplication.translate("Export", "from {name}").format(name=contents.name(partner))


def _count(count: int, one: str, more: str) -> str:
    if count == 0:
        return QCoreApplication.translate("Export", "none this time")
    return one if count == 1 else more.format(count=count)
