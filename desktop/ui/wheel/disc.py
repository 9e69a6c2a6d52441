"""The picture of all words at rest: sharp where the wheel stands still, quick while it turns."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.domain.wheel_geometry import Wedge, WheelGeometry, at
from desktop.ui.theme.look import Look
from desktop.ui.wheel.labels import Label, Way, place, turn_at
from desktop.ui.wheel.letters import WEIGHTS
from desktop.ui.wheel.painting import HINTS, WheelPainter, wedge_path


class Disc:
    """Paints the words at rest, on a painter that stands on the wheel's middle.

    Writing all words takes longer than a frame may. So a picture of the wheel is kept for the
    angle at which it rests, and another one that is turned as a whole while the wheel turns: in it
    a word is written anew when it would come to stand on its head.
    """

    def __init__(self, look: Look, geometry: WheelGeometry, painter: WheelPainter) -> None:
        self._look = look
        self._geometry = geometry
        self._painter = painter
        self._first = {w.id for w in geometry.wedges if _begins_a_family(geometry, w)}
        self._still: tuple[tuple[float, float, float], QPixmap] | None = None
        self._turning: tuple[tuple[float, float], QPixmap, dict[str, bool]] | None = None

    def forget(self) -> None:
        """Gives up both pictures, which may be large."""
        self._still = self._turning = None

    def paint_still(self, painter: QPainter, radius: int, rotation: float, dpr: float) -> None:
        """The disc with a pixel of its own for each of the screen, at rest at an angle."""
        key = (radius, rotation, dpr)
        if self._still is None or self._still[0] != key:
            self._still = (key, self._picture(radius, dpr, lambda on: self._all(on, *key[:2])))
        painter.drawPixmap(QPointF(-radius, -radius), self._still[1])

    def paint_turning(self, painter: QPainter, radius: int, rotation: float, dpr: float) -> None:
        """The disc on its way past an angle."""
        picture = self._turned(radius, rotation, dpr)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.rotate(rotation)
        painter.drawPixmap(QPointF(-radius, -radius), picture)
        painter.restore()
        for wedge in self._geometry.wedges:
            if wedge.ring == 1:
                self._write(painter, wedge.turned(rotation), radius)

    def _turned(self, radius: int, rotation: float, dpr: float) -> QPixmap:
        """The picture to turn, with each word the right way up at an angle."""
        key = (radius, dpr)
        if self._turning is None or self._turning[0] != key:
            picture = self._picture(radius, dpr, lambda on: self._grounds(on, radius, 0))
            self._turning = (key, picture, {})
        _, picture, flipped = self._turning
        letterings = self._painter.letters.letterings(radius)
        with QPainter(picture) as on:
            on.setRenderHints(HINTS)
            on.translate(radius, radius)
            for wedge in self._geometry.wedges:
                lettering = letterings.get(wedge.id)
                if lettering is None or wedge.ring == 1:
                    continue
                flip = _stands_on_its_head(wedge.middle, lettering.way, rotation)
                if flipped.get(wedge.id) is not flip:
                    label = place(wedge, lettering)
                    if wedge.id in flipped:
                        self._wipe(on, wedge, label, radius)
                    label = replace(label, turn=label.turn + 180) if flip else label
                    ink = self._look.family(wedge.path.family, wedge.ring)[1]
                    self._painter.letters.write(on, label, radius, ink, WEIGHTS[wedge.ring])
                    flipped[wedge.id] = flip
        return picture

    def _wipe(self, on: QPainter, wedge: Wedge, label: Label, radius: int) -> None:
        extent = self._painter.letters.extent(label.text)
        width, height = (each * label.size * radius for each in extent)
        fill = self._look.family(wedge.path.family, wedge.ring)[0]
        on.save()
        on.translate(label.x * radius, label.y * radius)
        on.rotate(label.turn)
        on.fillRect(QRectF(-width / 2 - 1, -height / 2 - 1, width + 2, height + 2), fill)
        on.restore()

    def _picture(self, radius: int, dpr: float, draw: Callable[[QPainter], None]) -> QPixmap:
        side = round(2 * radius * dpr)
        picture = QPixmap(QSize(side, side))
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as on:
            on.setRenderHints(HINTS)
            on.translate(radius, radius)
            draw(on)
        return picture

    def _all(self, on: QPainter, radius: float, rotation: float) -> None:
        self._grounds(on, radius, rotation)
        for wedge in self._geometry.wedges:
            self._write(on, wedge.turned(rotation), radius)

    def _write(self, on: QPainter, wedge: Wedge, radius: float) -> None:
        letters = self._painter.letters
        if lettering := letters.letterings(radius).get(wedge.id):
            ink = self._look.family(wedge.path.family, wedge.ring)[1]
            letters.write(on, place(wedge, lettering), radius, ink, WEIGHTS[wedge.ring])

    def _grounds(self, on: QPainter, radius: float, rotation: float) -> None:
        """The wedges without their words, and the lines that part them.

        Lines over plain wedges: outlines round each of them would take three times as long.
        """
        on.save()
        on.rotate(rotation)
        on.setPen(Qt.PenStyle.NoPen)
        for wedge in self._geometry.wedges:
            on.setBrush(self._look.family(wedge.path.family, wedge.ring)[0])
            on.drawPath(wedge_path(wedge, radius))
        on.setBrush(Qt.BrushStyle.NoBrush)
        on.setPen(self._painter.edge("window", 1.2, radius))
        for edge in self._geometry.edges[1:-1]:
            on.drawEllipse(QPointF(0, 0), edge * radius, edge * radius)
        for wedge in self._geometry.wedges:
            width = 3 if wedge.id in self._first else 1.2
            on.setPen(self._painter.edge("window", width, radius, Qt.PenCapStyle.FlatCap))
            inner, outer = at(wedge.start, wedge.inner), at(wedge.start, wedge.outer)
            on.drawLine(QPointF(*inner) * radius, QPointF(*outer) * radius)
        on.restore()


def _stands_on_its_head(angle: float, way: Way, rotation: float) -> bool:
    """Whether a word at an angle, if only turned along with the wheel, would be upside down."""
    turned = turn_at(angle, way) + rotation
    return math.cos(math.radians(turn_at(angle + rotation, way) - turned)) < 0


def _begins_a_family(geometry: WheelGeometry, wedge: Wedge) -> bool:
    """Whether a family's words begin, clockwise, with this one of its ring."""
    before = geometry.beside(wedge, -1)
    other = before.path.family != wedge.path.family
    return wedge.ring == 1 or other or before.start > wedge.start
