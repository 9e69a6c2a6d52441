"""The wheel without its words: the fields of the families, and the lines that part them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from desktop.domain.wheel_geometry import Wedge, WheelGeometry, at
from desktop.ui.theme.look import Look
from desktop.ui.wheel.painting import WheelPainter, wedge_path

_FINE: Final = 1.2
_BROAD: Final = 3.0
"""Between words, and between families; in units of the drawing."""


class Ground:
    """Paints the ground of a wheel of a radius, on a painter that stands on the wheel's middle.

    Words of one colour are one field, and smooth lines over the fields' rough edges make the
    words: an outline round each word would take several times as long.
    """

    def __init__(self, look: Look, geometry: WheelGeometry, painter: WheelPainter, radius: int):
        self._painter = painter
        self._radius = radius
        self._edges = geometry.edges
        self._fields: list[tuple[QColor, QPainterPath]] = [
            (look.family(run.path.family, run.ring)[0], wedge_path(run, radius))
            for run in _runs(geometry.wedges)
        ]
        begins = {_angle(run) for run in _runs(geometry.wedges)}
        sides = _sides(geometry.wedges, radius)
        self._broad = [line for angle, line in sides.items() if angle in begins]
        self._fine = [line for angle, line in sides.items() if angle not in begins]

    def paint(self, painter: QPainter, rotation: float) -> None:
        """Paints it turned by some degrees clockwise."""
        painter.save()
        painter.rotate(rotation)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for fill, field in self._fields:
            painter.setBrush(fill)
            painter.drawPath(field)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for units, lines in ((_FINE, self._fine), (_BROAD, self._broad)):
            painter.setPen(
                self._painter.edge("window", units, self._radius, Qt.PenCapStyle.FlatCap)
            )
            painter.drawLines(lines)
        painter.setPen(self._painter.edge("window", _FINE, self._radius))
        for edge in self._edges:
            painter.drawEllipse(QPointF(0, 0), edge * self._radius, edge * self._radius)
        painter.restore()


def _runs(wedges: Sequence[Wedge]) -> Iterator[Wedge]:
    """The words of each family in each ring that lie side by side, as one wedge."""
    ordered = sorted(wedges, key=lambda w: (w.ring, w.path.family, w.start))
    for _, group in groupby(ordered, key=lambda w: (w.ring, w.path.family)):
        run: Wedge | None = None
        for wedge in group:
            if run and wedge.start - (run.start + run.sweep) < 1e-6:
                run = replace(run, sweep=wedge.start + wedge.sweep - run.start)
                continue
            if run:
                yield run
            run = wedge
        if run:
            yield run


def _sides(wedges: Sequence[Wedge], radius: float) -> dict[float, QLineF]:
    """A line for each angle at which words of any ring start, through all of these rings."""
    sides: dict[float, QLineF] = {}
    for angle, group in groupby(sorted(wedges, key=_angle), key=_angle):
        both = list(group)
        inner, outer = min(w.inner for w in both), max(w.outer for w in both)
        ends = (QPointF(*at(angle, distance)) * radius for distance in (inner, outer))
        sides[angle] = QLineF(*ends)
    return sides


def _angle(wedge: Wedge) -> float:
    return round(wedge.start % 360, 6)
