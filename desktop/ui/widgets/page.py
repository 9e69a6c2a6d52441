"""A page of the main window: its content scrolls when it does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text

MARGIN = 40
_ALL = 1000
_NARROW = 600
_LOW = 560
_LEAST_MARGIN = 16


class Page(QScrollArea):
    """A scrolling page whose content is a column of at most ``widest`` pixels.

    ``column`` is where a page puts its widgets. ``centred`` keeps the column in the middle of a
    wide window, else it keeps to the start.
    """

    def __init__(
        self,
        look: Look,
        *,
        widest: int = 1200,
        centred: bool = False,
        margin: int = MARGIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Made here: to hand Qt's own to Python would build the classes of all it could be.
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setViewport(viewport)
        self.content = QWidget()
        body = QWidget()
        body.setMaximumWidth(widest)
        across = centre(body) if centred else QHBoxLayout()
        if not centred:
            across.addWidget(body, _ALL)
            across.addStretch(1)
        self._margin = margin
        self._across = across
        across.setContentsMargins(margin, margin, margin, margin)
        self.content.setLayout(across)
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(20)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leaves less room around the column in a narrow window, and in a low one."""
        super().resizeEvent(event)
        least = min(self._margin, _LEAST_MARGIN)
        side = self._margin if self.width() >= _NARROW else least
        end = self._margin if self.height() >= _LOW else least
        self._across.setContentsMargins(side, end, side, end)

    def section(self, text: str = "") -> Text:
        """A headline for a part of the page."""
        return Text(self.look, text, "section", wrap=True)


def centre(widget: QWidget) -> QHBoxLayout:
    """A row that keeps a widget in its middle, as wide as there is room up to its maximum."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, _ALL)
    row.addStretch(1)
    return row


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Empties a layout and deletes its widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
