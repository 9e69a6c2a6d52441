"""A row that becomes a column where it does not fit."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FoldingLayout(QLayout):
    """Lays widgets side by side while each has the width it needs, else one under the other.

    This is how a screen folds on a narrow window and with large text. ``stretches`` share what
    width is left over; with none, the row keeps to its start, or to its end with ``at_end``.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 16, at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._stretches: list[int] = []
        self._at_end = at_end
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Adds a widget; ``stretch`` is its share of the width left over."""
        self._stretches.append(stretch)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Takes an item from Qt."""
        self._items.append(item)
        if len(self._stretches) < len(self._items):
            self._stretches.append(0)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """The item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Gives an item away."""
        if not 0 <= index < len(self._items):
            return None
        self._stretches.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A folded row is higher."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height needed in a width."""
        around = self.contentsMargins()
        boxes = self._place(QRect(0, 0, width - around.left() - around.right(), 0))
        height = max((box.bottom() + 1 for _, box in boxes), default=0)
        return height + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        """All side by side."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gaps(len(sizes))
        height = max((size.height() for size in sizes), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        """Folded: as wide as the widest."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return self._with_margins(QSize(width, height))

    def setGeometry(self, rect: QRect, /) -> None:
        """Places the widgets."""
        super().setGeometry(rect)
        holder = self.parentWidget()
        mirrored = holder is not None and holder.isRightToLeft()
        inside = rect.marginsRemoved(self.contentsMargins())
        for item, box in self._place(inside):
            if mirrored:
                box.moveLeft(inside.left() + inside.right() - box.right())
            item.setGeometry(box)

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gaps(self, count: int) -> int:
        return max(0, count - 1) * self.spacing()

    def _place(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        items = self._shown()
        needed = [item.minimumSize().width() for item in items]
        if sum(needed) + self._gaps(len(items)) > rect.width():
            return self._column(items, rect)
        return self._row(items, rect)

    def _column(self, items: list[QLayoutItem], rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        boxes: list[tuple[QLayoutItem, QRect]] = []
        top = rect.top()
        for item in items:
            height = _height(item, rect.width())
            boxes.append((item, QRect(rect.left(), top, rect.width(), height)))
            top += height + self.spacing()
        return boxes

    def _row(self, items: list[QLayoutItem], rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        widths = self._widths(items, rect.width())
        tallest = max((_height(i, w) for i, w in zip(items, widths, strict=True)), default=0)
        height = max(tallest, rect.height())
        left = rect.left()
        if self._at_end:
            left = rect.right() + 1 - sum(widths) - self._gaps(len(items))
        boxes: list[tuple[QLayoutItem, QRect]] = []
        for item, width in zip(items, widths, strict=True):
            boxes.append((item, QRect(left, rect.top(), width, height)))
            left += width + self.spacing()
        return boxes

    def _widths(self, items: list[QLayoutItem], width: int) -> list[int]:
        shares = [
            stretch
            for item, stretch in zip(self._items, self._stretches, strict=True)
            if not item.isEmpty()
        ]
        least = [item.minimumSize().width() for item in items]
        room = width - self._gaps(len(items))
        if not any(shares):
            wished = [item.sizeHint().width() for item in items]
            return wished if sum(wished) <= room else least
        fixed = sum(w for w, share in zip(least, shares, strict=True) if not share)
        fair = [(room - fixed) * share // sum(shares) if share else 0 for share in shares]
        if all(f >= w for f, w, share in zip(fair, least, shares, strict=True) if share):
            return [f if share else w for f, w, share in zip(fair, least, shares, strict=True)]
        spare = room - sum(least)
        return [w + spare * share // sum(shares) for w, share in zip(least, shares, strict=True)]


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
