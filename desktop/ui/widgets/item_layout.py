"""What the layouts that break into rows have in common."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Places = list[tuple[QLayoutItem, QRect]]


class ItemLayout(QLayout):
    """Keeps its items and puts them where a subclass says, mirrored in a right-to-left language.

    It takes what width there is, and its height depends on that. It would like to have all items
    in one row, and needs the width of the widest. A subclass gives ``place``.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def place(self, rect: QRect) -> Places:
        """Where each item lies in a rectangle, for a language that runs from left to right."""
        raise NotImplementedError

    def shown(self) -> list[QLayoutItem]:
        """The items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def gaps(self, count: int) -> int:
        """The width of the gaps between so many items."""
        return max(0, count - 1) * self.spacing()

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
        """In less width there are more rows."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height needed in a width."""
        around = self.contentsMargins()
        places = self.place(QRect(0, 0, width - around.left() - around.right(), 0))
        height = max((box.bottom() + 1 for _, box in places), default=0)
        return height + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [item.sizeHint() for item in self.shown()]
        width = sum(size.width() for size in sizes) + self.gaps(len(sizes))
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """As wide as the widest."""
        size = QSize(0, 0)
        for item in self.shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect, /) -> None:
        """Places the items, from where lines begin."""
        super().setGeometry(rect)
        holder = self.parentWidget()
        mirrored = holder is not None and holder.isRightToLeft()
        inside = rect.marginsRemoved(self.contentsMargins())
        for item, box in self.place(inside):
            if mirrored:
                box.moveLeft(inside.left() + inside.right() - box.right())
            item.setGeometry(box)
