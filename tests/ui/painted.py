"""The words that a window paints, whoever paints them: labels, buttons, pictures.

Each widget is drawn once onto a paint device that keeps no colours, only texts and their places.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)

SLACK = 1.5
"""Pixels that a letter may stand out: its edges are soft."""


@dataclass(frozen=True)
class PaintedWord:
    """A line, or a piece of one, with the place of its ink in the widget that paints it."""

    text: str
    ink: QRectF
    widget: QWidget

    @property
    def is_cut(self) -> bool:
        """Whether a part of it can't be seen, even after scrolling."""
        widget, ink = self.widget, self.ink
        while True:
            if not QRectF(widget.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(ink):
                return True
            above = widget.parentWidget()
            if above is None or widget.isWindow() or _scrolls(above):
                return False
            ink = ink.translated(QPointF(widget.pos()))
            widget = above


def painted_words(window: QWidget) -> Iterator[PaintedWord]:
    """Each text that the widgets of a window paint now; what people type in is left out."""
    for widget in shown_widgets(window):
        if not _is_typed_in(widget):
            yield from _painted_by(widget)


def drawn_words(size: QSize, draw: Callable[[QPainter], None]) -> list[tuple[str, QRectF]]:
    """Each text that is drawn on a paper of a size, with the place of its ink."""
    sheet = _Sheet(size)
    painter = QPainter(sheet)
    draw(painter)
    painter.end()
    return sheet.engine.words


def shown_widgets(window: QWidget, kind: type[W] = QWidget) -> list[W]:
    """The widgets of a window, itself included, that are shown; those of its dialogs are not."""
    QCoreApplication.sendPostedEvents()  # layouts show what is new in them by an event they post
    return [
        widget
        for widget in (window, *window.findChildren(kind))
        if isinstance(widget, kind) and widget.isVisibleTo(window) and widget.window() is window
    ]


def _painted_by(widget: QWidget) -> Iterator[PaintedWord]:
    sheet = _Sheet(widget.size())
    widget.render(sheet, QPoint(), QRegion(), QWidget.RenderFlag(0))
    for text, ink in sheet.engine.words:
        yield PaintedWord(text, ink, widget)


def _is_typed_in(widget: QWidget) -> bool:
    """Whether its text moves along under a cursor, or scrolls under its frame."""
    return isinstance(widget, QLineEdit) or _scrolls(widget)


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QAbstractScrollArea) and widget is above.viewport()


class _Engine(QPaintEngine):
    """Takes all that is painted, and keeps the words."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.words: list[tuple[str, QRectF]] = []

    def begin(self, _device: QPaintDevice, /) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState, /) -> None:
        pass

    def drawTextItem(
        self, p: QPointF | QPoint | QPainterPath.Element, text_item: QTextItem, /
    ) -> None:
        if text_item.text().strip(" \n\u200b"):
            ink = QFontMetricsF(text_item.font()).tightBoundingRect(text_item.text())
            place = self.painter().deviceTransform().mapRect(ink.translated(_point(p)))
            self.words.append((text_item.text(), place))

    def drawPath(self, *_: object, **__: object) -> None:
        pass

    drawPixmap = drawImage = drawTiledPixmap = drawPath  # noqa: N815  Qt's names
    drawPolygon = drawRects = drawLines = drawEllipse = drawPoints = drawPath  # noqa: N815


def _point(place: QPointF | QPoint | QPainterPath.Element) -> QPointF:
    return QPointF(place.x, place.y) if isinstance(place, QPainterPath.Element) else QPointF(place)


class _Sheet(QPaintDevice):
    """Paper of a size, in pixels of a usual screen."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        metric = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            metric.PdmWidth: size.width(),
            metric.PdmHeight: size.height(),
            metric.PdmWidthMM: round(size.width() * 25.4 / 96),
            metric.PdmHeightMM: round(size.height() * 25.4 / 96),
            metric.PdmNumColors: 1 << 24,
            metric.PdmDepth: 32,
            metric.PdmDpiX: 96,
            metric.PdmDpiY: 96,
            metric.PdmPhysicalDpiX: 96,
            metric.PdmPhysicalDpiY: 96,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: 0x10000,
        }
        self.engine = _Engine()

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric, /) -> int:
        return self._metrics.get(metric, 0)
