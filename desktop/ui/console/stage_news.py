"""A calm sentence for the guide when the stage is elsewhere than it was."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.notice import BarNotice


class StageNews(StrEnum):
    """What became of the stage without the guide: its screen is away, its window was closed."""

    SCREEN_AWAY = "screen-away"
    WINDOW_CLOSED = "window-closed"


class StageNotice(QWidget):
    """Says the news under the console's bar until they are over or put away."""

    choice_wanted = Signal()
    """The guide wants to choose again what the couple sees."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._news: StageNews | None = None
        self._bar = BarNotice(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.addWidget(self._bar)
        self._bar.acted.connect(self.choice_wanted)
        self._bar.closed.connect(self._put_away)
        self.hide()

    def show_news(self, news: StageNews | None) -> None:
        """Shows what is new; None is nothing."""
        if news is self._news:
            return
        self._news = news
        self.setVisible(news is not None)
        if news is not None:
            text, action = self._words(news)
            self._bar.show_notice(text, "info", action)

    def _words(self, news: StageNews) -> tuple[str, str]:
        """The sentence, and what can be done about it."""
        if news is StageNews.SCREEN_AWAY:
            return self.tr(
                "The second screen is not connected, so the stage is here. "
                "It goes back there by itself. Your notes are covered meanwhile."
            ), ""
        return self.tr(
            "The stage window was closed, so the couple sees nothing. Nothing is lost."
        ), self.tr("Choose again")

    @Slot()
    def _put_away(self) -> None:
        self.hide()
