"""A partner's stone: round for A, square for B, filled while speaking."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.people import Partner
from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look
from desktop.ui.widgets.graphemes import graphemes

# A square looks larger than a circle of the same width.
_SQUARE_SHARE = 0.93
_SQUARE_CORNER = 0.18
_LETTER_SHARE = 0.56
_PAIR_STEP = 0.95


def initial(name: str, partner: Partner) -> str:
    """The first letter of a name as a reader sees it, or the partner's own for an empty name.

    A letter may be several code points: an accent, a flag, a family of emoji.
    """
    stripped = name.strip()
    if not stripped:
        return partner.value.upper()
    letter = graphemes(stripped)[0]
    upper = letter.upper()
    return upper if len(upper) == len(letter) else letter


def paint_shape(painter: QPainter, partner: Partner, box: QRectF) -> None:
    """Draws a partner's shape into a square box, with the pen and the brush that are set."""
    if partner is Partner.A:
        painter.drawEllipse(box)
        return
    shrink = box.width() * (1 - _SQUARE_SHARE) / 2
    square = box.adjusted(shrink, shrink, -shrink, -shrink)
    corner = square.width() * _SQUARE_CORNER
    painter.drawRoundedRect(square, corner, corner)


def paint_stone(
    painter: QPainter,
    look: Look,
    partner: Partner,
    box: QRectF,
    *,
    letter: str = "",
    filled: bool = True,
) -> None:
    """Draws a stone into a square box, with a letter or plain."""
    colors = look.partner(partner)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = 0.0 if filled else max(1.5, box.width() / 16)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colors.fill, edge))
    painter.setBrush(colors.fill if filled else Qt.BrushStyle.NoBrush)
    paint_shape(painter, partner, box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))
    if letter:
        painter.setPen(colors.on if filled else colors.ink)
        painter.setFont(fonts.font(box.height() * _LETTER_SHARE, 700))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
    painter.restore()


class Stone(QWidget):
    """One partner's stone with the initial of the name; ``size`` in logical pixels.

    ``filled`` means that this partner speaks. It is a picture beside a name, so it is not in the
    accessibility tree by a name of its own.
    """

    def __init__(
        self,
        look: Look,
        partner: Partner,
        name: str = "",
        *,
        size: int = 36,
        filled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._partner = partner
        self._letter = initial(name, partner)
        self._filled = filled
        self.setFixedSize(size, size)
        look.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """Shows the initial of another name."""
        self._letter = initial(name, self._partner)
        self.update()

    def set_filled(self, filled: bool) -> None:
        """Fills the stone or leaves its outline."""
        self._filled = filled
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the stone."""
        paint_stone(
            QPainter(self),
            self._look,
            self._partner,
            QRectF(self.rect()),
            letter=self._letter,
            filled=self._filled,
        )


class StonePair(QWidget):
    """Both partners' stones side by side, as a couple's sign in lists."""

    def __init__(
        self,
        look: Look,
        name_a: str = "",
        name_b: str = "",
        *,
        size: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._letters: dict[Partner, str] = {}
        self.setFixedSize(self.sizeHint())
        look.changed.connect(self.update)
        self.set_names(name_a, name_b)

    def set_names(self, name_a: str, name_b: str) -> None:
        """Shows the initials of other names."""
        self._letters = {
            Partner.A: initial(name_a, Partner.A),
            Partner.B: initial(name_b, Partner.B),
        }
        self.update()

    def sizeHint(self) -> QSize:
        """Two stones that touch."""
        return QSize(round(self._size * (1 + _PAIR_STEP)), self._size)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws A's stone, then B's beside it."""
        painter = QPainter(self)
        for partner, letter in self._letters.items():
            left = 0.0 if partner is Partner.A else self._size * _PAIR_STEP
            box = QRectF(left, 0, self._size, self._size)
            paint_stone(painter, self._look, partner, box, letter=letter)
