"""The list of words that a search has found."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.theme.look import Look

PATH_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The role of where an item's word stands, written at the end of its row."""

_ROW: Final = 38
_INSET: Final = 10
_MOST_FOR_PATH: Final = 0.6
"""Of a row's width, where the word needs the rest."""


class Finds(QListWidget):
    """The finds, as high as there are rows; the keyboard stays in the field above."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Rows(look, self))
        self.hide()
        look.changed.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Takes the height of its rows, and hides without any."""
        # The style sheet's border and padding.
        frame = 2 * 5
        self.setFixedHeight(self.count() * self._look.px(_ROW) + frame)
        self.setVisible(self.count() > 0)


class _Rows(QStyledItemDelegate):
    """Draws a find: the word at the start, where it stands at the end."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        """One row."""
        return QSize(0, self._look.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws the ground of the marked row, the word and its path."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent-soft"))
            painter.drawRoundedRect(rect, 8, 8)
        inside = rect.adjusted(_INSET, 0, -_INSET, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        font, small = self._look.font("body", 500), self._look.font("caption")
        text = str(index.data())
        spare = inside.width() - QFontMetricsF(font).horizontalAdvance(text) - _INSET
        path = QFontMetricsF(small).elidedText(
            str(index.data(PATH_ROLE)),
            Qt.TextElideMode.ElideRight,
            max(spare, inside.width() * _MOST_FOR_PATH),
        )
        painter.setFont(small)
        painter.setPen(self._look.color("text-muted"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignTrailing | middle), path)
        room = inside.width() - QFontMetricsF(small).horizontalAdvance(path) - _INSET
        word = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(font)
        painter.setPen(self._look.color("text"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeading | middle), word)
        painter.restore()
