"""Reflection cards and the decks that hold them."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from desktop.domain.errors import Finding
from desktop.domain.session import Setting
from desktop.domain.slug import SLUG_HINT, is_slug

Closeness = Literal["physical", "sexual", "emotional", "spiritual", "intellectual"]

MAX_CARD_TEXT: Final = 200
"""Characters in a card's text or follow-up: what still reads well on the stage."""


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One prompt. ``depth`` runs from 1 (light) to 3 (deep)."""

    id: str
    text: str
    follow_up: str
    depth: int
    kind: Closeness | None = None
    tags: tuple[str, ...] = ()


class Deck(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A set of cards with one aim."""

    format: int
    id: str
    title: str
    aim: str
    language: str
    cards: tuple[Card, ...]
    where: Literal["anywhere", "practice-only", "home-with-plan"] = "anywhere"


def decks_offered(decks: Iterable[Deck], setting: Setting) -> tuple[Deck, ...]:
    """The decks to look through in a setting, in the order of their titles.

    A couple at home is offered only those that need no therapist's plan.
    """
    at_home = setting is Setting.HOME
    offered = (deck for deck in decks if not at_home or deck.where == "anywhere")
    return tuple(sorted(offered, key=_title))


def _title(deck: Deck) -> str:
    return deck.title.casefold()


def check_deck(deck: Deck) -> tuple[Finding, ...]:
    """All that is wrong with a deck; empty when it can be used.

    The field of a finding is a path such as ``cards[3].depth``.
    """
    return tuple(_findings(deck))


def _findings(deck: Deck) -> Iterator[Finding]:
    if deck.format != 1:
        yield Finding("format", "this version of Turnstone reads format 1")
    if not is_slug(deck.id):
        yield Finding("id", SLUG_HINT)
    for name in ("title", "aim", "language"):
        if not getattr(deck, name).strip():
            yield Finding(name, "must not be empty")
    if not deck.cards:
        yield Finding("cards", "a deck needs at least one card")
    seen: set[str] = set()
    for index, card in enumerate(deck.cards):
        here = f"cards[{index}]"
        if card.id in seen:
            yield Finding(f"{here}.id", f'the id "{card.id}" stands twice')
        seen.add(card.id)
        yield from _card(card, here)


def _card(card: Card, here: str) -> Iterator[Finding]:
    if not is_slug(card.id):
        yield Finding(f"{here}.id", SLUG_HINT)
    if not card.text.strip():
        yield Finding(f"{here}.text", "must not be empty")
    for name, text in (("text", card.text), ("follow-up", card.follow_up)):
        if len(text) > MAX_CARD_TEXT:
            yield Finding(
                f"{here}.{name}",
                f"has {len(text)} characters, and a card has room for {MAX_CARD_TEXT}",
            )
    if not 1 <= card.depth <= 3:
        yield Finding(f"{here}.depth", "must be 1, 2 or 3")
