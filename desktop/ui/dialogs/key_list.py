"""A sheet of keys and what they do."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.text import Text

_Action = QAbstractSlider.SliderAction
_SCROLLING: Final = {
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}


class KeyList(QDialog):
    """Lists keys, each beside what it does, under a title and over a note.

    It is ``height`` pixels high at the usual size of text; in a lower window the keys scroll.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        rows: Sequence[tuple[str, str]],
        *,
        note: str,
        height: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self.setWindowTitle(title)
        grid = QWidget()
        self._fill(QGridLayout(grid), rows)
        area = QScrollArea()
        area.setWidget(grid)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = area.verticalScrollBar()
        close = PrimaryButton(look, self.tr("Close"))
        close.setAccessibleName(close.text())
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(14)
        column.addWidget(Text(look, title, "title"))
        column.addWidget(area, 1)
        column.addWidget(Text(look, note, "small", ink="text-muted", wrap=True))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        size = QSize(look.px(520), look.px(height))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))
        FocusRing(look, self)
        close.setFocus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Scrolls by the keys for pages and ends; Escape closes."""
        action = _SCROLLING.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._bar.triggerAction(action)

    def _fill(self, grid: QGridLayout, rows: Sequence[tuple[str, str]]) -> None:
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for place, (keys, does) in enumerate(rows):
            grid.addWidget(Text(self._look, keys, "small", weight=600), place, 0)
            grid.addWidget(Text(self._look, does, wrap=True), place, 1)
        grid.setRowStretch(len(rows), 1)
