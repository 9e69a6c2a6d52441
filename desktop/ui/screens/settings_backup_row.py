"""How a backup is painted in the list."""

from collections.abc import Iterable
from typing import Final, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.backups import Backup, BackupState
from desktop.ui.models.backups import BackupRole, BackupWords
from desktop.ui.theme.fonts import tabular
from desktop.ui.theme.look import Look

_SIDE: Final = 12
_ABOVE: Final = 9
_GAP: Final = 24
_ICON: Final = 20
_BESIDE_ICON: Final = 8
_RADIUS: Final = 8
_ALL: Final = 1 << 16

_SIGNS: Final = {
    BackupState.GOOD: ("circle-check", "text-muted"),
    BackupState.DAMAGED: ("circle-alert", "danger"),
    BackupState.NEWER: ("triangle-alert", "warning"),
    BackupState.ELSEWHERE: ("info", "text-muted"),
}
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
"""The painter turns left into right by itself where one reads from the right."""

Index = QModelIndex | QPersistentModelIndex


class BackupRow(QStyledItemDelegate):
    """Paints when a backup was made, its size and place under that, and its state at the end.

    Where the list is too narrow for one of its rows, the state comes below in each of them, and
    all words flow over several lines.
    """

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._width = 0
        self._folded = False

    @property
    def width(self) -> int:
        """How wide the list is."""
        return self._width

    def fit(self, width: int, rows: Iterable[BackupWords]) -> None:
        """Paints from now on for a list of a width that shows these rows."""
        self._width = width
        room = width - 2 * _SIDE
        self._folded = any(self._wished(words) > room for words in rows)

    def height(self, index: Index) -> int:
        """The height of a row at the width of the list."""
        boxes = self._boxes(cast("BackupWords", index.data(BackupRole.WORDS)))
        return round(max(box.bottom() for box in boxes)) + _ABOVE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list."""
        del option
        return QSize(self._width, self.height(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one backup."""
        backup = cast("Backup", index.data(BackupRole.ROW))
        words = cast("BackupWords", index.data(BackupRole.WORDS))
        row = QRectF(option.rect)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        when, about, state = (_placed(box, row, mirrored=mirrored) for box in self._boxes(words))
        icon, ink = _SIGNS[backup.state]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_ground(painter, row, "accent-soft", "text")
        elif option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ground(painter, row, "raised", "line-strong")
        self._paint_words(painter, when, words.when, self._when_font(), "text")
        self._paint_words(painter, about, words.about, self._small_font(), "text-muted")
        side, beside = self._look.px(_ICON), self._beside()
        sign = QRectF(0, state.top(), side, side)
        if mirrored:
            sign.moveRight(state.right())
            state.adjust(0, 0, -beside, 0)
        else:
            sign.moveLeft(state.left())
            state.adjust(beside, 0, 0, 0)
        self._look.paint_icon(painter, icon, ink, sign)
        self._paint_words(painter, state, words.state, self._state_font(), ink)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, ground: str, edge: str) -> None:
        painter.setPen(QPen(self._look.color(edge), 1))
        painter.setBrush(self._look.color(ground))
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _paint_words(
        self, painter: QPainter, box: QRectF, text: str, font: QFont, role: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._look.color(role))
        painter.drawText(box, _WRAPPED, text)

    def _boxes(self, words: BackupWords) -> tuple[QRectF, QRectF, QRectF]:
        """Where moment, size and state stand in a row, for a language read from the left."""
        room = max(1.0, self._width - 2.0 * _SIDE)
        state_width = _width(self._state_font(), words.state) + self._beside()
        width = room if self._folded else room - _GAP - state_width
        when = _flowing(self._when_font(), words.when, QRectF(_SIDE, _ABOVE, width, 0))
        about = _flowing(
            self._small_font(), words.about, QRectF(_SIDE, when.bottom() + 2, width, 0)
        )
        start, top = self._width - _SIDE - state_width, float(_ABOVE)
        if self._folded:
            start, top, state_width = _SIDE, about.bottom() + 2, room
        beside = self._beside()
        words_box = QRectF(start + beside, top, state_width - beside, 0)
        state = _flowing(self._state_font(), words.state, words_box)
        state.setLeft(start)
        state.setHeight(max(state.height(), self._look.px(_ICON)))
        return when, about, state

    def _wished(self, words: BackupWords) -> float:
        """The width that a row takes with its state at the end."""
        first = _width(self._when_font(), words.when)
        second = _width(self._small_font(), words.about)
        state = _width(self._state_font(), words.state) + self._beside()
        return max(first, second) + _GAP + state

    def _beside(self) -> int:
        """The width of the sign and the gap after it."""
        return self._look.px(_ICON) + self._look.px(_BESIDE_ICON)

    def _when_font(self) -> QFont:
        return tabular(self._look.font("body", 600))

    def _small_font(self) -> QFont:
        return tabular(self._look.font("small"))

    def _state_font(self) -> QFont:
        return self._look.font("small", 600)


def _placed(box: QRectF, row: QRectF, *, mirrored: bool) -> QRectF:
    """The box of a row where that row stands on the screen."""
    placed = box.translated(row.topLeft())
    if mirrored:
        placed.moveLeft(row.left() + row.right() - placed.right())
    return placed


def _flowing(font: QFont, text: str, box: QRectF) -> QRectF:
    """The box, as high as the words need that flow in its width."""
    needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, box.width(), _ALL), _WRAPPED, text)
    return QRectF(box.topLeft(), needed.size().expandedTo(box.size()))


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text) + 2
