"""A layout that fills rows as words fill lines."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRows(QLayout):
    """Lays widgets of different widths one after the other and breaks into rows."""

    def __init__(self, parent: QWidget, *, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
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
        """Fewer words fit in a narrow row, so there are more rows."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height of all rows in a width."""
        return self._place(width)[1]

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [item.sizeHint() for item in self._items]
        gaps = max(0, len(sizes) - 1) * self.spacing()
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect, /) -> None:
        """Places the widgets, from the right in a right-to-left language."""
        super().setGeometry(rect)
        holder = self.parentWidget()
        mirrored = holder is not None and holder.isRightToLeft()
        for item, box in zip(self._items, self._place(rect.width())[0], strict=True):
            if mirrored:
                box.moveRight(rect.width() - 1 - box.left())
            item.setGeometry(box.translated(rect.topLeft()))

    def _place(self, width: int) -> tuple[list[QRect], int]:
        """Where each item lies in a width, and the height of all rows."""
        boxes: list[QRect] = []
        left = top = height = 0
        for item in self._items:
            size = item.sizeHint()
            if left > 0 and left + size.width() > width:
                left, top, height = 0, top + height + self.spacing(), 0
            boxes.append(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            height = max(height, size.height())
        return boxes, top + height
