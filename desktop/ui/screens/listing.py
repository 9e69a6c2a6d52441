"""A page with a list, and beside it what there is to tell about the entry chosen."""

from typing import Final

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.row_list import RowList
from desktop.ui.widgets.text import Text

_BELOW: Final = 24


class ListingPage(Page):
    """``title`` above; ``entries`` at the side, labelled by ``entries_field``.

    At the side the list is as high as the window. Above, where it folds to in a narrow one, it
    keeps to a few rows, so that what is told about the one chosen is still in sight.
    ``about`` is the column of the panel beside them, which a subclass fills.
    """

    def __init__(self, look: Look, *, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.title = Text(look, role="page", wrap=True)
        self.entries = RowList(look)
        self.entries_field = Field(look, self.entries)
        panel = Panel(look)
        self.about = QVBoxLayout(panel)
        self.about.setContentsMargins(0, 0, 0, 0)
        self.about.setSpacing(spacing)
        side = _Side()
        at_top = QVBoxLayout(side)
        at_top.setContentsMargins(0, 0, 0, 0)
        at_top.addWidget(self.entries_field)
        at_top.addStretch(1)
        self._beside = FoldingLayout(spacing=24)
        self._beside.add(side, 2)
        self._beside.add(panel, 5)
        self.column.addWidget(self.title)
        self.column.addLayout(self._beside)
        self.column.addStretch(1)
        side.resized.connect(self._fit_entries)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Gives the list the height that there is."""
        super().resizeEvent(event)
        self._fit_entries()

    @Slot()
    def _fit_entries(self) -> None:
        top = self.entries.mapTo(self.content, QPoint(0, 0)).y()
        room = self.viewport().height() - top - _BELOW
        self.entries.set_room(0 if self._beside.is_folded() else room)


class _Side(QWidget):
    """Tells when it has another size, as it has when the page folds."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.resized.emit()
