"""The decks of cards there are, to look through in peace."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.cards import Card, Deck
from desktop.ui.screens.listing import ListingPage
from desktop.ui.theme.look import Look
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.text import Text


class DecksScreen(ListingPage):
    """A list of decks, and beside it the cards of the one chosen, from light to deep."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, spacing=8, parent=parent)
        self._decks: dict[str, Deck] = {}
        self._name = Text(look, role="title", wrap=True, least=260)
        self._aim = Text(look, ink="text-muted", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.about.addWidget(self._name)
        self.about.addWidget(self._aim)
        self.about.addSpacing(8)
        self.about.addLayout(self._cards)
        self.entries.choice_changed.connect(self._show_deck)
        self.retranslate()

    def show_decks(self, decks: tuple[Deck, ...]) -> None:
        """Shows the decks in the order given, the first one chosen."""
        self._decks = {deck.id: deck for deck in decks}
        rows = [(deck.id, deck.title) for deck in decks]
        self.entries.set_rows(rows, next(iter(self._decks), None))
        self._show_deck()

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self.title.setText(self.tr("Cards"))
        self.entries_field.set_label(self.tr("Decks"))

    @Slot()
    def _show_deck(self) -> None:
        clear(self._cards)
        deck = self._decks.get(self.entries.chosen() or "")
        self._name.setText("" if deck is None else deck.title)
        self._aim.setText("" if deck is None else deck.aim)
        for card in sorted(deck.cards if deck else (), key=_depth):
            self._cards.addWidget(Divider(self.look))
            self._cards.addWidget(self._row(card))

    def _row(self, card: Card) -> QWidget:
        depths = {1: self.tr("light"), 2: self.tr("middle"), 3: self.tr("deep")}
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(Text(self.look, card.text, weight=500, wrap=True))
        lines.addWidget(Text(self.look, card.follow_up, "small", ink="text-muted", wrap=True))
        across.addLayout(lines, 1)
        across.addWidget(Text(self.look, depths[card.depth], "small", ink="text-muted"))
        return row


def _depth(card: Card) -> int:
    return card.depth
