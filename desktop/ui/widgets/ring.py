"""The timer ring: time as weather. It empties clockwise, and never shows a digit."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import TimerView
from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.outlines import ring_path
from desktop.ui.widgets.stone import initial, paint_stone

REACH: Final = 111.0
"""Half the side of the whole ring in its own units; the line runs at 104."""

_LINE = 104.0
_WIDTH = 13.0
_SLIM = 6.0
"""The width of what is left once the time is nearly over: slimmer, and of the same colour."""
_DOT = 6.5
_DOTS = 25
_STONE = 74.0
_ALONE = 106.0
"""Half the side of a stone without a ring: it begins where the words below it begin."""

_PAIR_STONE = 46.0


class Ring(QWidget):
    """A partner's stone with a ring of the same shape round it, or both stones for nobody's time.

    Call ``refresh`` with the run time (ms) as often as the ring should move; it asks for a new
    picture of itself alone, and only when the picture differs.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._partner: Partner | None = None
        self._letters: dict[Partner, str] = {}
        self._timer: TimerView | None = None
        self._full = 0.0
        self._over = False
        self._slim = False
        look.changed.connect(self.update)

    @property
    def full(self) -> float:
        """How much of the ring is there still, from 1 down to 0."""
        return self._full

    @property
    def slim(self) -> bool:
        """Whether the planned time is nearly over, so that the ring is drawn slimmer."""
        return self._slim

    @property
    def over(self) -> bool:
        """Whether the planned time is past."""
        return self._over

    def show_timer(
        self, partner: Partner | None, name_a: str, name_b: str, timer: TimerView | None, now: int
    ) -> None:
        """Shows whose time it is; None is both's. Without a planned time the ring is a track."""
        self._partner = partner
        self._letters = {
            Partner.A: initial(name_a, Partner.A),
            Partner.B: initial(name_b, Partner.B),
        }
        self._timer = timer
        self._measure(now)
        self.update()

    def refresh(self, now: int) -> None:
        """Moves the ring on to a run time."""
        before = self._looks()
        self._measure(now)
        if self._look.shows_ring and self._looks() != before:
            self.update()

    def _looks(self) -> tuple[object, ...]:
        return (round(self._full, 4), self._over, self._slim)

    def _measure(self, now: int) -> None:
        left = self._timer.left_at(now) if self._timer is not None else None
        planned = self._timer.planned if self._timer is not None else None
        self._over = left is not None and left <= 0
        self._slim = self._timer is not None and self._timer.is_warned_at(now)
        self._full = max(0.0, min(1.0, left / planned)) if left and planned else 0.0

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws track and ring, where the look has one, and the stone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width(), self.height()) / (2 * REACH)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        if self._look.shows_ring:
            self._paint_ring(painter)
        self._paint_stones(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        path = ring_path(self._partner, QPointF(0, 0), _LINE)
        painter.strokePath(path, self._pen(self._track(), _WIDTH))
        if self._over:
            self._paint_dots(painter, path)
        elif self._full > 0:
            self._paint_rest(painter, path)

    def _paint_rest(self, painter: QPainter, path: QPainterPath) -> None:
        width = _SLIM if self._slim else _WIDTH
        pen = self._pen(self._ink(), width)
        if self._full < 1:
            length = path.length() / width
            rest = length * self._full
            # One dash, shifted so that it ends at the top: the gap before it grows clockwise.
            pen.setDashPattern([rest, length])
            pen.setDashOffset(2 * rest)
        painter.strokePath(path, pen)

    def _paint_dots(self, painter: QPainter, path: QPainterPath) -> None:
        pen = self._pen(self._ink(), _DOT)
        step = path.length() / _DOT / _DOTS
        pen.setDashPattern([0.01, step - 0.01])
        painter.strokePath(path, pen)

    def _paint_stones(self, painter: QPainter) -> None:
        if self._partner is not None:
            half = _STONE if self._look.shows_ring else _ALONE
            box = QRectF(-half, -half, 2 * half, 2 * half)
            letter = self._letters[self._partner]
            paint_stone(painter, self._look, self._partner, box, letter=letter)
            return
        for partner, letter in self._letters.items():
            left = -2 * _PAIR_STONE if partner is Partner.A else 0.0
            box = QRectF(left * 0.95, -_PAIR_STONE, 2 * _PAIR_STONE, 2 * _PAIR_STONE)
            paint_stone(painter, self._look, partner, box, letter=letter)

    def _ink(self) -> QColor:
        if self._partner is None:
            return self._look.color("accent")
        return self._look.partner(self._partner).fill

    def _track(self) -> QColor:
        if self._look.theme == "light":
            return self._look.color("raised")
        faint = QColor(self._look.color("text"))
        faint.setAlphaF(0.12 if self._look.theme == "dark" else 0.35)
        return faint

    @staticmethod
    def _pen(color: QColor, width: float) -> QPen:
        return QPen(
            color,
            width,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
