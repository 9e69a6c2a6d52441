"""Cards that go with a word: those that are tagged with it, or with a word that it stands under."""

from collections.abc import Collection, Iterable
from random import Random
from typing import TypeAlias

import msgspec

from desktop.domain.cards import Card, Deck
from desktop.domain.emotions import WordPath

Drawn: TypeAlias = Collection[tuple[str, str]]
"""Cards that were drawn, each by the id of its deck and its own."""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A card that goes with a word; ``depth`` is higher for a card about a finer word."""

    deck: Deck
    card: Card
    depth: int


def matching(decks: Iterable[Deck], path: WordPath) -> tuple[Match, ...]:
    """All cards that go with a word, in the order of the decks."""
    depths = {word_id: depth for depth, word_id in enumerate(path.ids)}
    return tuple(
        Match(deck=deck, card=card, depth=max(depths[tag] for tag in card.tags if tag in depths))
        for deck in decks
        for card in deck.cards
        if not depths.keys().isdisjoint(card.tags)
    )


def fresh(matches: Collection[Match], drawn: Drawn) -> tuple[Match, ...]:
    """Those that were not drawn yet; all of them, when all were."""
    return tuple(m for m in matches if (m.deck.id, m.card.id) not in drawn) or tuple(matches)


def draw_matching(
    decks: Iterable[Deck], path: WordPath, drawn: Drawn, chance: Random
) -> Match | None:
    """Draw a card that goes with a word, by chance; None where none does.

    Fresh ones come first, and among them those about the finest word.
    """
    cards = fresh(matching(decks, path), drawn)
    finest = max((match.depth for match in cards), default=0)
    return chance.choice([m for m in cards if m.depth == finest]) if cards else None
