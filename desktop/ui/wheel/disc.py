"""All words at rest: painted from memory where the wheel stands still, quickly while it turns."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QTransform

from desktop.domain.wheel_geometry import WheelGeometry, at
from desktop.ui.theme.look import Look
from desktop.ui.wheel.ground import Ground
from desktop.ui.wheel.labels import Label, Lettering, Way, place, turn_at
from desktop.ui.wheel.letters import WEIGHTS
from desktop.ui.wheel.painting import HINTS, WheelPainter


@dataclass(frozen=True, slots=True)
class _Sprite:
    """A word as a small picture, with the place of its middle on a wheel that is not turned."""

    picture: QPixmap
    corner: QPointF
    angle: float
    distance: float
    way: Way


class Disc:
    """Paints the words at rest, on a painter that stands on the wheel's middle.

    Writing all words at a new angle takes longer than a frame may. So a picture of the wheel is
    kept for the angle at which it rests; while it turns, a small picture of each word is turned.
    """

    def __init__(self, look: Look, geometry: WheelGeometry, painter: WheelPainter) -> None:
        self._look = look
        self._geometry = geometry
        self._painter = painter
        self._still: tuple[tuple[int, float, float], QPixmap] | None = None
        self._turning: tuple[tuple[int, float], Ground, list[_Sprite]] | None = None

    def forget(self) -> None:
        """Gives up the pictures, which may be large."""
        self._still = self._turning = None

    def paint_still(self, painter: QPainter, radius: int, rotation: float, dpr: float) -> None:
        """The disc with a pixel of its own for each of the screen, at rest at an angle."""
        key = (radius, rotation, dpr)
        if self._still is None or self._still[0] != key:
            self._still = (key, self._whole(*key))
        painter.drawPixmap(QPointF(-radius, -radius), self._still[1])

    def paint_turning(self, painter: QPainter, radius: int, rotation: float, dpr: float) -> None:
        """The disc on its way past an angle."""
        key = (radius, dpr)
        if self._turning is None or self._turning[0] != key:
            self._turning = (key, self._ground(radius), self._sprites(radius, dpr))
        _, ground, sprites = self._turning
        ground.paint(painter, rotation)
        painter.save()
        # Soft edges of a picture that is clear at its edges would only take time.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        base = painter.transform()
        for sprite in sprites:
            angle = sprite.angle + rotation
            turn = QTransform.fromTranslate(*at(angle, sprite.distance))
            painter.setTransform(turn.rotate(turn_at(angle, sprite.way)) * base)
            painter.drawPixmap(sprite.corner, sprite.picture)
        painter.restore()

    def _ground(self, radius: int) -> Ground:
        return Ground(self._look, self._geometry, self._painter, radius)

    def _whole(self, radius: int, rotation: float, dpr: float) -> QPixmap:
        side = round(2 * radius * dpr)
        picture = _clear(QSize(side, side), dpr)
        letters = self._painter.letters
        letterings = letters.letterings(radius)
        with QPainter(picture) as on:
            on.setRenderHints(HINTS)
            on.translate(radius, radius)
            self._ground(radius).paint(on, rotation)
            for wedge in self._geometry.wedges:
                if lettering := letterings.get(wedge.id):
                    ink = self._look.family(wedge.path.family, wedge.ring)[1]
                    label = place(wedge.turned(rotation), lettering)
                    letters.write(on, label, radius, ink, WEIGHTS[wedge.ring])
        return picture

    def _sprites(self, radius: int, dpr: float) -> list[_Sprite]:
        letterings = self._painter.letters.letterings(radius)
        sprites: list[_Sprite] = []
        for wedge in self._geometry.wedges:
            if lettering := letterings.get(wedge.id):
                ink = self._look.family(wedge.path.family, wedge.ring)[1]
                picture = self._word(lettering, radius, dpr, ink, WEIGHTS[wedge.ring])
                size = picture.deviceIndependentSize()
                corner = QPointF(-size.width() / 2, -size.height() / 2)
                distance = (wedge.inner + wedge.outer) / 2 * radius
                sprites.append(_Sprite(picture, corner, wedge.middle, distance, lettering.way))
        return sprites

    def _word(
        self, lettering: Lettering, radius: int, dpr: float, ink: QColor, weight: QFont.Weight
    ) -> QPixmap:
        extent = self._painter.letters.extent(lettering.text)
        width, height = (math.ceil(each * lettering.size * radius * dpr) + 2 for each in extent)
        picture = _clear(QSize(width, height), dpr)
        with QPainter(picture) as on:
            on.setRenderHints(HINTS)
            on.translate(width / 2 / dpr, height / 2 / dpr)
            label = Label(lettering.text, 0, 0, 0, lettering.size)
            self._painter.letters.write(on, label, radius, ink, weight)
        return picture


def _clear(size: QSize, dpr: float) -> QPixmap:
    picture = QPixmap(size)
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
