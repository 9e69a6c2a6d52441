"""Home in a practice: today, what was left open, and the last sessions."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.formats import Formats
from desktop.ui.models.home import OpenLine, PracticeHome, RecentLine
from desktop.ui.screens.home_couples import AgreedPractice, MetLately
from desktop.ui.screens.home_prepared import PreparedSessions
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.card_button import CardButton
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import Page, clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.practice_card import PracticeCard
from desktop.ui.widgets.reading import only_reading
from desktop.ui.widgets.resume_banner import ResumeBanner
from desktop.ui.widgets.text import Text

_PICTURE = 260
"""How high the picture is while there are no sessions."""


class PracticeHomeScreen(Page):
    """The therapist's first page."""

    new_session_requested = Signal()
    session_requested = Signal(str)
    """A session with a couple is to begin; the id is the couple's."""
    resume_requested = Signal(str)
    close_requested = Signal(str)
    session_opened = Signal(str)
    records_requested = Signal()

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._formats = formats
        self._waiting = ""
        self._date = Text(look, role="page", wrap=True, least=240)
        self._new = PrimaryButton(look, icon="plus", big=True)
        self._banners = QVBoxLayout()
        self._banners.setSpacing(12)
        self.prepared = PreparedSessions(look)
        self._recent_title = self.section()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._all = QuietButton(look, icon="notebook-text")
        self._couples = MetLately(look, formats)
        self._agreed = AgreedPractice(look)
        self._met = QWidget()
        self._recent = QWidget()
        self._nothing = PracticeCard(look)
        self._nothing_yet = Text(look, role="title", wrap=True, least=200)
        self._lay_out()
        self._couples.session_requested.connect(self.session_requested)
        self._new.clicked.connect(self.new_session_requested)
        self._all.clicked.connect(self.records_requested)
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Says in each button that begins something why it can't; call it before showing home."""
        self._waiting = only_reading(read_only)
        self._new.set_waiting(self._waiting)
        self._couples.set_waiting(self._waiting)
        self.prepared.set_waiting(self._waiting)

    def show_home(self, home: PracticeHome) -> None:
        """Shows the day, what can be resumed, and the last sessions."""
        self._date.setText(self._formats.day(home.now))
        clear(self._banners)
        for open_line in home.resume:
            self._banners.addWidget(self._banner(open_line))
        self.prepared.show_prepared(home.prepared)
        self._couples.show_couples(home.couples)
        self._agreed.show_couples(home.couples)
        self._met.setVisible(bool(home.couples))
        self._nothing.setVisible(not home.recent)
        self._recent.setVisible(bool(home.recent))
        clear(self._rows)
        for index, line in enumerate(home.recent):
            if index:
                self._rows.addWidget(Divider(self.look))
            self._rows.addWidget(self._row(line))

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._new.setText(self.tr("&New session"))
        self._recent_title.setText(self.tr("Recent sessions"))
        self._all.setText(self.tr("All records"))
        self._nothing_yet.setText(self.tr("No sessions yet."))

    def _lay_out(self) -> None:
        head = FoldingLayout(spacing=16)
        head.add(self._date, 1)
        head.add(self._new)
        head.setAlignment(self._new, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        self.column.addLayout(self._banners)
        self.column.addWidget(self.prepared)
        self.column.addSpacing(8)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._lay_out_columns())
        self.column.addStretch(1)
        self._nothing.words.addWidget(self._nothing_yet)
        self._nothing.setMinimumHeight(_PICTURE)

    def _lay_out_columns(self) -> FoldingLayout:
        """The couples beside their last sessions."""
        met = QVBoxLayout(self._met)
        met.setContentsMargins(0, 0, 0, 0)
        met.setSpacing(28)
        for section in (self._couples, self._agreed):
            met.addWidget(section)
        met.addStretch(1)
        panel = Panel(self.look, ground="raised", padding=16)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(self._rows)
        inside.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        recent = QVBoxLayout(self._recent)
        recent.setContentsMargins(0, 0, 0, 0)
        recent.setSpacing(14)
        recent.addWidget(self._recent_title)
        recent.addWidget(panel)
        recent.addStretch(1)
        columns = FoldingLayout(spacing=32)
        columns.add(self._met, 3)
        columns.add(self._recent, 2)
        return columns

    def _banner(self, line: OpenLine) -> ResumeBanner:
        who = self._who(line.name_a, line.name_b)
        day, clock = self._formats.day_month(line.last_at), self._formats.clock(line.last_at)
        banner = ResumeBanner(
            self.look,
            line.session_id,
            who=who,
            headline=self.tr("{who} stopped at {where}.").format(who=who, where=line.where),
            detail=self.tr("Notes and times are saved up to {clock}, {day}.").format(
                clock=clock, day=day
            ),
            waiting=self._waiting,
        )
        banner.resumed.connect(self.resume_requested)
        banner.closed.connect(self.close_requested)
        return banner

    def _row(self, line: RecentLine) -> CardButton:
        who = self._who(line.name_a, line.name_b)
        day, clock = self._formats.short_day(line.began_at), self._formats.clock(line.began_at)
        across = FoldingLayout(spacing=8)
        across.setContentsMargins(8, 12, 8, 12)
        across.add(self._names(line, who), 1)
        across.add(self._facts(day, clock, is_open=line.is_open))
        row = CardButton(self.look, across, ground="raised", radius=12, edged=False)
        row.setAccessibleName(who)
        told = (
            self.tr("{title}, {day}, {clock}, not finished")
            if line.is_open
            else self.tr("{title}, {day}, {clock}")
        )
        row.setAccessibleDescription(told.format(title=line.title, day=day, clock=clock))
        row.clicked.connect(partial(self.session_opened.emit, line.session_id))
        return row

    def _names(self, line: RecentLine, who: str) -> QWidget:
        names = QWidget()
        lines = QVBoxLayout(names)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(Text(self.look, who, "label", weight=600, wrap=True, least=120))
        lines.addWidget(Text(self.look, line.title, "small", ink="text-muted", wrap=True))
        return names

    def _facts(self, day: str, clock: str, *, is_open: bool) -> QWidget:
        facts = QWidget()
        lines = QVBoxLayout(facts)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        right = Qt.AlignmentFlag.AlignTrailing
        lines.addWidget(Text(self.look, day, "small", ink="text-muted", weight=500), 0, right)
        state = (
            Chip(self.look, self.tr("not finished"))
            if is_open
            else Text(self.look, clock, "small", ink="text-muted")
        )
        lines.addWidget(state, 0, right)
        return facts

    def _who(self, name_a: str, name_b: str) -> str:
        return self.tr("{a} and {b}").format(a=name_a, b=name_b)
