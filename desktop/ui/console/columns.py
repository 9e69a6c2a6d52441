"""How the console's columns are put together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.folding import FoldingLayout


class ColumnLine(QWidget):
    """A quiet line between two columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(1)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the line."""
        QPainter(self).fillRect(self.rect(), self._look.color("line"))


def row(first: QWidget, last: QWidget) -> QWidget:
    """Two parts side by side; the first takes what room is left."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(first, 1)
    line.addWidget(last, 0, Qt.AlignmentFlag.AlignVCenter)
    return whole


def heading(title: QWidget, readouts: QWidget) -> QWidget:
    """A title with what is so now, below it where both do not fit."""
    whole = QWidget()
    line = FoldingLayout(whole, spacing=8)
    line.add(title, 1)
    line.add(readouts)
    return whole


class Titled(QWidget):
    """A part under its title, or beside it in a low window."""

    def __init__(self, title: QWidget, part: QWidget, gap: int = 12) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        self._line.addWidget(title)
        self._line.addWidget(part, 1)

    def set_low(self, low: bool) -> None:
        """Takes less height, for a low window."""
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if low else way.TopToBottom)


def column(*parts: QWidget) -> QWidget:
    """Parts below one another; those that can grow share the room."""
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(12)
    for part in parts:
        grows = part.sizePolicy().expandingDirections() & Qt.Orientation.Vertical
        rows.addWidget(part, 1 if grows else 0)
    return whole


def set_gap(whole: QWidget, gap: int) -> None:
    """Sets the room between the parts of a column, in pixels."""
    layout = whole.layout()
    if layout is not None:
        layout.setSpacing(gap)


def scroller(content: QWidget) -> QScrollArea:
    """Lets a part scroll where it does not fit."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    return area
