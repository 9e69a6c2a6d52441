"""What no card may say, and that none says what another one says already."""

import re
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

import pytest

from desktop.content.library import Library
from desktop.domain.cards import Deck

DECKS = Library().decks.all()
each_deck = pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)

FORBIDDEN: Final = {
    "shouts": (
        r"!",
        "Tell it!",
    ),
    "knows a gender": (
        r"\b(s?he|him|her|hers|his|(him|her)self|husband|wife|(boy|girl)friend"
        r"|boys?|girls?|m[ae]n|wom[ae]n)\b",
        "What did she say?",
    ),
    "blames": (
        r"\b(you|your partner|we)\b[^.?…]{0,25}\b(always|never)\b|\byour fault\b",
        "When did you last think that we never talk?",
    ),
    "calls somebody ill": (
        r"\b(trauma\w*|narciss\w*|depress\w*|diagnos\w*|toxic|codepend\w*"
        r"|dysfunction\w*|disorder\w*|symptom\w*|triggered|attachment|therapy)\b",
        "Which trauma is behind it?",
    ),
    "takes children for granted": (
        r"\b(kids?|sons?|daughters?|(your|our) child(ren)?)\b",
        "What do your children love about you?",
    ),
    "takes parents for granted": (
        r"\b(parents?|mothers?|fathers?|mum|mom|dad|siblings?)\b",
        "What did your mother do?",
    ),
    "takes faith for granted": (
        r"\b(god|pray\w*|church|mosque|temple|bible|holy|heaven)\b",
        "When did you last pray?",
    ),
    "takes marriage for granted": (
        r"\b(marri\w+|wedding|spouses?|honeymoon|anniversary)\b",
        "What was dear to you at the wedding?",
    ),
    "takes a shared home for granted": (
        r"\bour (home|house|flat|bed|bedroom|kitchen|garden)\b"
        r"|\b(come|came|coming|gets?|got) home\b",
        "Where in our flat are you at ease?",
    ),
    "takes money for granted": (
        r"\b(salary|income|savings|mortgage|afford|buy|bought|expensive)\b",
        "What would you like to buy?",
    ),
    "takes health for granted": (
        r"\b(healthy|jog\w*|workout|gym|the doctor)\b",
        "How do you stay healthy?",
    ),
    "gives advice": (
        r"\byou (should|must|ought|have to|had better)\b|\b(how about|try to)\b",
        "When do you think you should rest?",
    ),
    "praises": (
        r"\b(well done|good job|great|bravo|perfect)\b",
        "That was a great answer.",
    ),
    "asks for a reckoning": (
        r"(^|[.?…] )Why\b",
        "It went wrong. Why?",
    ),
    "compares": (
        r"\bwh(o|ich) of you\b|\bthan your partner\b|\bbetter partner\b",
        "Which of you listens more?",
    ),
}
"""What a text must not do: how one can tell, and an example."""

OF_SEX: Final = re.compile(r"\b(sex\w*|erotic\w*|naked|desires?|mak(e|ing) love|in bed)\b", re.I)

YES_OR_NO: Final = re.compile(
    r"(am|are|is|was|were|do|does|did|have|has|had|can|could|will|would|shall|may|might)\b[^?]*\?",
    re.I,
)

CEILING: Final = 0.65
"""How alike two texts may be, see ``likeness``.

Of the pairs above it, read while the cards were written, each was one thought with a word or two
exchanged. What pairs just below it share are the small words of any question ("How is it for you
to …").
"""


def words(text: str) -> list[str]:
    return re.findall(r"[\w’]+", text.lower())


def likeness(a: str, b: str) -> float:
    """The share of words that two texts have in common in the same order, from 0 to 1.

    In words and not in letters, so that a change of "wish" to "fish" is a whole change.
    """
    return SequenceMatcher(None, words(a), words(b), autojunk=False).ratio()


def said(deck: Deck) -> list[str]:
    """All that a deck says on screen."""
    return [deck.title, deck.aim, *(s for card in deck.cards for s in (card.text, card.follow_up))]


@pytest.mark.parametrize(("rule", "example"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_rule_catches_its_example(rule: str, example: str) -> None:
    assert re.search(rule, example, re.I)


@each_deck
@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_card_says_what_is_forbidden(deck: Deck, name: str) -> None:
    rule, _ = FORBIDDEN[name]
    assert [text for text in said(deck) if re.search(rule, text, re.I)] == []


@each_deck
def test_only_the_deck_about_sex_speaks_of_it(deck: Deck) -> None:
    found = [text for text in said(deck) if OF_SEX.search(text)]
    assert bool(found) == (deck.id == "sexual-closeness"), found


def is_quiz(text: str) -> bool:
    """Whether a sentence of a text asks for no more than yes or no."""
    return any(YES_OR_NO.match(sentence) for sentence in re.split(r"(?<=[.?…:]) ", text))


def test_a_question_that_yes_would_answer_is_told_from_an_open_one() -> None:
    assert is_quiz("Are you happy with us?")
    assert is_quiz("Some things go untold. Do you have one?")
    assert not is_quiz("What is it that you would like to be asked?")
    assert not is_quiz("When do you want ideas, and when just their ears?")


@each_deck
def test_no_card_is_a_quiz(deck: Deck) -> None:
    assert [card.id for card in deck.cards if is_quiz(card.text)] == []


def test_likeness_tells_a_copy_from_a_card_of_its_own() -> None:
    ours = "When did you last feel we were on the same side?"
    assert likeness(ours, ours.upper()) == 1
    assert likeness(ours, "When did you last think we were on the same page?") > CEILING
    assert likeness(ours, "When did you last feel quite alive?") < CEILING
    assert likeness("A wish is no plan.", "A fish is no plan.") == pytest.approx(0.8)


@pytest.mark.parametrize("field", ["text", "follow_up"])
def test_no_card_is_nearly_a_copy_of_another(field: str) -> None:
    """In no deck, and not across the decks either."""
    every = [
        (f"{deck.id}/{card.id}", getattr(card, field)) for deck in DECKS for card in deck.cards
    ]
    alike = [
        f"{one} and {other}"
        for (one, a), (other, b) in combinations(every, 2)
        if likeness(a, b) > CEILING
    ]
    assert alike == []
