"""What makes a deck sound."""

import msgspec
import pytest

from desktop.domain.cards import MAX_CARD_TEXT, Card, Deck, check_deck, decks_offered
from desktop.domain.session import Setting

CARD = Card(id="one", text="What was good today?", follow_up="", depth=1)
DECK = Deck(format=1, id="small", title="Small", aim="To try.", language="en", cards=(CARD,))


def fields(deck: Deck) -> list[str]:
    return [finding.field for finding in check_deck(deck)]


def test_a_sound_deck_has_no_findings() -> None:
    assert check_deck(DECK) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"format": 2}, "format"),
        ({"id": "Small deck"}, "id"),
        ({"id": ""}, "id"),
        ({"title": " "}, "title"),
        ({"aim": ""}, "aim"),
        ({"language": ""}, "language"),
        ({"cards": ()}, "cards"),
        ({"cards": (CARD, CARD)}, "cards[1].id"),
    ],
)
def test_what_is_wrong_with_a_deck_is_found(changes: dict[str, object], field: str) -> None:
    assert fields(msgspec.structs.replace(DECK, **changes)) == [field]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": "a/b"}, "cards[0].id"),
        ({"text": "\n"}, "cards[0].text"),
        ({"text": "a" * (MAX_CARD_TEXT + 1)}, "cards[0].text"),
        ({"follow_up": "a" * (MAX_CARD_TEXT + 1)}, "cards[0].follow-up"),
        ({"depth": 0}, "cards[0].depth"),
        ({"depth": 4}, "cards[0].depth"),
    ],
)
def test_what_is_wrong_with_a_card_is_found(changes: dict[str, object], field: str) -> None:
    card = msgspec.structs.replace(CARD, **changes)
    assert fields(msgspec.structs.replace(DECK, cards=(card,))) == [field]


def test_all_that_is_wrong_is_found_at_once() -> None:
    cards = tuple(msgspec.structs.replace(CARD, text="", depth=9) for _ in range(3))
    assert len(check_deck(msgspec.structs.replace(DECK, title="", cards=cards))) == 1 + 6 + 2


@pytest.mark.parametrize("where", ["practice-only", "home-with-plan"])
def test_a_deck_that_needs_a_therapist_is_not_offered_at_home(where: str) -> None:
    planned = msgspec.structs.replace(DECK, id="planned", where=where)
    assert decks_offered((DECK, planned), Setting.HOME) == (DECK,)
    assert set(decks_offered((DECK, planned), Setting.PRACTICE)) == {DECK, planned}


def test_decks_are_offered_in_the_order_of_their_titles() -> None:
    titles = ("Thanks", "a beginning", "Near")
    decks = [msgspec.structs.replace(DECK, id=title, title=title) for title in titles]
    offered = decks_offered(decks, Setting.PRACTICE)
    assert [deck.title for deck in offered] == ["a beginning", "Near", "Thanks"]
