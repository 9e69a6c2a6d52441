"""How long each had the floor: two shapes and a tick in the middle. It judges nothing."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.people import Partner
from desktop.ui.formats import Formats
from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look

_HEIGHT: Final = 30
_TICK: Final = 5
_GAP: Final = 4
_PAD: Final = 16
_SQUARE_CORNER: Final = 9


class FloorBalance(QWidget):
    """A's part is round, B's is square, each as long as its share of the time. Times are ms.

    Its accessible description says both times in words.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = {Partner.A: "", Partner.B: ""}
        self._times = {Partner.A: 0, Partner.B: 0}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def show_times(self, name_a: str, time_a: int, name_b: str, time_b: int) -> None:
        """Shows how long each had the floor."""
        self._names = {Partner.A: name_a, Partner.B: name_b}
        self._times = {Partner.A: time_a, Partner.B: time_b}
        words = self.tr("{a} {time_a}, {b} {time_b}").format(
            a=name_a, time_a=_time(time_a), b=name_b, time_b=_time(time_b)
        )
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            self.update()

    def share(self) -> float:
        """A's share of the time, from 0 to 1; a half while nobody spoke."""
        whole = sum(self._times.values())
        return self._times[Partner.A] / whole if whole else 0.5

    def sizeHint(self) -> QSize:
        """The bar and the tick that stands out of it."""
        return QSize(self._look.px(240), self._look.px(_HEIGHT) + 2 * _TICK)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the well, both parts, both times and the tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(self.rect()).adjusted(0, _TICK, 0, -_TICK)
        round_corner = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("sunken"))
        painter.drawRoundedRect(bar, round_corner, round_corner)
        left, right = self._parts(bar)
        for partner, part, corner in (
            (Partner.A, left, round_corner),
            (Partner.B, right, _SQUARE_CORNER),
        ):
            if self._times[partner]:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.partner(partner).fill)
                painter.drawRoundedRect(part, corner, corner)
            self._paint_words(painter, partner, part)
        painter.setPen(QPen(self._look.color("text"), 2))
        middle = self.rect().center().x()
        painter.drawLine(middle, 0, middle, self.height())

    def _parts(self, bar: QRectF) -> tuple[QRectF, QRectF]:
        """A's part and B's; each keeps room for its words."""
        gap = _GAP if all(self._times.values()) else 0
        least = [self._words_width(partner) for partner in Partner]
        room = bar.width() - gap
        width = min(max(room * self.share(), least[0]), room - least[1])
        left = QRectF(bar.left(), bar.top(), width, bar.height())
        right = QRectF(left.right() + gap, bar.top(), room - width, bar.height())
        return left, right

    def _paint_words(self, painter: QPainter, partner: Partner, part: QRectF) -> None:
        painter.setFont(self._font())
        filled = bool(self._times[partner])
        ink = self._look.partner(partner).on if filled else self._look.color("text-muted")
        painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignLeft if partner is Partner.A else Qt.AlignmentFlag.AlignRight
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        room = part.adjusted(self._pad(), 0, -self._pad(), 0)
        painter.drawText(room, flags, self._words(partner, room.width()))

    def _words(self, partner: Partner, width: float) -> str:
        """Name and time; a name too long for the part is shortened, the time never."""
        time = _time(self._times[partner])
        metrics = QFontMetrics(self._font())
        spare = int(width) - metrics.horizontalAdvance(f" {time}")
        name = metrics.elidedText(self._names[partner], Qt.TextElideMode.ElideRight, max(0, spare))
        return f"{name} {time}".strip()

    def _words_width(self, partner: Partner) -> float:
        words = f"{self._names[partner]} {_time(self._times[partner])}"
        wanted = QFontMetrics(self._font()).horizontalAdvance(words) + 2 * self._pad() + 2
        return min(wanted, self.width() * 0.45)

    def _font(self) -> QFont:
        return fonts.tabular(self._look.font("small", 600))

    def _pad(self) -> int:
        return self._look.px(_PAD)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _time(milliseconds: int) -> str:
    return Formats().minutes_seconds(milliseconds)
