"""The line under the wheel that repeats the word in hand, large, in one place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from desktop.domain.wheel_search import Entry
from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text

_WORD_PX: Final = 29
_RADIUS: Final = 16
_BAR: Final = 12
_START: Final = 16 + _BAR + 14
_END: Final = 18
_EDGE: Final = 8
_GAP: Final = 14
_MOST_LINES: Final = 2


class ReadingLine(QWidget):
    """The word in hand, where it stands and what it means; before the first one, what to do.

    All ``entries`` that may ever be shown are measured beforehand, so that the line keeps its
    height from word to word, and with it the wheel above. Word, path and meaning stand in a row
    where they all fit; else the meaning goes below, and then the path too.
    """

    def __init__(self, look: Look, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries = entries
        self._family = ""
        self._marked = False
        self._word = QLabel()
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        self._path = Text(look, ink="text-muted", weight=500)
        self._meaning = Text(look, wrap=True)
        self._hint = Text(look, ink="text-muted", weight=500, wrap=True)
        self._names = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._names.addWidget(self._word)
        self._names.addWidget(self._path)
        self._names.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._hint, 1)
        self._row.addLayout(self._names)
        self._row.addWidget(self._meaning, 1)
        self._hint.setText(
            self.tr("Point at a word to read what it means. The key ? shows all keys.")
        )
        self._show_hint(hinted=True)
        self._measure()
        look.changed.connect(self._measure)

    def show_entry(self, entry: Entry | None, *, marked: bool = False) -> None:
        """Shows a word; ``marked`` while it has the keyboard's focus. None leaves the last one."""
        self._marked = marked
        if entry is not None:
            self._family = entry.path.family
            self._word.setText(entry.word.label)
            self._path.setText(_above(entry))
            self._meaning.setText(entry.word.definition)
            self._show_hint(hinted=False)
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the plate and the family's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, width = ("focus", 2) if self._marked else ("line-strong", 1)
        painter.setPen(QPen(self._look.color(role), width))
        painter.setBrush(self._look.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        if self._family:
            bar = QRectF(16, 14, _BAR, self.height() - 28)
            if self.isRightToLeft():
                bar.moveRight(self.width() - 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.family(self._family, 1)[0])
            painter.drawRoundedRect(bar, 5, 5)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Folds where the words don't fit side by side."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fold()

    def changeEvent(self, event: QEvent, /) -> None:
        """Has the colour where one begins to read."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fold()

    def _show_hint(self, *, hinted: bool) -> None:
        self._hint.setVisible(hinted)
        for part in (self._word, self._path, self._meaning):
            part.setVisible(not hinted)

    @Slot()
    def _measure(self) -> None:
        """Takes the widths of all that may be shown."""
        font = fonts.font(_WORD_PX * self._look.text_scale, QFont.Weight.Bold)
        self._word.setFont(font)
        word, path = QFontMetricsF(font), QFontMetricsF(self._look.font("body", 500))
        self._names_widths = [
            (word.horizontalAdvance(e.word.label) + 2, path.horizontalAdvance(_above(e)) + 2)
            for e in self._entries
        ]
        self._word_height, self._path_height = word.height(), path.height()
        self._fold()
        self.update()

    def _fold(self) -> None:
        """Chooses the first form in which all words fit, and takes the height that it needs."""
        room = self.width() - _START - _END
        in_a_row = [word + _GAP + path for word, path in self._names_widths]
        beside = self._lines([room - names - 2 * _GAP for names in in_a_row])
        below = self._lines([room] * len(in_a_row))
        wide, short = beside <= _MOST_LINES, max(in_a_row) <= room
        names = self._word_height
        if not wide and not short:
            names += self._path_height
        lines = (beside if wide else below) * self._path_height
        before, after = (_END, _START) if self.isRightToLeft() else (_START, _END)
        self._row.setContentsMargins(before, _EDGE, after, _EDGE)
        self._names.setDirection(_direction(wide or short))
        self._names.setSpacing(_GAP if wide or short else 0)
        self._row.setDirection(_direction(wide))
        self._row.setSpacing(2 * _GAP if wide else 2)
        edge = Qt.AlignmentFlag.AlignTrailing if wide else Qt.AlignmentFlag.AlignLeading
        self._meaning.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
        content = max(names, lines) if wide else names + 2 + lines
        self.setFixedHeight(round(max(self._look.px(58), content + 2 * _EDGE + 4)))

    def _lines(self, rooms: Sequence[float]) -> float:
        """How many lines the longest meaning takes in the room that each one has."""
        metrics = QFontMetricsF(self._look.font("body"))
        wrap = int(Qt.TextFlag.TextWordWrap)
        heights = (
            metrics.boundingRect(QRectF(0, 0, room, 10_000), wrap, e.word.definition).height()
            if room > 0
            else float("inf")
            for e, room in zip(self._entries, rooms, strict=True)
        )
        return max(heights, default=0.0) / metrics.height()


def _above(entry: Entry) -> str:
    """The words that a word stands under, the family first."""
    return ", ".join(entry.path.labels[:-1])


def _direction(in_a_row: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if in_a_row else QBoxLayout.Direction.TopToBottom
