"""The decks that come with Turnstone: which there are, how deep they go, how a card is made.

That each passes the checker is seen to by the library, which reads no other.
"""

import re
from collections import Counter

import pytest

from desktop.content.library import Library
from desktop.domain.cards import Deck

LIBRARY = Library()
DECKS = LIBRARY.decks.all()

CLOSENESS = {
    "physical-closeness": "physical",
    "sexual-closeness": "sexual",
    "emotional-closeness": "emotional",
    "spiritual-closeness": "spiritual",
    "intellectual-closeness": "intellectual",
}
OTHERS = {
    "what-i-learned-about-feelings",
    "appreciation",
    "growing-questions-1",
    "growing-questions-2",
    "growing-questions-3",
    "repair",
    "listener-openers",
    "speaker-openers",
}
ABOUT_FEELINGS = {"what-i-learned-about-feelings", "a-feeling-is-a-signal"}
LONGEST_TEXT = 100  # Characters: what can be taken in at one look from three metres.
LONGEST_FOLLOW_UP = 100

each_deck = pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)


def tags_of(deck: Deck) -> set[str]:
    return {tag for card in deck.cards for tag in card.tags}


def on_the_wheel() -> set[str]:
    return {path.ids[-1] for path, _ in LIBRARY.wheels.get("feelings").walk()}


def test_there_is_a_deck_for_each_aim() -> None:
    assert {*CLOSENESS, *OTHERS} <= set(LIBRARY.decks.ids())


def test_no_two_decks_look_the_same_in_a_list() -> None:
    assert len({deck.title for deck in DECKS}) == len(DECKS)
    assert len({deck.aim for deck in DECKS}) == len(DECKS)
    assert max(len(deck.title) for deck in DECKS) <= 30


@each_deck
def test_a_deck_has_enough_and_different_cards(deck: Deck) -> None:
    cards = deck.cards
    assert len(cards) >= 20
    assert len({card.text for card in cards}) == len(cards)
    assert len({card.follow_up for card in cards}) == len(cards)
    starts = Counter(" ".join(re.findall(r"[\w’]+", card.text.lower())[:3]) for card in cards)
    assert [start for start, times in starts.items() if times > 2] == []


@each_deck
def test_a_deck_leads_from_light_to_deep(deck: Deck) -> None:
    depths = [card.depth for card in deck.cards]
    assert depths == sorted(depths)
    assert min(Counter(depths)[depth] for depth in (1, 2, 3)) >= 4


def test_the_deck_of_closeness_in_feeling_is_evenly_deep() -> None:
    deck = LIBRARY.decks.get("emotional-closeness")
    assert Counter(card.depth for card in deck.cards) == {1: 8, 2: 8, 3: 8}


def test_the_sets_of_growing_questions_go_deeper_and_deeper() -> None:
    sets = [LIBRARY.decks.get(f"growing-questions-{number}").cards for number in (1, 2, 3)]
    means = [sum(card.depth for card in cards) / len(cards) for cards in sets]
    assert means == sorted(means)
    assert len(set(means)) == 3


@pytest.mark.parametrize(("name", "kind"), CLOSENESS.items())
def test_each_kind_of_closeness_has_a_deck_of_its_own(name: str, kind: str) -> None:
    assert {card.kind for card in LIBRARY.decks.get(name).cards} == {kind}


def test_cards_about_sex_are_for_home_with_a_plan() -> None:
    for deck in DECKS:
        if any(card.kind == "sexual" for card in deck.cards):
            assert deck.where == "home-with-plan", deck.id


def test_cards_about_childhood_name_families_and_words_of_the_wheel() -> None:
    tags = tags_of(LIBRARY.decks.get("what-i-learned-about-feelings"))
    assert tags <= on_the_wheel()
    assert {"angry", "sad", "afraid", "glad"} <= tags


@each_deck
def test_no_other_card_comes_up_for_a_word_of_the_wheel(deck: Deck) -> None:
    """A tag that is a word of the wheel by chance would bring a card that does not go with it."""
    if deck.id not in ABOUT_FEELINGS:
        assert not tags_of(deck) & on_the_wheel()


@each_deck
def test_a_card_is_short_and_its_follow_up_is_one_or_two_sentences(deck: Deck) -> None:
    for card in deck.cards:
        assert len(card.text) <= LONGEST_TEXT, card.id
        assert 0 < len(card.follow_up) <= LONGEST_FOLLOW_UP, card.id
        assert re.search(r"[.?]$|…”$", card.follow_up), card.id
        # A stop within quotation marks ends no sentence of the follow-up.
        plain = re.sub(r"“[^”]*”", "“”", card.follow_up)
        assert len(re.findall(r"[.?] ", plain)) <= 1, card.id


@pytest.mark.parametrize("name", ["listener-openers", "speaker-openers"])
def test_an_opener_is_a_sentence_left_open(name: str) -> None:
    for card in LIBRARY.decks.get(name).cards:
        assert re.fullmatch(r"“[A-Z][^“”]*”", card.text), card.id
        assert "…" in card.text, card.id
