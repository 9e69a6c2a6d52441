"""Cells of one size, as many in a row as fit."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.item_layout import ItemLayout, Places


class EvenGrid(ItemLayout):
    """Shares the width out evenly; rows are filled as evenly as the number of cells allows.

    ``most`` is the largest number of cells in a row.
    """

    def __init__(self, parent: QWidget | None = None, *, most: int = 5, spacing: int = 8) -> None:
        super().__init__(parent, spacing=spacing)
        self._most = most

    def sizeHint(self) -> QSize:
        """As few rows as allowed."""
        count = min(self._most, max(1, len(self.shown())))
        width = count * self._cell().width() + self.gaps(count)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One cell."""
        return self._cell()

    def place(self, rect: QRect) -> Places:
        """Row after row."""
        columns = self._columns(rect.width())
        height, gap = self._cell().height(), self.spacing()
        width = (rect.width() - self.gaps(columns)) / columns
        places: Places = []
        for index, item in enumerate(self.shown()):
            row, column = divmod(index, columns)
            left = round(rect.left() + column * (width + gap))
            box = QRect(left, rect.top() + row * (height + gap), round(width), height)
            places.append((item, box))
        return places

    def _columns(self, width: int) -> int:
        count = max(1, len(self.shown()))
        each = max(1, self._cell().width() + self.spacing())
        fitting = max(1, min(self._most, count, (width + self.spacing()) // each))
        rows = -(-count // fitting)
        return -(-count // rows)

    def _cell(self) -> QSize:
        size = QSize(0, 0)
        for item in self.shown():
            size = size.expandedTo(item.minimumSize()).expandedTo(item.sizeHint())
        return size
