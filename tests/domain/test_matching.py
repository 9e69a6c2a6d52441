"""Cards that go with a word, and which of them is drawn."""

from random import Random

import pytest

from desktop.domain.cards import Card, Deck
from desktop.domain.emotions import WordPath
from desktop.domain.matching import draw_matching, matching

STUNG = WordPath(("sad", "hurt", "stung"), ("Sad", "Hurt", "stung"))


def card(card_id: str, *tags: str) -> Card:
    return Card(id=card_id, text="?", follow_up="", depth=1, tags=tags)


def deck(deck_id: str, *cards: Card) -> Deck:
    return Deck(format=1, id=deck_id, title="D", aim="", language="en", cards=cards)


DECKS = [
    deck("one", card("a", "sad"), card("b", "glad", "sad"), card("c", "glad"), card("d")),
    deck("two", card("e", "sad", "hurt")),
]


def drawn_ids(*gone: tuple[str, str]) -> set[tuple[str, str]]:
    found = (draw_matching(DECKS, STUNG, gone, Random(seed)) for seed in range(40))
    return {(match.deck.id, match.card.id) for match in found if match is not None}


def test_cards_of_the_family_and_of_the_word_itself_go_with_it() -> None:
    assert [match.card.id for match in matching(DECKS, STUNG)] == ["a", "b", "e"]


def test_a_card_about_the_finest_word_comes_first() -> None:
    assert drawn_ids() == {("two", "e")}


def test_then_those_that_are_fresh_by_chance() -> None:
    assert drawn_ids(("two", "e")) == {("one", "a"), ("one", "b")}
    assert drawn_ids(("two", "e"), ("one", "a")) == {("one", "b")}


def test_when_all_were_drawn_they_come_again() -> None:
    assert drawn_ids(("two", "e"), ("one", "a"), ("one", "b")) == {("two", "e")}


@pytest.mark.parametrize("path", [("calm",), ("sadness",)])
def test_a_word_without_a_card_has_none(path: tuple[str, ...]) -> None:
    assert draw_matching(DECKS, WordPath(path, path), (), Random(0)) is None
