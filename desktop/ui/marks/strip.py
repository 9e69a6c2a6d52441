"""The marks over the time of the session, on one quiet line."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.marks import LabelKind, Mark
from desktop.ui.formats import Formats
from desktop.ui.marks.state import MarksState
from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look
from desktop.ui.widgets.stone import paint_shape

_MINUTE: Final = 60_000
_SHAPE: Final = 11
_HEIGHT: Final = 28
_GAP: Final = 10
_NEAR: Final = 10


class MarkStrip(QWidget):
    """Each mark at its moment: round for A, square for B, a diamond for both.

    New moves lie above the line and points of the pattern below it, so that the two are told
    apart without colour.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = MarksState()
        self._run = _MINUTE
        self._until = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def show_marks(self, state: MarksState) -> None:
        """Shows the marks of a session."""
        self._state = state
        self.setAccessibleDescription("; ".join(state.told(mark) for mark in state.marks))
        self.update()

    def show_now(self, run: int, time: str) -> None:
        """Says how far the session has come, in ms of run time, and what the clock says."""
        if (time, run // _MINUTE) != (self._until, self._run // _MINUTE):
            self.update()
        self._run, self._until = max(run, _MINUTE), time

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._look.px(200), self._look.px(_HEIGHT))

    def event(self, event: QEvent, /) -> bool:
        """Tells of the mark under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            near = [mark for mark in self._state.marks if self._is_near(mark, event.pos().x())]
            QToolTip.showText(event.globalPos(), self._state.told(near[-1]) if near else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws both times, the line between them, and the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        painter.setPen(self._look.color("text-muted"))
        flags = int(Qt.AlignmentFlag.AlignCenter)
        for time, at_start in ((self._from(), True), (self._until, False)):
            painter.drawText(self._end(time, at_start=at_start), flags, time)
        start, end = self._line()
        middle = self.height() / 2
        painter.setPen(QPen(self._look.color("line-strong"), 1.5))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        for mark in self._state.marks:
            self._paint_mark(painter, mark)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        size = self._look.px(_SHAPE)
        above = mark.label.kind is LabelKind.NEW_MOVE
        away = size / 2 + 1.5
        center = QPointF(self._x(mark), self.height() / 2 + (-away if above else away))
        box = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        if mark.partner is not None:
            painter.setBrush(self._look.partner(mark.partner).fill)
            paint_shape(painter, mark.partner, box)
            return
        painter.setBrush(self._look.color("text-muted"))
        corners = (box.center().x(), box.top()), (box.right(), box.center().y())
        more = (box.center().x(), box.bottom()), (box.left(), box.center().y())
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in (*corners, *more)]))

    def _x(self, mark: Mark) -> float:
        start, end = self._line()
        whole = max(self._run, *(one.at.run for one in self._state.marks))
        share = min(1.0, max(0.0, mark.at.run / whole))
        inset = self._look.px(_SHAPE) / 2
        first, last = (start + inset, end - inset) if end > start else (start - inset, end + inset)
        return first + (last - first) * share

    def _line(self) -> tuple[float, float]:
        """Where the line begins and ends, in the direction in which one reads."""
        first = self._end(self._from(), at_start=True)
        last = self._end(self._until, at_start=False)
        if self.isRightToLeft():
            return first.left() - _GAP, last.right() + _GAP
        return first.right() + _GAP, last.left() - _GAP

    def _end(self, time: str, *, at_start: bool) -> QRectF:
        width = QFontMetrics(self._font()).horizontalAdvance(time) + 2.0
        left = 0.0 if at_start is not self.isRightToLeft() else self.width() - width
        return QRectF(left, 0, width, self.height())

    def _is_near(self, mark: Mark, x: int) -> bool:
        return abs(self._x(mark) - x) <= _NEAR

    def _from(self) -> str:
        return Formats().clock(self._state.began)

    def _font(self) -> QFont:
        return fonts.tabular(self._look.font("caption", 500))

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
