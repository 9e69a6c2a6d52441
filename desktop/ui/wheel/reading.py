"""The line under the wheel that repeats the word in hand, large, in one place."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from desktop.domain.wheel_search import Entry
from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text

_WORD_PX: Final = 29
_RADIUS: Final = 16
_BAR: Final = 12
_WIDE: Final = 620


class ReadingLine(QWidget):
    """The word in hand, where it stands and what it means; before the first one, what to do."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._family = ""
        self._marked = False
        self._word = QLabel()
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        self._path = Text(look, ink="text-muted", weight=500)
        self._meaning = Text(look, wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._dress()
        look.changed.connect(self._dress)
        self._path.setText(self.tr("Point at a word to read what it means."))

    def show_entry(self, entry: Entry | None, *, marked: bool = False) -> None:
        """Shows a word; ``marked`` while it has the keyboard's focus. None leaves the last one."""
        self._marked = marked
        if entry is not None:
            self._family = entry.path.family
            self._word.setText(entry.word.label)
            self._path.setText(", ".join(entry.path.labels[:-1]))
            self._meaning.setText(entry.word.definition)
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
        """Puts the meaning under the word where it does not fit beside it."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(14)
        names.addWidget(self._word)
        names.addWidget(self._path)
        names.addStretch(1)
        self._row.setContentsMargins(16 + _BAR + 14, 8, 18, 8)
        self._row.setSpacing(4)
        self._row.addLayout(names)
        self._row.addWidget(self._meaning, 1)

    @Slot()
    def _dress(self) -> None:
        self._word.setFont(fonts.font(_WORD_PX * self._look.text_scale, QFont.Weight.Bold))
        self._fold()
        self.update()

    def _fold(self) -> None:
        """The height is the same for all words, so that the wheel above keeps its size."""
        wide = self.width() >= self._look.px(_WIDE)
        middle, edge = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeading
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._meaning.setAlignment((Qt.AlignmentFlag.AlignTrailing if wide else edge) | middle)
        self.setFixedHeight(self._look.px(60 if wide else 104))
