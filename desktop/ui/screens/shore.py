"""The ground of the pages before the vault is open: a beach, and a column in its middle."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.tide import Tide


class Shore(Tide):
    """Shows one widget in the middle of the beach, and a promise at its foot.

    All of it scrolls when the window is too small or the text too large.
    """

    def __init__(
        self,
        look: Look,
        level: Literal["high", "low"],
        middle: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, level, parent)
        page = Page(look, widest=10_000, margin=24)
        self._promise = Text(look, role="small", weight=500, wrap=True)
        self._promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        page.column.addStretch(1)
        page.column.addWidget(middle)
        page.column.addStretch(1)
        page.column.addWidget(self._promise)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._promise.setText(self.tr("Everything stays on this computer. There is no account."))
