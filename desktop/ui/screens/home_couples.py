"""What the therapist's home tells of the couples met lately: each of them, and what was agreed."""

from functools import partial
from textwrap import shorten
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.formats import Formats
from desktop.ui.models.home import CoupleLine, PreparedLine
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import StonePair
from desktop.ui.widgets.text import Text

_LONGEST: Final = 160
"""Characters of a plan that home shows of its first line, and of the others."""


class HomeSection(QWidget):
    """A title and a panel with rows under it; without rows it is not there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.title = Text(look, role="section", wrap=True)
        panel = Panel(look, ground="raised", padding=16)
        self._rows = QVBoxLayout(panel)
        self._rows.setContentsMargins(8, 0, 8, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.title)
        column.addWidget(panel)
        self.hide()

    def show_rows(self, rows: list[QWidget]) -> None:
        """Shows these rows in place of those before."""
        clear(self._rows)
        for index, row in enumerate(rows):
            if index:
                self._rows.addWidget(Divider(self.look))
            self._rows.addWidget(row)
        self.setVisible(bool(rows))

    def who(self, line: CoupleLine | PreparedLine) -> str:
        """Both names."""
        return self.tr("{a} and {b}").format(a=line.name_a, b=line.name_b)


class MetLately(HomeSection):
    """The couples of the last sessions, each with a way to begin the next one."""

    session_requested = Signal(str)
    """The id of a couple."""

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._formats = formats
        self._waiting = ""

    def set_waiting(self, reason: str) -> None:
        """Says in the buttons of the rows shown from now on why they can't be pressed."""
        self._waiting = reason

    def show_couples(self, couples: tuple[CoupleLine, ...]) -> None:
        """Shows couples in the order given."""
        self.title.setText(self.tr("Met lately"))
        self.show_rows([self._row(line) for line in couples])

    def _row(self, line: CoupleLine) -> QWidget:
        who = self.who(line)
        row = QWidget()
        across = FoldingLayout(row, spacing=12)
        across.setContentsMargins(0, 14, 0, 14)
        last = self.tr("{title}, {day}").format(
            title=line.title, day=self._formats.day_month(line.met_at)
        )
        across.add(beside_stones(self.look, line, who, last), 1)
        start = SecondaryButton(self.look, self.tr("Start"))
        start.setAccessibleName(self.tr("Start a session with {who}").format(who=who))
        start.set_waiting(self._waiting)
        start.clicked.connect(partial(self.session_requested.emit, line.couple_id))
        across.add(start)
        across.setAlignment(start, Qt.AlignmentFlag.AlignVCenter)
        return row


class AgreedPractice(HomeSection):
    """What each couple met lately agreed to do until next time."""

    def show_couples(self, couples: tuple[CoupleLine, ...]) -> None:
        """Shows the plans of those who have one."""
        self.title.setText(self.tr("Practice until next time"))
        self.show_rows([self._row(line) for line in couples if line.plan])

    def _row(self, line: CoupleLine) -> QWidget:
        first, _, others = line.plan.partition("\n")
        row = QWidget()
        across = FoldingLayout(row, spacing=12)
        across.setContentsMargins(0, 14, 0, 14)
        head, rest = (shorten(text, _LONGEST, placeholder="…") for text in (first, others))
        across.add(beside_stones(self.look, line, head, rest), 1)
        who = Text(self.look, self.who(line), "small", ink="text-muted", wrap=True, least=120)
        who.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        across.add(who)
        return row


def beside_stones(look: Look, line: CoupleLine | PreparedLine, first: str, second: str) -> QWidget:
    """Two lines of words beside the stones of a couple."""
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(16)
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addStretch(1)
    lines.addWidget(Text(look, first, "label", weight=600, wrap=True, least=150))
    if second:
        lines.addWidget(Text(look, second, "small", ink="text-muted", wrap=True))
    lines.addStretch(1)
    across.addWidget(StonePair(look, line.name_a, line.name_b))
    across.addLayout(lines, 1)
    return whole
