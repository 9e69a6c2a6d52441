"""One session to read: what was done, what was chosen, what was written."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.formats import Formats
from desktop.ui.review.words import WordRow
from desktop.ui.theme.look import Look
from desktop.ui.wheel.marks import not_known
from desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.reading import only_reading
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text


@dataclass(frozen=True, kw_only=True)
class SessionSummary:
    """A session as the record tells it.

    ``began`` is in milliseconds since 1970, UTC; ``together`` and ``floor`` are lengths in
    milliseconds. ``unknown`` holds who said "I don't know" in place of words. ``note`` is the
    progress note; it has no place for the process note.
    """

    id: str
    names: Mapping[Partner, str]
    topic: str
    exercises: tuple[str, ...]
    began: int
    together: int
    floor: Mapping[Partner, int]
    picks: tuple[Pick, ...]
    unknown: frozenset[Partner]
    takeaways: Mapping[Partner, str]
    plan: str
    note: str
    is_open: bool


class SessionPanel(Panel):
    """Shows a session, and what can be done with it."""

    export_requested = Signal(str)
    resume_requested = Signal(str)

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=18, parent=parent)
        self._look = look
        self._formats = formats
        self._id = ""
        self._title = Text(look, role="section", wrap=True)
        self._topic = Text(look, wrap=True)
        self._day = Text(look, role="small", ink="text-muted", wrap=True)
        self._facts = Facts(look)
        self._sections = QVBoxLayout()
        self._resume = PrimaryButton(look, self.tr("Resume session"), "play")
        self._export = SecondaryButton(look, self.tr("Export PDF"), "file-text")
        self._lay_out()
        self._resume.clicked.connect(self._ask_to_resume)
        self._export.clicked.connect(self._ask_to_export)

    def show_session(self, summary: SessionSummary) -> None:
        """Shows one session."""
        self._id = summary.id
        name_a, name_b = summary.names[Partner.A], summary.names[Partner.B]
        couple = self.tr("{name_a} and {name_b}").format(name_a=name_a, name_b=name_b)
        self._title.setText(couple)
        self._topic.setText(summary.topic)
        self._topic.setVisible(bool(summary.topic))
        self._day.setText(
            self.tr("{day}, {time}").format(
                day=self._formats.day(summary.began), time=self._formats.clock(summary.began)
            )
        )
        self._facts.set_rows(self._rows(summary))
        self._resume.setVisible(summary.is_open)
        clear(self._sections)
        self._show_words(summary)
        self._show_takeaways(summary)
        self._show_text(self.tr("Practice until next time"), summary.plan)
        self._show_text(self.tr("Progress note"), summary.note)

    def forget(self) -> None:
        """Shows nothing of any session."""
        self._id = ""
        for text in (self._title, self._topic, self._day):
            text.setText("")
        self._facts.set_rows(())
        clear(self._sections)

    def set_read_only(self, read_only: bool) -> None:
        """Says in the button why the session can't go on."""
        self._resume.set_waiting(only_reading(read_only))

    def focus_first(self) -> None:
        """Puts the focus on the first thing to do."""
        can_resume = not self._resume.isHidden() and self._resume.isEnabled()
        first = self._resume if can_resume else self._export
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, summary: SessionSummary) -> list[tuple[str, str]]:
        floor = self.tr("{name_a} {time_a}, {name_b} {time_b}").format(
            name_a=summary.names[Partner.A],
            time_a=self._formats.minutes_seconds(summary.floor[Partner.A]),
            name_b=summary.names[Partner.B],
            time_b=self._formats.minutes_seconds(summary.floor[Partner.B]),
        )
        return [
            (self.tr("Done"), ", ".join(summary.exercises)),
            (self.tr("Time together"), self._formats.minutes(summary.together)),
            (self.tr("Floor time"), floor),
        ]

    def _show_words(self, summary: SessionSummary) -> None:
        if summary.picks or summary.unknown:
            self._add_title(self.tr("Words chosen"))
        for pick in sorted(summary.picks, key=lambda pick: pick.partner):
            self._sections.addWidget(WordRow(self._look, pick))
        for partner in sorted(summary.unknown):
            self._add_said(summary, partner, not_known())

    def _show_takeaways(self, summary: SessionSummary) -> None:
        written = {who: text for who, text in summary.takeaways.items() if text.strip()}
        if written:
            self._add_title(self.tr("Takeaways"))
        for partner, text in written.items():
            self._add_said(summary, partner, text)

    def _add_said(self, summary: SessionSummary, partner: Partner, text: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        name = summary.names[partner]
        stone = Stone(self._look, partner, name, size=28)
        line.addWidget(stone, 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr("{name}: {text}").format(name=name, text=text)
        line.addWidget(Text(self._look, said, wrap=True), 1)
        self._sections.addWidget(row)

    def _show_text(self, title: str, text: str) -> None:
        if text.strip():
            self._add_title(title)
            self._sections.addWidget(Text(self._look, text, wrap=True))

    def _add_title(self, title: str) -> None:
        text = Text(self._look, title, "label", weight=600, wrap=True)
        text.setContentsMargins(0, 12, 0, 0)
        self._sections.addWidget(text)

    def _lay_out(self) -> None:
        ways = FoldingLayout(spacing=12)
        ways.add(self._resume, 1)
        ways.add(self._export, 1)
        self._sections.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for text in (self._title, self._day, self._topic):
            column.addWidget(text)
        column.addSpacing(8)
        column.addWidget(self._facts)
        column.addSpacing(8)
        column.addLayout(ways)
        column.addLayout(self._sections)
        column.addStretch(1)

    @Slot()
    def _ask_to_resume(self) -> None:
        self.resume_requested.emit(self._id)

    @Slot()
    def _ask_to_export(self) -> None:
        self.export_requested.emit(self._id)
