"""A row that becomes a column where it does not fit."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop.ui.widgets.item_layout import ItemLayout, Places


class FoldingLayout(ItemLayout):
    """Lays widgets side by side while each has the width it needs, else one under the other.

    This is how a screen folds on a narrow window and with large text. ``stretches`` share what
    width is left over; with none, the row keeps to its start, or to its end with ``at_end``.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 16, at_end: bool = False
    ) -> None:
        super().__init__(parent, spacing=spacing)
        self._stretches: list[int] = []
        self._at_end = at_end

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Adds a widget; ``stretch`` is its share of the width left over."""
        self._stretches.append(stretch)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Takes an item from Qt."""
        super().addItem(item)
        if len(self._stretches) < self.count():
            self._stretches.append(0)

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Gives an item away."""
        if 0 <= index < self.count():
            self._stretches.pop(index)
        return super().takeAt(index)

    def is_folded(self) -> bool:
        """Whether the widgets lie one under the other now."""
        return self._folds(self.geometry().width())

    def place(self, rect: QRect) -> Places:
        """Side by side, or one under the other."""
        items = self.shown()
        return self._column(items, rect) if self._folds(rect.width()) else self._row(items, rect)

    def _folds(self, width: int) -> bool:
        items = self.shown()
        needed = [item.minimumSize().width() for item in items]
        return sum(needed) + self.gaps(len(items)) > width

    def _column(self, items: list[QLayoutItem], rect: QRect) -> Places:
        boxes: Places = []
        top = rect.top()
        for item in items:
            height = _height(item, rect.width())
            boxes.append((item, QRect(rect.left(), top, rect.width(), height)))
            top += height + self.spacing()
        return boxes

    def _row(self, items: list[QLayoutItem], rect: QRect) -> Places:
        widths = self._widths(items, rect.width())
        tallest = max((_height(i, w) for i, w in zip(items, widths, strict=True)), default=0)
        height = max(tallest, rect.height())
        left = rect.left()
        if self._at_end:
            left = rect.right() + 1 - sum(widths) - self.gaps(len(items))
        boxes: Places = []
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
        room = width - self.gaps(len(items))
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
