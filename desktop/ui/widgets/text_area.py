"""A field for several lines of text."""

import re
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look

_ROOM = 36

_ENDLESS: Final = re.compile(r"\S{5000}")
"""A word, if it is one, for which Qt looks so long for a place to break that the window stands."""


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
        self._wrap_for(text)
        self.setPlainText(text)
        self._showing = False

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        """Takes what is pasted or dropped, whatever it is."""
        self._wrap_for(source.text())
        super().insertFromMimeData(source)

    def sizeHint(self) -> QSize:
        """Room for the lines."""
        line = QFontMetrics(self.font()).lineSpacing()
        return QSize(self._look.px(240), self._lines * line + _ROOM)

    def minimumSizeHint(self) -> QSize:
        """The same height; the width may shrink to a few words."""
        return QSize(self._look.px(120), self.sizeHint().height())

    def _wrap_for(self, text: str) -> None:
        """Breaks lines anywhere once the text has a word without an end, else between words."""
        mode = QTextOption.WrapMode
        if _ENDLESS.search(text):
            self.setWordWrapMode(mode.WrapAnywhere)
        elif self._showing:
            self.setWordWrapMode(mode.WrapAtWordBoundaryOrAnywhere)

    @Slot()
    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit(self.toPlainText())

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        self.updateGeometry()
