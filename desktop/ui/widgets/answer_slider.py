"""A slider that answers in five words instead of a figure."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius
from desktop.ui.widgets.stone import paint_shape

UNANSWERED: Final = 0
LOWEST: Final = 1
HIGHEST: Final = 5

_KNOB = 17.0
_TRACK = 10.0
_RING_GAP = 2.0
_RING = 2.0


def answer_words() -> tuple[str, ...]:
    """The five answers from the lowest to the highest."""
    return (
        QCoreApplication.translate("Answer", "not yet"),
        QCoreApplication.translate("Answer", "a little"),
        QCoreApplication.translate("Answer", "in parts"),
        QCoreApplication.translate("Answer", "mostly"),
        QCoreApplication.translate("Answer", "fully"),
    )


def answer_word(answer: int) -> str:
    """The word for an answer from 1 to 5."""
    return answer_words()[answer - LOWEST]


class AnswerSlider(QSlider):
    """One partner's answer from 1 to 5, or none yet.

    Until it is moved it has no knob and no answer; its value is then 0. ``answered`` carries
    each answer that the partner chooses, never one that was shown by ``show_answer``.
    """

    answered = Signal(int)

    def __init__(self, look: Look, partner: Partner, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._partner = partner
        self._showing = False
        self.setRange(UNANSWERED, HIGHEST)
        self.setPageStep(1)
        set_focus_radius(self, OWN_FOCUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._take)
        look.changed.connect(self.update)
        self._describe()

    @property
    def answer(self) -> int | None:
        """The answer from 1 to 5, or None."""
        return None if self.value() == UNANSWERED else self.value()

    def show_answer(self, answer: int | None) -> None:
        """Shows an answer, or takes it away without a trace."""
        self._showing = True
        self.setMinimum(UNANSWERED)
        self.setValue(UNANSWERED if answer is None else answer)
        self._showing = False
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the knob and its focus ring."""
        side = round(2 * (_KNOB + _RING_GAP + _RING))
        return QSize(side * 5, side)

    def minimumSizeHint(self) -> QSize:
        """Five stops that can still be told apart."""
        return QSize(self.sizeHint().height() * 3, self.sizeHint().height())

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        """Goes to the nearest stop."""
        self._follow(ev)

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        """Drags from stop to stop."""
        self._follow(ev)

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        """Nothing is left to do."""
        ev.accept()

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Scrolling the page must not change an answer."""
        e.ignore()

    def paintEvent(self, ev: QPaintEvent) -> None:  # noqa: ARG002  Qt's name
        """The track, filled up to the knob in the partner's colour and shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = self.hasFocus() and self.answer is None
        inset = _RING_GAP + _RING if ringed else 0.5
        track = QRectF(inset, (self.height() - _TRACK) / 2, self.width() - 2 * inset, _TRACK)
        painter.setPen(QPen(self._look.color("line-strong"), 1))
        painter.setBrush(self._look.color("sunken"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        if self.answer is not None:
            self._paint_answer(painter, track, self.answer)
        elif ringed:
            self._paint_ring(painter, track.adjusted(-3, -3, 3, 3))

    def _paint_answer(self, painter: QPainter, track: QRectF, answer: int) -> None:
        colors = self._look.partner(self._partner)
        knob = QPointF(self._x_of(answer), self.height() / 2)
        filled = QRectF(track)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            filled.setLeft(knob.x())
        else:
            filled.setRight(knob.x())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.fill)
        painter.drawRoundedRect(filled, _TRACK / 2, _TRACK / 2)
        if self.hasFocus():
            grown = _KNOB + _RING_GAP + _RING / 2
            self._paint_shape(painter, knob, grown, QPen(self._look.color("focus"), _RING), None)
        self._paint_shape(painter, knob, _KNOB, None, colors.fill)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.on)
        painter.drawEllipse(knob, 5, 5)

    def _paint_shape(
        self, painter: QPainter, at: QPointF, half: float, pen: QPen | None, fill: QColor | None
    ) -> None:
        painter.setPen(pen or QPen(Qt.PenStyle.NoPen))
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        paint_shape(painter, self._partner, box)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self._look.color("focus"), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _x_of(self, answer: int) -> float:
        inset = _KNOB + _RING_GAP + _RING
        share = (answer - LOWEST) / (HIGHEST - LOWEST)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return inset + share * (self.width() - 2 * inset)

    def _follow(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        self.setValue(min(range(LOWEST, HIGHEST + 1), key=lambda stop: abs(self._x_of(stop) - x)))
        event.accept()

    @Slot(int)
    def _take(self, value: int) -> None:
        if value != UNANSWERED:
            self.setMinimum(LOWEST)
        self._describe()
        if value != UNANSWERED and not self._showing:
            self.answered.emit(value)

    def _describe(self) -> None:
        answer = self.answer
        self.setAccessibleDescription(
            self.tr("no answer yet") if answer is None else answer_word(answer)
        )
