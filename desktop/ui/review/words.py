"""The words that a partner chose, each with how strong it was."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.theme.look import Look
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import paint_shape, paint_stone
from desktop.ui.widgets.text import Text

_STRONGEST = 5
_MARK = 15
_STEP = 20


class Marks(QWidget):
    """Five small stones, as many of them filled as the word was strong."""

    def __init__(
        self, look: Look, partner: Partner, intensity: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._partner = partner
        self._intensity = intensity
        text = QCoreApplication.translate("Marks", "{count} of 5").format(count=intensity)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Five stones in a row."""
        width = _STEP * (_STRONGEST - 1) + _MARK + 2
        return QSize(self._look.px(width), self._look.px(_MARK + 2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's name
        """Draws the stones, the filled ones first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._look.text_scale, self._look.text_scale)
        for place in range(_STRONGEST):
            slot = _STRONGEST - 1 - place if self.isRightToLeft() else place
            box = QRectF(1 + slot * _STEP, 1, _MARK, _MARK)
            if place < self._intensity:
                paint_stone(painter, self._look, self._partner, box)
            else:
                self._paint_empty(painter, box.adjusted(0.8, 0.8, -0.8, -0.8))

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def _paint_empty(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self._look.color("line-strong"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_shape(painter, self._partner, box)


class FamilyBar(QWidget):
    """A bar in the colour of an emotion family; the family's name stands beside it."""

    def __init__(self, look: Look, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._family = family
        self.setFixedSize(7, 28)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's name
        """Draws the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.family(self._family, 1)[0])
        painter.drawRoundedRect(QRectF(self.rect()), 3.5, 3.5)


class WordRow(Panel):
    """One chosen word: its family's colour, itself, the family's name and its strength."""

    def __init__(self, look: Look, pick: Pick, parent: QWidget | None = None) -> None:
        super().__init__(look, ground="raised", radius=12, depth=0, padding=12, parent=parent)
        self.setContentsMargins(12, 10, 14, 10)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(13)
        line.addWidget(FamilyBar(look, pick.word.path.family))
        word = Text(look, pick.word.path.label, "label", weight=600, wrap=True)
        line.addWidget(word, 1)
        if len(pick.word.path.ids) > 1:
            line.addWidget(Text(look, pick.word.family_label, "small", ink="text-muted"))
        line.addSpacing(4)
        line.addWidget(Marks(look, pick.partner, pick.intensity))
