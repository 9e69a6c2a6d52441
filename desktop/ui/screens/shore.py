"""The ground of the pages before the vault is open: a beach, and a column in its middle."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.tide import Tide


class Shore(Tide):
    """Shows one widget in the middle of the beach, and a promise at its foot.

    ``aside`` is something quiet beside the promise, at the end of that line. All of it scrolls
    when the window is too small or the text too large.
    """

    def __init__(
        self,
        look: Look,
        level: Literal["high", "low"],
        middle: QWidget,
        parent: QWidget | None = None,
        *,
        aside: QWidget | None = None,
    ) -> None:
        super().__init__(look, level, parent)
        page = Page(look, widest=10_000, margin=24)
        self._promise = Text(look, role="small", weight=500, wrap=True)
        self._promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # A card on the high tide stands a little below the middle, as if it lay on the water.
        page.column.addStretch(3 if level == "high" else 2)
        page.column.addWidget(middle)
        page.column.addStretch(2)
        page.column.addLayout(self._foot(aside))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._promise.setText(self.tr("Everything stays on this computer. There is no account."))

    def _foot(self, aside: QWidget | None) -> QGridLayout:
        """The promise in the middle, whatever stands beside it."""
        foot = QGridLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(self._promise, 0, 1)
        if aside is not None:
            end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            foot.addWidget(aside, 0, 2, end)
            for column, share in enumerate((1, 3, 1)):
                foot.setColumnStretch(column, share)
        return foot
