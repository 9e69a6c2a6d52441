"""What belongs to both: the practice they agreed on, the cards they kept, and the end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownCard
from desktop.ui.review.saving import SaveLine
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.text_area import TextArea


class PlanPanel(Panel):
    """The practice until next time, and beside or below it the cards that were kept."""

    edited = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=22, parent=parent)
        self.setContentsMargins(28, 16, 28, 18)
        self._look = look
        self._title = Text(look, role="label", weight=600, wrap=True)
        self._area = TextArea(look, lines=3)
        self._cards_title = Text(look, role="label", weight=600, wrap=True)
        self._cards = QVBoxLayout()
        self._shown: tuple[ShownCard, ...] = ()
        self._kept = QWidget()
        self._kept.hide()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._area.edited.connect(self.edited)
        self.retranslate()

    def show_plan(self, text: str) -> None:
        """Shows the saved plan."""
        self._area.show_text(text)

    def show_cards(self, cards: tuple[ShownCard, ...]) -> None:
        """Shows the kept cards; without any their place is not there."""
        if cards == self._shown:
            return
        self._shown = cards
        clear(self._cards)
        for card in cards:
            self._cards.addWidget(Text(self._look, card.text, wrap=True))
        self._cards.addStretch(1)
        self._kept.setVisible(bool(cards))

    def set_stacked(self, stacked: bool) -> None:
        """Puts the cards below the plan, for a narrow place, or beside it."""
        way = QBoxLayout.Direction
        self._across.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._across.setStretchFactor(self._kept, 0 if stacked else 1)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Practice until next time"))
        self._area.setAccessibleName(self.tr("Practice until next time"))
        self._area.setPlaceholderText(self.tr("What, and when"))
        self._cards_title.setText(self.tr("Cards you kept"))

    def _lay_out(self) -> None:
        plan = QWidget()
        left = QVBoxLayout(plan)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._title)
        left.addWidget(self._area, 1)
        right = QVBoxLayout(self._kept)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._cards_title)
        right.addLayout(self._cards, 1)
        self._cards.setSpacing(6)
        self._across.setSpacing(20)
        self._across.addWidget(plan, 1)
        self._across.addWidget(self._kept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._across)


class FinishPanel(Panel):
    """The way to the PDF, to the end of the session, and back for one more exercise."""

    export_requested = Signal()
    finish_requested = Signal()
    home_requested = Signal()
    more_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=22, parent=parent)
        self.setContentsMargins(28, 18, 28, 22)
        self.save_line = SaveLine(look)
        self._title = Text(look, role="label", weight=600)
        self._line = Text(look, ink="text-muted", wrap=True)
        self.export = PrimaryButton(look, icon="file-text", big=True)
        self._finish = SecondaryButton(look)
        self._home = QuietButton(look, icon="house")
        self._home.hide()
        self._more = QuietButton(look, icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in self._parts():
            column.addWidget(part)
        column.addStretch(1)
        self.export.clicked.connect(self.export_requested)
        self._finish.clicked.connect(self.finish_requested)
        self._home.clicked.connect(self.home_requested)
        self._more.clicked.connect(self.more_requested)
        self.retranslate()

    def offer_home(self) -> None:
        """Offers to go home with the session open, as the guide may."""
        self._home.show()

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Finish"))
        self._line.setText(self.tr("You see every line before it is written."))
        self.export.setText(self.tr("Export PDF"))
        self._finish.setText(self.tr("Finish session"))
        self._home.setText(self.tr("Home"))
        self._home.setAccessibleName(self._home.text())
        self._more.setText(self.tr("One more exercise"))

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self._title,
            self._line,
            self.export,
            self._finish,
            self._more,
            self._home,
            self.save_line,
        )
