"""The sheet of all keys of the room."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.console.keys import BINDINGS, NUMBERED, Binding, native, title
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.text import Text

_HEIGHT = 910
"""So high the sheet shows all keys; in a lower window they scroll."""


class KeySheet(QDialog):
    """Lists the keys from the same table that the shortcuts come from."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, bindings: Sequence[Binding] = BINDINGS
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._bindings = bindings
        name = self.tr("Keys in the room")
        self.setWindowTitle(name)
        grid = QWidget()
        self._fill(QGridLayout(grid))
        area = QScrollArea()
        area.setWidget(grid)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(name)
        note = Text(
            look,
            self.tr("Single keys act while you are not writing. With Alt, letters act anywhere."),
            "small",
            ink="text-muted",
            wrap=True,
        )
        close = PrimaryButton(look, self.tr("Close"))
        close.setAccessibleName(close.text())
        close.clicked.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(14)
        rows.addWidget(Text(look, name, "title"))
        rows.addWidget(area, 1)
        rows.addWidget(note)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        size = QSize(look.px(520), look.px(_HEIGHT))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))
        FocusRing(look, self)
        close.setFocus()

    def _fill(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for row, binding in enumerate(self._bindings):
            keys = Text(self._look, _keys(binding), "small", weight=600)
            grid.addWidget(keys, row, 0)
            grid.addWidget(Text(self._look, title(binding.command), wrap=True), row, 1)
        grid.setRowStretch(len(self._bindings), 1)


def _keys(binding: Binding) -> str:
    if binding.command in NUMBERED:
        return f"{native(binding.single[0])}–9"
    keys = chain(binding.single, binding.anywhere, binding.window)
    return "   ".join(native(key) for key in keys if not key.startswith("Alt+"))
