"""A field for several lines of text."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look

_ROOM = 36


class TextArea(QPlainTextEdit):
    """Plain text of at least ``lines`` lines. ``edited`` tells each change made by the user.

    Tab leaves the field, since a note has no need of it and the keyboard must get out.
    """

    edited = Signal(str)

    def __init__(
        self, look: Look, *, lines: int = 3, role: FontRole = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines
        self._role: FontRole = role
        self._showing = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.textChanged.connect(self._tell)
        self._dress()
        look.changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Shows a text that was not typed here now, so that nothing has to be saved."""
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def sizeHint(self) -> QSize:
        """Room for the lines."""
        line = QFontMetrics(self.font()).lineSpacing()
        return QSize(self._look.px(240), self._lines * line + _ROOM)

    def minimumSizeHint(self) -> QSize:
        """The same height; the width may shrink to a few words."""
        return QSize(self._look.px(120), self.sizeHint().height())

    @Slot()
    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit(self.toPlainText())

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        self.updateGeometry()
