"""Reflection cards and the decks that hold them."""

from typing import Literal

import msgspec

from desktop.domain.errors import Finding

Closeness = Literal["physical", "sexual", "emotional", "spiritual", "intellectual"]


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


def check_deck(deck: Deck) -> tuple[Finding, ...]:
    """What is wrong with a deck: no cards, double ids, empty texts, depth out of range."""
    findings: list[Finding] = []
    if deck.format != 1:
        findings.append(Finding("format", "this version of Turnstone reads format 1"))
    if not deck.cards:
        findings.append(Finding("cards", "a deck needs at least one card"))
    seen: set[str] = set()
    for index, card in enumerate(deck.cards):
        here = f"cards[{index}]"
        if card.id in seen:
            findings.append(Finding(f"{here}.id", f'the id "{card.id}" stands twice'))
        seen.add(card.id)
        if not card.text.strip():
            findings.append(Finding(f"{here}.text", "must not be empty"))
        if not 1 <= card.depth <= 3:
            findings.append(Finding(f"{here}.depth", "must be 1, 2 or 3"))
    return tuple(findings)
