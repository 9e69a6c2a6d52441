"""Home for a couple at home: start in one press, and what each wanted to keep."""

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.formats import Formats
from desktop.ui.models.home import CoupleHome, OpenLine, TakeawayLine
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.page import Page, clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.practice_card import PracticeCard
from desktop.ui.widgets.reading import only_reading
from desktop.ui.widgets.resume_banner import ResumeBanner
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text

_NOON = 12
_EVENING = 18
_NIGHT_ENDS = 5


class CoupleHomeScreen(Page):
    """The couple's first page."""

    practice_requested = Signal()
    resume_requested = Signal(str)
    close_requested = Signal(str)

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(look, centred=True, parent=parent)
        self._formats = formats
        self._waiting = ""
        self._greeting = Text(look, role="welcome", wrap=True)
        self._banner = QVBoxLayout()
        self._card = PracticeCard(look)
        self._today = Text(look, role="label", ink="text-muted", weight=600, wrap=True)
        self._exercise = Text(look, role="page", wrap=True)
        self._summary = Text(look, role="label", ink="text-muted", wrap=True)
        self._minutes = Text(look, ink="text-muted", wrap=True)
        self._start = PrimaryButton(look, icon="play", big=True)
        self._kept_title = self.section()
        self._kept_grid = QVBoxLayout()
        self._leave = Text(look, role="small", ink="text-muted", wrap=True)
        self._lay_out()
        self._start.clicked.connect(self.practice_requested)
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Says in each button that begins something why it can't; call it before showing home."""
        self._waiting = only_reading(read_only)
        self._start.set_waiting(self._waiting)

    def show_home(self, home: CoupleHome) -> None:
        """Greets the two and shows today's practice and their last takeaways."""
        self._greeting.setText(self._greet(home))
        self._card.set_names(home.name_a, home.name_b)
        self._exercise.setText(home.exercise)
        self._summary.setText(home.summary)
        least, most = home.minutes
        self._minutes.setText(
            self.tr(
                "About {least} to {most} minutes. Either of you can take a break at any point."
            ).format(least=least, most=most)
        )
        clear(self._banner)
        if home.resume is not None:
            self._banner.addWidget(self._offer(home.resume))
        self._show_takeaways(home.takeaways)

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._today.setText(self.tr("Today’s practice"))
        self._start.setText(self.tr("Start today’s practice"))
        self._start.setAccessibleName(self.tr("Start today's practice"))
        self._kept_title.setText(self.tr("Last takeaways"))
        self._leave.setText(
            self.tr("Leave quickly: press F12. Turnstone closes, and everything is saved.")
        )

    def _lay_out(self) -> None:
        words = self._card.words
        words.addStretch(1)
        for line in (self._today, self._exercise, self._summary, self._minutes):
            words.addWidget(line)
        words.addSpacing(20)
        words.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        self._card.setMinimumHeight(300)
        leave = QHBoxLayout()
        leave.setSpacing(8)
        leave.addWidget(Icon(self.look, "door-open", "text-muted"))
        leave.addWidget(self._leave, 1)
        self.column.addWidget(self._greeting)
        self.column.addLayout(self._banner)
        self.column.addWidget(self._card)
        self.column.addSpacing(8)
        self.column.addWidget(self._kept_title)
        self.column.addLayout(self._kept_grid)
        self.column.addStretch(1)
        self.column.addLayout(leave)

    def _greet(self, home: CoupleHome) -> str:
        hour = QDateTime.fromMSecsSinceEpoch(home.now).time().hour()
        if not (home.name_a and home.name_b):
            return self.tr("Welcome.")
        if _NIGHT_ENDS <= hour < _NOON:
            greeting = self.tr("Good morning, {a} and {b}.")
        elif _NOON <= hour < _EVENING:
            greeting = self.tr("Good afternoon, {a} and {b}.")
        else:
            greeting = self.tr("Good evening, {a} and {b}.")
        return greeting.format(a=home.name_a, b=home.name_b)

    def _offer(self, line: OpenLine) -> ResumeBanner:
        banner = ResumeBanner(
            self.look,
            line.session_id,
            who=line.where,
            headline=self.tr("You stopped at {where}.").format(where=line.where),
            detail=self.tr("Everything is saved. It will wait."),
            waiting=self._waiting,
        )
        banner.resumed.connect(self.resume_requested)
        banner.closed.connect(self.close_requested)
        return banner

    def _show_takeaways(self, takeaways: tuple[TakeawayLine, ...]) -> None:
        clear(self._kept_grid)
        self._kept_title.setVisible(bool(takeaways))
        if not takeaways:
            return
        row = QWidget()
        cards = FoldingLayout(row, spacing=24)
        for takeaway in takeaways:
            cards.add(self._kept(takeaway), 1)
        self._kept_grid.addWidget(row)

    def _kept(self, takeaway: TakeawayLine) -> Panel:
        panel = Panel(self.look, radius=18)
        panel.setMinimumWidth(300)
        across = QHBoxLayout(panel)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(18)
        stone = Stone(self.look, takeaway.partner, takeaway.name, size=34)
        across.addWidget(stone, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addWidget(Text(self.look, takeaway.text, "label", weight=500, wrap=True))
        when = self.tr("{name}, {day}").format(
            name=takeaway.name, day=self._formats.day_month(takeaway.at)
        )
        lines.addWidget(Text(self.look, when, "small", ink="text-muted", wrap=True))
        lines.addStretch(1)
        across.addLayout(lines, 1)
        return panel
