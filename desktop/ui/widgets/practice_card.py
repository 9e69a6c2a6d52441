"""Today's practice on one large card, with both stones on their tides."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import initial, paint_stone

_RADIUS = 26
_PADDING = 44
_PICTURE = 440
_SLACK = 40
# Each tide is drawn in a card 312 high: where it starts, and its curves down to the foot. Counted
# from the left edge of the picture.
_HEIGHT = 312.0
_TIDES = (
    ((0, 0), (46, 70, -38, 110, 4, 170), (46, 220, -34, 270, 10, 312)),
    ((230, 0), (268, 60, 196, 120, 232, 176), (268, 216, 200, 260, 236, 312)),
)
# The middle of each stone, counted from the right edge.
_STONES = ((Partner.A, 324.0), (Partner.B, 98.0))
_STONE = 128.0


class PracticeCard(Panel):
    """Words to the left, in the layout ``words``; the picture at the right, where there is room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=_RADIUS, padding=_PADDING, parent=parent)
        self._card_look = look
        self._pictured = False
        self._letters = {partner: initial("", partner) for partner in Partner}
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addLayout(self.words)

    def set_names(self, name_a: str, name_b: str) -> None:
        """Writes the initials on the stones."""
        names = {Partner.A: name_a, Partner.B: name_b}
        self._letters = {partner: initial(names[partner], partner) for partner in Partner}
        self.update()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leaves room for the picture, or gives it to the words on a narrow card."""
        super().resizeEvent(event)
        least = self.words.minimumSize().width() + _PADDING + _PICTURE + _SLACK
        self._pictured = self.width() >= least
        margins = self.contentsMargins()
        margins.setRight(_PICTURE if self._pictured else _PADDING)
        self.setContentsMargins(margins)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the card, then the tides and the stones inside its corners."""
        super().paintEvent(event)
        if not self._pictured:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -3)
        corners = QPainterPath()
        corners.addRoundedRect(inside, _RADIUS - 1, _RADIUS - 1)
        painter.setClipPath(corners)
        for partner, tide in zip(Partner, _TIDES, strict=True):
            painter.fillPath(self._tide(inside, tide), self._card_look.partner(partner).soft)
        for partner, from_right in _STONES:
            box = QRectF(0, 0, _STONE, _STONE)
            box.moveCenter(inside.center())
            box.moveLeft(inside.right() - from_right - _STONE / 2)
            letter = self._letters[partner]
            paint_stone(painter, self._card_look, partner, box, letter=letter)

    def _tide(self, inside: QRectF, tide: tuple[tuple[int, ...], ...]) -> QPainterPath:
        left, down = inside.right() - _PICTURE, inside.height() / _HEIGHT
        (start, _), *curves = tide
        path = QPainterPath()
        path.moveTo(left + start, inside.top())
        for ax, ay, bx, by, x, y in curves:
            path.cubicTo(
                left + ax,
                inside.top() + ay * down,
                left + bx,
                inside.top() + by * down,
                left + x,
                inside.top() + y * down,
            )
        path.lineTo(inside.right(), inside.bottom())
        path.lineTo(inside.right(), inside.top())
        path.closeSubpath()
        return path
