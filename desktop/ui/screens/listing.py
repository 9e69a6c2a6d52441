"""A page with a list, and beside it what there is to tell about the entry chosen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.row_list import RowList
from desktop.ui.widgets.text import Text


class ListingPage(Page):
    """``title`` above; ``entries`` at the side, labelled by ``entries_field``.

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
        side = QWidget()
        at_top = QVBoxLayout(side)
        at_top.setContentsMargins(0, 0, 0, 0)
        at_top.addWidget(self.entries_field)
        at_top.addStretch(1)
        beside = FoldingLayout(spacing=24)
        beside.add(side, 2)
        beside.add(panel, 5)
        self.column.addWidget(self.title)
        self.column.addLayout(beside)
        self.column.addStretch(1)
