"""The curtain between two people: whom the laptop goes to, and nothing else."""

from PySide6.QtCore import Qt, Signal

from desktop.domain.people import Partner
from desktop.ui.handover.state import HandOver
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.shortened import shortened
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text

_STONE = 112
_WIDEST = 720
_MOST = 16
"""Letters of a name on the button."""


class PassingPage(Page):
    """Asks for the laptop to be handed to a partner, who says so by the one button."""

    taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=_WIDEST, centred=True)
        self._stones = {partner: Stone(look, partner, size=_STONE) for partner in Partner}
        self._please = Text(look, role="page", weight=700, wrap=True)
        self._hint = Text(look, role="label", ink="text-muted", wrap=True)
        self.button = PrimaryButton(look, big=True)
        self.button.clicked.connect(self.taken)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.column.setSpacing(24)
        self.column.addStretch(1)
        for stone in self._stones.values():
            self.column.addWidget(stone, 0, middle)
        for text in (self._please, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(text)
        self.column.addWidget(self.button, 0, middle)
        self.column.addStretch(2)

    @property
    def words(self) -> str:
        """What it asks for, to be said."""
        return self._please.text()

    def show_hand_over(self, told: HandOver, partner: Partner) -> None:
        """Asks for the laptop to be handed to a partner."""
        name, other = told.name(partner), told.name(partner.other)
        for each, stone in self._stones.items():
            stone.set_name(told.name(each))
            stone.setVisible(each is partner)
        self._please.setText(self.tr("Please hand the laptop to {name}").format(name=name))
        self._hint.setText(self._hint_for(told).format(name=name, other=other))
        words = self.tr("I am {name}")
        self.button.setText(words.format(name=shortened(name, _MOST)).replace("&", "&&"))
        self.button.setAccessibleName(words.format(name=name))

    def _hint_for(self, told: HandOver) -> str:
        if told.guess:
            return self.tr("{name} guesses alone. The guess stays covered until {other} looks.")
        if not told.sealed:
            return self.tr("{name} answers, and then you look at it together.")
        if told.again:
            return self.tr("{name} may answer anew. Both answers stay covered.")
        if told.waiting:
            return self.tr("You each answer alone. Both answers stay covered until you both have.")
        return self.tr("{other} has answered. The answer stays covered.")
