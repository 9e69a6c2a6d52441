"""A group of a few things of which one is chosen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import Choice
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.group import Group


class Options(Group):
    """Radio buttons in a row, each with a key."""

    chosen = Signal(str)
    """The key of what the user chose; ``choose`` does not send it."""

    def __init__(self, look: Look, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._choices = {key: Choice(look) for key in keys}
        row = FoldingLayout(spacing=12)
        buttons = QButtonGroup(self)
        for key, choice in self._choices.items():
            row.add(choice)
            buttons.addButton(choice)
            choice.clicked.connect(partial(self.chosen.emit, key))
        self.put(row)

    def set_texts(self, label: str, texts: dict[str, str]) -> None:
        """Names the group and each choice."""
        self.set_label(label)
        for key, text in texts.items():
            self._choices[key].setText(text)

    def choose(self, key: str) -> None:
        """Shows a key as chosen."""
        self._choices[key].setChecked(True)
