"""Words on the stage."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.stage.fitting import Fitted, Side, Style
from desktop.ui.theme.look import Look


class StageText(QLabel):
    """A text that its scene fits into its place; assistive tools read it as a plain label.

    ``ink`` is a colour role. Text is shown as typed, never as markup.
    """

    def __init__(self, look: Look, style: Style, ink: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.style_units = style
        self._ink = ink
        self._fitted: Fitted | None = None
        self._side = Side.LEFT
        self.setTextFormat(Qt.TextFormat.PlainText)
        look.changed.connect(self.update)

    def set_ink(self, role: str) -> None:
        """Writes in the colour of another role."""
        self._ink = role
        self.update()

    @property
    def fitted(self) -> Fitted | None:
        """The lines that are shown."""
        return self._fitted

    @property
    def side(self) -> Side:
        """The side at which its lines stand."""
        return self._side

    def place(self, fitted: Fitted, rect: QRectF, side: Side) -> None:
        """Shows these lines in a place of the parent, in pixels."""
        self._fitted = fitted
        self._side = side
        self.setGeometry(rect.toAlignedRect())
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the lines."""
        if self._fitted is not None:
            painter = QPainter(self)
            area = QRectF(self.rect())
            self._fitted.draw(painter, area, self._look.color(self._ink), self._side)
