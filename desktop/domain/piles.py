"""Drawing cards: a drawn card doesn't come back until the deck is through."""

from collections.abc import Sequence
from random import Random

from desktop.domain.cards import Card, Deck


def pile(deck: Deck, drawn: Sequence[str]) -> tuple[Card, ...]:
    """The cards that can be drawn next.

    ``drawn`` holds the ids of all cards of this deck drawn so far, in order.
    """
    gone = drawn[len(drawn) - len(drawn) % len(deck.cards) :]
    return tuple(card for card in deck.cards if card.id not in gone) or deck.cards


def draw(deck: Deck, drawn: Sequence[str], chance: Random) -> Card:
    """Draw one card of the pile; ``chance`` does the shuffling."""
    return chance.choice(pile(deck, drawn))
