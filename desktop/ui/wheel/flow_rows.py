"""A layout that fills rows as words fill lines."""

from PySide6.QtCore import QPoint, QRect

from desktop.ui.widgets.item_layout import ItemLayout, Places


class FlowRows(ItemLayout):
    """Lays widgets of different widths one after the other and breaks into rows."""

    def place(self, rect: QRect) -> Places:
        """One after the other, and into the next row where there is no more room."""
        places: Places = []
        left = top = height = 0
        for item in self.shown():
            size = item.sizeHint()
            if left > 0 and left + size.width() > rect.width():
                left, top, height = 0, top + height + self.spacing(), 0
            places.append((item, QRect(rect.topLeft() + QPoint(left, top), size)))
            left += size.width() + self.spacing()
            height = max(height, size.height())
        return places
