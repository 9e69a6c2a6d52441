"""What the panel of marks is shown, and how a mark is told in words."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from desktop.domain.marks import Label, LabelKind, Mark
from desktop.domain.people import Partner
from desktop.ui.formats import Formats


@dataclass(frozen=True, kw_only=True)
class MarksState:
    """The labels in the order of their keys, and the marks in the order in which they were set.

    ``began`` is the wall time in ms at which the session began.
    """

    labels: tuple[Label, ...] = ()
    marks: tuple[Mark, ...] = ()
    names: dict[Partner, str] = field(default_factory=dict)
    began: int = 0

    def name(self, mark: Mark) -> str:
        """Whose a mark is, or an empty text where it belongs to both."""
        return self.names.get(mark.partner, "") if mark.partner is not None else ""

    def told(self, mark: Mark) -> str:
        """A mark in words, such as "Softens, Ben, 14:11"."""
        time = Formats().clock(mark.at.wall)
        return _joined(mark.label.text, self.name(mark) or _both(), time)

    def note_line(self, mark: Mark) -> str:
        """A mark as it is written into a note, such as "14:11  Softens, Ben, Say back"."""
        time = Formats().clock(mark.at.wall)
        return f"{time}  {_joined(mark.label.text, self.name(mark), mark.step_title)}"


def kind_text(kind: LabelKind) -> str:
    """What a label points at, in words."""
    if kind is LabelKind.PATTERN:
        return QCoreApplication.translate("Marks", "Pattern")
    return QCoreApplication.translate("Marks", "New move")


def _both() -> str:
    return QCoreApplication.translate("Marks", "both")


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
