"""The hour on the console, for the guide alone: how long it has been going, and its end."""

from typing import Final

from PySide6.QtCore import QDate, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.session_hour import MINUTE, SOON, SessionHour
from desktop.ui.formats import Formats
from desktop.ui.stage.words import clock_time
from desktop.ui.theme.look import Look
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.text import Text

_LOOK: Final = 5000
"""Milliseconds from one look at the clock to the next: the words change once a minute."""


class Hour(QWidget):
    """A line of words, and a notice over the last ten minutes. Nothing is shown without an hour.

    The notice is told to assistive tools once, when it can be seen. All is covered until
    ``set_covered`` says that nobody else looks.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hour: SessionHour | None = None
        self._covered = True
        self._told = False
        self._line = Text(look, role="small", ink="text-muted", wrap=True)
        self._notice = Notice(look)
        _keep_place(self._line, kept=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._line)
        rows.addWidget(self._notice)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK)
        self._looks.timeout.connect(self.tick)
        self.hide()

    @property
    def is_shown(self) -> bool:
        """Whether there is an hour, covered or not."""
        return self._hour is not None

    def show_hour(self, hour: SessionHour | None) -> None:
        """Shows an hour, or none."""
        self._hour = hour
        self._told = False
        if hour is None:
            self._looks.stop()
        else:
            self._looks.start()
        self.tick()

    def set_covered(self, covered: bool) -> None:
        """Covers it with what else is private; it keeps its place."""
        self._covered = covered
        self.tick()

    def showEvent(self, event: QShowEvent, /) -> None:
        """What was not seen yet is told now."""
        super().showEvent(event)
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Reads the clock."""
        hour = self._hour
        self.setVisible(hour is not None)
        self._line.setVisible(not self._covered)
        if hour is None:
            return
        self._line.setText(self._words(hour))
        _keep_place(self._notice, kept=hour.is_ending())
        if self._covered:
            self._notice.hide()
        elif self.isVisible():
            self._notice_end(hour)

    def _words(self, hour: SessionHour) -> str:
        if hour.left() <= 0:
            # Nobody is told by how much: a session may go on for as long as it is needed.
            end = clock_time(hour.ends_at(), QDate.currentDate())
            return self.tr("Planned until {time}").format(time=end)
        return self.tr("{gone} of {planned} minutes, until {time}").format(
            gone=self.locale().toString(hour.gone() // MINUTE),
            planned=self.locale().toString(hour.planned // MINUTE),
            time=Formats().clock(hour.ends_at()),
        )

    def _notice_end(self, hour: SessionHour) -> None:
        if not hour.is_ending():
            self._notice.show_text("")
            return
        self._notice.show_text(self._left(hour.left()), spoken=not self._told)
        self._told = True

    def _left(self, left: int) -> str:
        minutes = -(-left // MINUTE)
        if minutes * MINUTE == SOON:
            return self.tr("Ten minutes left")
        if minutes == 1:
            return self.tr("A minute left")
        return self.tr("{count} minutes left").format(count=self.locale().toString(minutes))


def _keep_place(part: QWidget, *, kept: bool) -> None:
    """Says whether a part keeps its room while it is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    part.setSizePolicy(policy)
