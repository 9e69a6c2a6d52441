"""The words of a session as a small picture of the wheel."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_svg import FamilyColors, Palette, picture_of
from desktop.ui.theme.look import Look


class WheelPicture(QWidget):
    """Shows picks on the wheel, ``size`` logical pixels wide and high, and more with large text.

    It is mirrored where one reads from the right, as the wheel is. Whoever puts it up names and
    describes it: the words stand beside it.
    """

    def __init__(
        self, look: Look, wheel: Wheel, *, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._wheel = wheel
        self._size = size
        self._picks: tuple[Pick, ...] = ()
        self._svg = ""
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    @property
    def svg(self) -> str:
        """The picture that is shown; empty where no word stands on the wheel."""
        return self._svg

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Shows these picks and no others."""
        self._picks = tuple(picks)
        self._draw()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the picture, sharp on every screen."""
        if self._svg:
            self._renderer.render(QPainter(self), QRectF(self.rect()))

    def changeEvent(self, event: QEvent, /) -> None:
        """Is drawn anew when the direction of reading changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._draw()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self._draw()

    def _draw(self) -> None:
        palette = _palette(self._look, self._wheel)
        mirrored = self.isRightToLeft()
        self._svg = picture_of(self._wheel, self._picks, palette, mirrored=mirrored)
        if self._svg:
            self._renderer.load(QByteArray(self._svg.encode()))
        self.update()


def _palette(look: Look, wheel: Wheel) -> Palette:
    """The colours of the theme of the moment."""
    other = look.color("sunken").name()
    return Palette(
        ink=look.color("text").name(),
        line=look.color("line").name(),
        partners={partner: look.partner(partner).fill.name() for partner in Partner},
        families={
            family.id: FamilyColors(
                pale=look.family(family.id, 3)[0].name(), full=look.family(family.id, 1)[0].name()
            )
            for family in wheel.families
        },
        other=FamilyColors(pale=other, full=other),
    )
