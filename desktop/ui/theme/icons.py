"""Lucide icons, drawn in any colour, crisp at any scale of the screen."""

import re

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import resources

STROKE = 1.75


class Icons:
    """Reads and draws the files under ``resources/icons``; keeps what it has read."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, int], QSvgRenderer] = {}

    def paint(self, painter: QPainter, name: str, color: QColor, rect: QRectF) -> None:
        """Draws an icon into a square. An unknown name raises FileNotFoundError."""
        self._renderer(name, color).render(painter, rect)

    def pixmap(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap:
        """An icon of ``size`` logical pixels for a screen with ``dpr`` device pixels each."""
        # First of all: an error must not leave a painter at work on a pixmap that is gone.
        renderer = self._renderer(name, color)
        pixmap = QPixmap(QSize(size, size) * dpr)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def icon(self, name: str, color: QColor, faded: QColor, size: int) -> QIcon:
        """An icon for Qt's own widgets, at most ``size`` wide; ``faded`` is for disabled ones."""
        return QIcon(_Engine(self, name, color, faded, size))

    def _renderer(self, name: str, color: QColor) -> QSvgRenderer:
        key = (name, color.rgba())
        if key not in self._renderers:
            svg = self._source(name).replace("currentColor", color.name())
            self._renderers[key] = QSvgRenderer(QByteArray(svg.encode()))
        return self._renderers[key]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            svg = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = re.sub(r'stroke-width="[^"]*"', f'stroke-width="{STROKE}"', svg)
        return self._sources[name]


class _Engine(QIconEngine):
    """Draws when asked, so that every size and screen gets its own sharp picture."""

    def __init__(self, icons: Icons, name: str, color: QColor, faded: QColor, size: int) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._color = color
        self._faded = faded
        self._size = size

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State, /) -> QSize:
        return size.boundedTo(QSize(self._size, self._size))

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State, /
    ) -> None:
        color = self._faded if mode is QIcon.Mode.Disabled else self._color
        self._icons.paint(painter, self._name, color, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._color, self._faded, self._size)
