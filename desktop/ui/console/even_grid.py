"""Cells of one size, as many in a row as fit."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class EvenGrid(QLayout):
    """Shares the width out evenly; rows are filled as evenly as the number of cells allows.

    ``most`` is the largest number of cells in a row.
    """

    def __init__(self, parent: QWidget | None = None, *, most: int = 5, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._most = most
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Takes an item from Qt."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """The item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Gives an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A narrow grid has more rows."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height needed in a width."""
        rows = -(-len(self._shown()) // self._columns(width))
        return rows * self._cell().height() + max(0, rows - 1) * self.spacing()

    def sizeHint(self) -> QSize:
        """As few rows as allowed."""
        count = min(self._most, max(1, len(self._shown())))
        width = count * self._cell().width() + (count - 1) * self.spacing()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One cell."""
        return self._cell()

    def setGeometry(self, rect: QRect, /) -> None:
        """Places the cells, from where lines begin."""
        super().setGeometry(rect)
        shown = self._shown()
        columns = self._columns(rect.width())
        height, gap = self._cell().height(), self.spacing()
        width = (rect.width() - (columns - 1) * gap) / columns
        holder = self.parentWidget()
        mirrored = holder is not None and holder.isRightToLeft()
        for index, item in enumerate(shown):
            row, column = divmod(index, columns)
            left = round(rect.left() + column * (width + gap))
            box = QRect(left, rect.top() + row * (height + gap), round(width), height)
            if mirrored:
                box.moveLeft(rect.left() + rect.right() - box.right())
            item.setGeometry(box)

    def _columns(self, width: int) -> int:
        count = max(1, len(self._shown()))
        each = max(1, self._cell().width() + self.spacing())
        fitting = max(1, min(self._most, count, (width + self.spacing()) // each))
        rows = -(-count // fitting)
        return -(-count // rows)

    def _cell(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize()).expandedTo(item.sizeHint())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]
