"""What the guide alone sees in the review: the progress note and the bare facts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.ui.formats import Formats
from desktop.ui.review.saving import SaveLine
from desktop.ui.review.state import HowItWent, ReviewState
from desktop.ui.theme.look import Look
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.text_area import TextArea


class NotePanel(Panel):
    """The progress note, as it was written so far."""

    edited = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=22, parent=parent)
        self.setContentsMargins(28, 22, 28, 22)
        self.save_line = SaveLine(look)
        self._title = Text(look, role="label", weight=600)
        self._remark = Text(look, role="small", ink="text-muted")
        self._area = TextArea(look, lines=4)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Icon(look, "file-text"))
        head.addWidget(self._title, 1)
        head.addWidget(self._remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self.save_line)
        self._area.edited.connect(self.edited)
        self.retranslate()

    def show_note(self, text: str) -> None:
        """Shows the saved note."""
        self._area.show_text(text)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Progress note"))
        self._remark.setText(self.tr("goes into the record"))
        self._area.setAccessibleName(self.tr("Progress note"))


class HowPanel(Panel):
    """How long it was, who had the floor for how long, and who was understood."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=22, parent=parent)
        self.setContentsMargins(28, 22, 28, 22)
        self._title = Text(look, self.tr("How it went"), role="label", weight=600)
        self._shown: HowItWent | None = None
        self._formats = Formats(self.locale())
        self._facts = Facts(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._facts)

    def show_facts(self, how: HowItWent, state: ReviewState) -> None:
        """Shows the facts of a session, without a judgement."""
        if how == self._shown:
            return
        self._shown = how
        rows = [
            (self.tr("Time together"), self._together(how)),
            (self.tr("Floor time"), self._floor(how, state)),
        ]
        if how.confirmed:
            rows.append((self.tr("Confirmed"), self._confirmed(how, state)))
        self._facts.set_rows(rows)

    def _together(self, how: HowItWent) -> str:
        minutes = self._formats.minutes(how.together)
        if how.breaks == 0:
            return minutes
        if how.breaks == 1:
            return self.tr("{minutes}, with one break").format(minutes=minutes)
        return self.tr("{minutes}, with {breaks} breaks").format(minutes=minutes, breaks=how.breaks)

    def _floor(self, how: HowItWent, state: ReviewState) -> str:
        return self.tr("{name_a} {time_a}, {name_b} {time_b}").format(
            name_a=state.name(Partner.A),
            time_a=self._formats.minutes_seconds(how.floor[Partner.A]),
            name_b=state.name(Partner.B),
            time_b=self._formats.minutes_seconds(how.floor[Partner.B]),
        )

    def _confirmed(self, how: HowItWent, state: ReviewState) -> str:
        if how.confirmed == frozenset(Partner):
            return self.tr("“Yes, that’s it” by both")
        (partner,) = how.confirmed
        return self.tr("“Yes, that’s it” by {name}").format(name=state.name(partner))
