"""What the wheel shows and where: turned, mirrored, whole or filled by one family."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QTransform

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.wheel_geometry import Wedge, WheelGeometry
from desktop.ui.theme.look import Look
from desktop.ui.wheel.disc import Disc
from desktop.ui.wheel.labels import Way, to_level
from desktop.ui.wheel.letters import UNIT
from desktop.ui.wheel.painting import MARGIN, WheelPainter

_CENTRE_GAP: Final = 6 * UNIT
_OUTLINE: Final = 3 * UNIT


@dataclass(frozen=True)
class InHand:
    """The word that is lifted: by ``lift`` from 0 to 1, and whether it has the keyboard."""

    path_id: str
    lift: float
    focused: bool


class _Form:
    """The whole wheel, or one family of it."""

    def __init__(self, look: Look, wheel: Wheel, family: str, *, mirrored: bool) -> None:
        self.geometry = WheelGeometry(wheel, mirrored=mirrored, family=family)
        self.painter = WheelPainter(look, self.geometry)
        self.disc = Disc(look, self.geometry, self.painter)


class WheelScene:
    """Places and paints all that is on the wheel, in the pixels of a widget of a ``size``.

    A word that is not on display, since another family fills the wheel, stands where its family
    stands.
    """

    def __init__(self, look: Look, wheel: Wheel) -> None:
        self._look = look
        self._wheel = wheel
        self._forms: dict[str, _Form] = {}
        self._mirrored = False
        self._whole = WheelGeometry(wheel)
        self.size = QSize()
        self.rotation = 0.0
        self.family = ""
        self.pickers: Mapping[str, tuple[Partner, ...]] = {}
        self.lit: Collection[str] = ()

    @property
    def whole(self) -> WheelGeometry:
        """All words, neither turned nor filled by a family: the way from word to word."""
        return self._whole

    def show_family(self, family: str) -> None:
        """Lets one family fill the wheel, or with "" shows all words."""
        if family != self.family:
            self._form.disc.forget()
        self.family = family

    def mirror(self, *, mirrored: bool) -> None:
        """Lets the families run the other way round."""
        self._mirrored = mirrored
        self._whole = WheelGeometry(self._wheel, mirrored=mirrored)
        self.forget()

    def forget(self) -> None:
        """Has all painted anew, since the look has changed."""
        self._forms.clear()

    @property
    def radius(self) -> int:
        """The radius of the disc."""
        return int(min(self.size.width(), self.size.height()) / 2 / (1 + MARGIN))

    @property
    def middle(self) -> QPoint:
        """The middle of the disc."""
        return QPoint(self.size.width() // 2, self.size.height() // 2)

    @property
    def centre(self) -> QRect:
        """The place of the round button."""
        return self._around_middle((self._form.geometry.edges[0] - _CENTRE_GAP) * self.radius)

    @property
    def square(self) -> QRect:
        """The square round the wheel and all that stands out from it."""
        return self._around_middle(min(self.size.width(), self.size.height()) / 2)

    def is_on_disc(self, pos: QPointF) -> bool:
        """Whether a point lies on the round wheel."""
        away = pos - QPointF(self.middle)
        return QPointF.dotProduct(away, away) <= self.radius**2

    def wedge_at(self, pos: QPointF) -> Wedge | None:
        """The wedge, at rest, under a point."""
        point = (pos - QPointF(self.middle)) / max(1, self.radius)
        point = QTransform().rotate(-self.rotation).map(point)
        return self._form.geometry.hit(point.x(), point.y())

    def rect(self, path_id: str) -> QRect:
        """The smallest rectangle round a word at rest."""
        return self._rect_of(self._shown(path_id))

    def hand_rect(self, path_id: str) -> QRect:
        """The rectangle that a word fills while it is in hand, its outline included."""
        grown, _ = self._form.painter.lens(self._shown(path_id), self.radius, 1.0)
        more = math.ceil(_OUTLINE * self.radius) + 1
        return self._rect_of(grown).adjusted(-more, -more, more, more)

    def level(self, path_id: str) -> float:
        """By how much to turn for a word to read level, or for a family to be at the top."""
        wedge = self._shown(path_id)
        lettering = self._form.painter.letters.letterings(self.radius).get(wedge.id)
        return to_level(wedge.middle, lettering.way if lettering else Way.UPRIGHT)

    def paint(self, painter: QPainter, dpr: float, hand: InHand, *, moving: bool) -> None:
        """Paints the resting disc from memory, and on top what is lit, picked and in hand."""
        form, radius = self._form, self.radius
        painter.translate(self.middle)
        paint_disc = form.disc.paint_turning if moving else form.disc.paint_still
        paint_disc(painter, radius, self.rotation, dpr)
        lifted = self._on_display(hand.path_id)
        for wedge in self._each_on_display(self.lit):
            if wedge != lifted and wedge.id not in self.pickers:
                form.painter.paint_lit(painter, wedge, radius)
        for wedge in self._each_on_display(self.pickers):
            if wedge != lifted:
                form.painter.paint_picked(painter, wedge, radius)
        if lifted:
            form.painter.paint_lifted(painter, lifted, radius, hand.lift, focused=hand.focused)
        for path_id in self.lit:
            if path_id not in self.pickers:
                form.painter.paint_light(painter, self._shown(path_id), radius)
        for path_id, partners in self._stones().items():
            form.painter.paint_stones(painter, self._shown(path_id), radius, partners)

    def _stones(self) -> dict[str, tuple[Partner, ...]]:
        """Who picked each word on display, or one of the words that a family stands for."""
        found: dict[str, set[Partner]] = {}
        for path_id, partners in self.pickers.items():
            found.setdefault(self._shown(path_id).id, set()).update(partners)
        return {path_id: tuple(sorted(partners)) for path_id, partners in found.items()}

    def _rect_of(self, wedge: Wedge) -> QRect:
        left, top, right, bottom = (edge * self.radius for edge in wedge.bounds)
        rect = QRectF(QPointF(left, top), QPointF(right, bottom))
        return rect.translated(self.middle).toAlignedRect()

    def _around_middle(self, half: float) -> QRect:
        side = 2 * int(half)
        return QRect(self.middle - QPoint(int(half), int(half)), QSize(side, side))

    @property
    def _form(self) -> _Form:
        if self.family not in self._forms:
            form = _Form(self._look, self._wheel, self.family, mirrored=self._mirrored)
            self._forms[self.family] = form
        return self._forms[self.family]

    def _each_on_display(self, path_ids: Collection[str]) -> Iterator[Wedge]:
        return filter(None, map(self._on_display, path_ids))

    def _on_display(self, path_id: str) -> Wedge | None:
        wedge = self._form.geometry.wedge(path_id)
        return wedge.turned(self.rotation) if wedge else None

    def _shown(self, path_id: str) -> Wedge:
        """The wedge of a word, else of its family, as it is turned now."""
        geometry = self._form.geometry
        wedge = geometry.wedge(path_id) or geometry.wedge(path_id.partition("/")[0])
        if wedge is None:
            raise KeyError(path_id)
        return wedge.turned(self.rotation)
