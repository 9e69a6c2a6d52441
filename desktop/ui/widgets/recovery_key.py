"""A recovery key in large letters."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme.fonts import font
from desktop.ui.theme.look import Look

_KEY_PX = 28
_CELL = 26
_LINE = 42
_GROUP = 4
_GROUPS_A_LINE = 3
_GAP = 1


class RecoveryKey(QLabel):
    """The groups in lines of three, each character in a cell of one width, as on graph paper.

    It is one label, described by the key itself, and nothing of it can be copied.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_key(self, key: str) -> None:
        """Shows a key, or nothing."""
        self.setText(key)
        self.setAccessibleDescription(key)

    def sizeHint(self) -> QSize:
        """Three lines of three groups."""
        cells = _GROUPS_A_LINE * _GROUP + (_GROUPS_A_LINE - 1) * _GAP
        lines = -(-len(self._groups()) // _GROUPS_A_LINE)
        return QSize(cells * self._look.px(_CELL), lines * self._look.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """The same: no character may be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws each character in its cell."""
        painter = QPainter(self)
        painter.setPen(self._look.color("text"))
        painter.setFont(font(_KEY_PX * self._look.text_scale, QFont.Weight.DemiBold))
        width, height = self._look.px(_CELL), self._look.px(_LINE)
        for index, group in enumerate(self._groups()):
            line, place = divmod(index, _GROUPS_A_LINE)
            left = place * (_GROUP + _GAP) * width
            for offset, character in enumerate(group):
                cell = QRect(left + offset * width, line * height, width, height)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, character)

    def _groups(self) -> list[str]:
        return [group for group in self.text().split("-") if group]
