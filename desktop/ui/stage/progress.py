"""Where in the turn they are: a dot for each step, and the title of the one that is open."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.people import Partner
from desktop.ui.stage.fitting import Fitted, Setter, Side, Style
from desktop.ui.theme.look import Look

TITLE: Final = Style(28, 600, 1.2)
HEIGHT: Final = 48.0
_STEP = 44.0
_DOT = 11.0
_SIDE = 24.0
_LONGEST = 300.0


class StepDots(QLabel):
    """Done steps are filled, the open one shows its title, steps ahead are outlined.

    To assistive tools it is a label with the title.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._number = 0
        self._count = 0
        self._partner: Partner | None = None
        self._title: Fitted | None = None
        self._scale = 1.0
        self._rtl = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        look.changed.connect(self.update)

    def show_step(self, number: int, count: int, title: str, partner: Partner | None) -> None:
        """Shows that ``number`` of ``count`` steps, counted from 1, is open."""
        self._number = number
        self._count = count
        self._partner = partner
        self.setText(title)

    def fit(
        self, setter: Setter, unit: float, title_unit: float, width: float, *, rtl: bool
    ) -> float:
        """Makes itself fit a width in pixels; gives the width that it takes."""
        self._rtl = rtl
        room = QSizeF(_LONGEST * unit, (HEIGHT - 10) * unit)
        self._title = setter.fit(self.text(), TITLE, title_unit, room, Side.LEFT)
        others = max(0, self._count - 1)
        natural = self._title.width + 2 * _SIDE * unit + others * _STEP * unit
        self._scale = unit
        if natural > width and others:
            spare = max(0.0, width - self._title.width - 2 * _SIDE * unit)
            self._scale = spare / (others * _STEP)
        return min(natural, width)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the row."""
        if self._title is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for index in range(1, self._count + 1):
            if index == self._number:
                x += self._paint_title(painter, self._title, x)
            else:
                self._paint_dot(painter, x, done=index < self._number)
                x += _STEP * self._scale

    def _paint_title(self, painter: QPainter, title: Fitted, x: float) -> float:
        high = float(self.height())
        width = title.width + high
        box = self._mirrored(QRectF(x, 0, width, high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill())
        painter.drawRoundedRect(box, high / 2, high / 2)
        room = QRectF(box.left(), (high - title.height) / 2, width, title.height)
        title.draw(painter, room, self._on(), Side.MIDDLE)
        return width + (_STEP - 2 * _DOT) * self._scale

    def _paint_dot(self, painter: QPainter, x: float, *, done: bool) -> None:
        radius = _DOT * self._scale
        box = self._mirrored(QRectF(x, self.height() / 2 - radius, 2 * radius, 2 * radius))
        painter.setBrush(self._fill() if done else Qt.BrushStyle.NoBrush)
        edge = 2.5 * self._scale
        muted = QPen(self._look.color("text-muted"), edge)
        painter.setPen(Qt.PenStyle.NoPen if done else muted)
        inner = radius if done else radius - 0.6 * edge
        painter.drawEllipse(QPointF(box.center()), inner, inner)

    def _mirrored(self, box: QRectF) -> QRectF:
        if self._rtl:
            box.moveLeft(self.width() - box.right())
        return box

    def _fill(self) -> QColor:
        if self._partner is None:
            return self._look.color("accent")
        return self._look.partner(self._partner).fill

    def _on(self) -> QColor:
        if self._partner is None:
            return self._look.color("on-accent")
        return self._look.partner(self._partner).on
