"""Drawing cards: which can come, and when they come again."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cards import Card, Deck
from desktop.domain.piles import draw, pile


def deck(count: int) -> Deck:
    cards = tuple(Card(id=f"c{n}", text="?", follow_up="", depth=1) for n in range(count))
    return Deck(format=1, id="deck", title="Deck", aim="Aim.", language="en", cards=cards)


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [card.id for card in cards]


def test_a_drawn_card_is_not_in_the_pile() -> None:
    assert ids(pile(deck(3), [])) == ["c0", "c1", "c2"]
    assert ids(pile(deck(3), ["c1"])) == ["c0", "c2"]


def test_after_the_last_card_the_pile_is_whole_again() -> None:
    assert ids(pile(deck(3), ["c1", "c0", "c2"])) == ["c0", "c1", "c2"]
    assert ids(pile(deck(3), ["c1", "c0", "c2", "c0"])) == ["c1", "c2"]


@given(st.integers(1, 6), st.integers(1, 20), st.integers())
def test_each_card_comes_once_before_any_comes_again(size: int, draws: int, seed: int) -> None:
    cards, chance = deck(size), Random(seed)
    drawn: list[str] = []
    for _ in range(draws):
        drawn.append(draw(cards, drawn, chance).id)
    for start in range(0, draws, size):
        through = drawn[start : start + size]
        assert len(set(through)) == len(through)


def test_chance_alone_says_which_card_comes() -> None:
    first = [draw(deck(20), [], Random(seed)).id for seed in range(30)]
    assert len(set(first)) > 5
    assert first == [draw(deck(20), [], Random(seed)).id for seed in range(30)]


def test_cards_of_a_deck_that_was_changed_since_do_no_harm() -> None:
    """A resumed session may have drawn cards that the deck no longer has."""
    assert ids(pile(deck(3), ["gone", "c1"])) == ["c0", "c2"]
    assert ids(pile(deck(1), ["gone", "gone"])) == ["c0"]
