"""The reflection cards within a session: what is drawn, kept and put back."""

from contextlib import suppress
from functools import cached_property
from random import Random

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.cards import Card, Deck, decks_offered
from desktop.domain.emotions import WordPath
from desktop.domain.errors import ContentError
from desktop.domain.flow.events import CardDrawn, CardKept, CardPutAway, ShownCard
from desktop.domain.flow.route import holder
from desktop.domain.matching import draw_matching, matching
from desktop.domain.piles import draw, pile
from desktop.services.keeping import SessionKeeper
from desktop.services.vault import OpenVault
from desktop.ui.cards.screen import CardScreen
from desktop.ui.cards.state import CardState
from desktop.ui.theme.look import Look


class CardFlow(QObject):
    """Draws cards, and shows them on a screen of their own where both look at it.

    A step that names a deck draws from that one, any other from the deck ``usual``.
    """

    left = Signal()
    """Back to the room."""

    def __init__(
        self, look: Look, vault: OpenVault, usual: str, keeper: SessionKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._decks = vault.library.decks
        self._usual = usual
        self._keeper = keeper
        self._chance = Random()
        self.screen = CardScreen(look)
        self.screen.draw_requested.connect(self.draw)
        self.screen.kept.connect(self._on_kept)
        self.screen.put_away.connect(self._on_put_away)
        self.screen.finished.connect(self._on_finished)

    @property
    def at_card_step(self) -> bool:
        """Whether the open step is about a card, which then stands on the stage."""
        return self._step_deck() is not None

    def _step_deck(self) -> str | None:
        run = self._keeper.live.state.core.open_run
        return run.step.deck if run is not None and run.step is not None else None

    @property
    def _deck(self) -> Deck:
        named = self._step_deck()
        # Somebody may have taken the deck away since the exercise was begun.
        return self._decks.get(named if named and named in self._decks.ids() else self._usual)

    @Slot()
    def draw(self) -> None:
        """Draw a card for the one who has the floor, or for both."""
        self._show(self._deck, draw(self._deck, self._drawn(), self._chance))

    def has_for(self, path: WordPath) -> bool:
        """Whether a card goes with a word. A step about a card has its own."""
        return not self.at_card_step and bool(matching(self._offered, path))

    @cached_property
    def _offered(self) -> tuple[Deck, ...]:
        """The decks for this setting, but for those that can't be read.

        These are told of where one draws from them.
        """
        found: list[Deck] = []
        for deck_id in self._decks.ids():
            with suppress(ContentError):
                found.append(self._decks.get(deck_id))
        return decks_offered(found, self._keeper.live.session.setting)

    def draw_for(self, path: WordPath) -> None:
        """Draw a card that goes with a word, by chance; those not drawn yet come first."""
        drawn = self._keeper.live.state.core.drawn
        match = draw_matching(self._offered, path, drawn, self._chance)
        if match is not None:
            self._show(match.deck, match.card)

    def _show(self, deck: Deck, card: Card) -> None:
        run = self._keeper.live.state.core.run
        shown = ShownCard(
            deck_id=deck.id,
            deck_title=deck.title,
            id=card.id,
            text=card.text,
            follow_up=card.follow_up,
        )
        partner = holder(run) if run is not None else None
        self._keeper.happen(lambda id, at: CardDrawn(id=id, at=at, card=shown, partner=partner))
        self.refresh()

    def refresh(self) -> None:
        """Show the pile, the card and what was kept."""
        core = self._keeper.live.state.core
        self.screen.show_state(
            CardState(
                name_a=core.name_a,
                name_b=core.name_b,
                pile=len(pile(self._deck, self._drawn())),
                card=core.card.card if core.card is not None else None,
                kept=core.kept,
            )
        )

    def _drawn(self) -> list[str]:
        drawn = self._keeper.live.state.core.drawn
        return [card_id for deck_id, card_id in drawn if deck_id == self._deck.id]

    @Slot()
    def _on_kept(self) -> None:
        self._keeper.happen(lambda id, at: CardKept(id=id, at=at))
        self.refresh()

    @Slot()
    def _on_put_away(self) -> None:
        self._put_away()
        self.refresh()

    @Slot()
    def _on_finished(self) -> None:
        self._put_away()
        self.left.emit()

    def _put_away(self) -> None:
        if self._keeper.live.state.core.card is not None:
            self._keeper.happen(lambda id, at: CardPutAway(id=id, at=at))
