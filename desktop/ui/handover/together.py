"""Both have answered, and nobody has seen it yet."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.people import Partner
from desktop.ui.handover.state import HandOver
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.shortened import shortened
from desktop.ui.widgets.stone import StonePair
from desktop.ui.widgets.text import Text

_STONE = 88
_WIDEST = 760
_MOST = 12
"""Letters of a name on a button."""


class TogetherPage(Page):
    """Lets both look at once; until then each may change the own answer."""

    reveal_requested = Signal()
    change_requested = Signal(object)
    """The Partner who wants to answer anew."""
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=_WIDEST, centred=True)
        self._stones = StonePair(look, size=_STONE)
        self._both = Text(look, self.tr("You have both answered."), "page", weight=700, wrap=True)
        self._hint = Text(look, role="label", ink="text-muted", wrap=True)
        self.button = PrimaryButton(look, self.tr("Look together"), "eye", big=True)
        self.button.setAccessibleName(self.button.text())
        self._change = {partner: SecondaryButton(look) for partner in Partner}
        self._leave = SecondaryButton(look, self.tr("Not now"))
        self._leave.setAccessibleName(self._leave.text())
        self._lay_out()
        self.button.clicked.connect(self.reveal_requested)
        self._leave.clicked.connect(self.left)
        for partner, button in self._change.items():
            button.clicked.connect(partial(self.change_requested.emit, partner))

    @property
    def words(self) -> str:
        """What it says, to be spoken."""
        return self._both.text()

    def show_hand_over(self, told: HandOver) -> None:
        """Shows whose answers are there."""
        self._stones.set_names(told.name_a, told.name_b)
        self._hint.setText(
            self.tr("Nobody has seen it yet. Put the laptop back, and look when you both want to.")
        )
        for partner, button in self._change.items():
            name, words = told.name(partner), self.tr("Change my answer, {name}")
            button.setText(words.format(name=shortened(name, _MOST)).replace("&", "&&"))
            button.setAccessibleName(words.format(name=name))

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = self.column
        column.setSpacing(24)
        column.addStretch(1)
        column.addWidget(self._stones, 0, middle)
        for text in (self._both, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addWidget(self.button, 0, middle)
        column.addStretch(1)
        others = QWidget()
        row = FoldingLayout(others, spacing=12)
        for button in (*self._change.values(), self._leave):
            row.add(button)
        column.addWidget(others, 0, middle)
        column.addStretch(1)
