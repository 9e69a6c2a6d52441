"""A short list of things to choose one of."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from desktop.ui.theme.look import Look

_FEW_ROWS = 5
_EDGES = 10
"""The line and the room inside it, above and below, as the style sheet has them."""

_KEY = Qt.ItemDataRole.UserRole


class RowList(QListWidget):
    """Rows of text, each with a key; as high as its rows, up to a few, and then it scrolls.

    Assistive tools see a list with its rows, which a box that drops down would hide. To come to
    the list with the keyboard chooses nothing yet.
    """

    choice_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._room = 0
        self.itemSelectionChanged.connect(self.choice_changed)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        look.changed.connect(self._dress)

    def set_rows(self, rows: list[tuple[str, str]], chosen: str | None) -> None:
        """Shows rows of key and text, in this order, and chooses one key, or none."""
        self.blockSignals(True)
        self.clear()
        for key, text in rows:
            item = QListWidgetItem(text)
            item.setData(_KEY, key)
            item.setToolTip(text)
            self.addItem(item)
        self.setCurrentRow(next((i for i, (key, _) in enumerate(rows) if key == chosen), -1))
        self.blockSignals(False)
        self.updateGeometry()

    def set_room(self, pixels: int) -> None:
        """Lets it be higher than a few rows, as far as whole rows fit into so many pixels."""
        if pixels != self._room:
            self._room = pixels
            self.updateGeometry()

    def chosen(self) -> str | None:
        """The key of the row chosen, or None."""
        selected = self.selectedItems()
        return str(selected[0].data(_KEY)) if selected else None

    def sizeHint(self) -> QSize:
        """Room for the rows: five at most, or what there is room for."""
        height = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height()
        most = max(_FEW_ROWS, (self._room - _EDGES) // height)
        rows = min(most, max(1, self.count()))
        return QSize(super().sizeHint().width(), rows * height + _EDGES)

    def minimumSizeHint(self) -> QSize:
        """As high as wished, as narrow as need be."""
        return QSize(self._look.px(240), self.sizeHint().height())

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        self.updateGeometry()
