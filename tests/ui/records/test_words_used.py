"""The page of the words that a couple used most."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import WordPath
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.wheel_search import own_word
from desktop.ui.models.words_used import Span, WordsUsed
from desktop.ui.records.words_used import WordsUsedScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import buttons, heard, press, words
from tests.ui.showing import show
from tests.ui.sweeps import everything_told, shown_texts

A, B = Partner.A, Partner.B
NAMES = {A: "Ana", B: "Ben"}
HINT = "Words that stood at the end of a session, those of most sessions first."


def word(*labels: str) -> ShownWord:
    ids = tuple(label.casefold() for label in labels)
    return ShownWord(path=WordPath(ids, labels), family_label=labels[0])


STUNG, GLAD, OWN = word("Sad", "Hurt", "stung"), word("Glad"), own_word("fizzy", "Own word")
SOME = WordsUsed(couple_id="1", names=NAMES, words={A: (STUNG, GLAD, OWN), B: (GLAD,)})
NONE: dict[Partner, tuple[ShownWord, ...]] = dict.fromkeys(Partner, ())


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> WordsUsedScreen:
    screen = WordsUsedScreen(look)
    screen.show_words(SOME)
    return show(qtbot, screen, 1200, 900)


def test_each_partner_has_their_words_in_the_order_of_use(screen: WordsUsedScreen) -> None:
    shown = words(screen)
    assert shown[shown.index("Ana") :] == [
        *("Ana", "stung", "Sad", "Glad", "fizzy", "Own word"),
        *("Ben", "Glad"),
    ]
    assert "Ana and Ben" in shown
    assert HINT in shown


def test_nothing_is_counted(screen: WordsUsedScreen) -> None:
    told = " ".join(shown_texts(screen))
    assert "stung" in told
    assert not [letter for letter in told if letter.isdigit() or letter == "%"]


def test_who_has_none_is_told_so(screen: WordsUsedScreen) -> None:
    screen.show_words(WordsUsed(couple_id="1", names=NAMES, words={**NONE, A: (GLAD,)}))
    shown = words(screen)
    assert shown[shown.index("Ben") :] == ["Ben", "No words."]


@pytest.mark.parametrize(
    ("span", "said", "offers"),
    [
        (Span.ALL, "No words yet. They come here when a session has ended.", False),
        (Span.LAST_TEN, "No words in the last ten sessions.", True),
    ],
)
def test_a_couple_without_words_is_told_in_a_sentence(
    screen: WordsUsedScreen, span: Span, said: str, offers: bool
) -> None:
    screen.show_words(WordsUsed(couple_id="1", names=NAMES, words=NONE, span=span))
    shown = words(screen)
    assert said in shown
    assert not {"Ana", "Ben", HINT} & set(shown)
    assert ({"All sessions", "The last ten"} <= set(buttons(screen))) is offers


def test_other_sessions_can_be_asked_for(screen: WordsUsedScreen) -> None:
    asked = heard(screen.span_chosen)
    assert buttons(screen)["All sessions"].isChecked()
    press(screen, "The last ten")
    press(screen, "All sessions")
    assert asked == [Span.LAST_TEN, Span.ALL]


def test_it_leads_back(screen: WordsUsedScreen) -> None:
    asked = heard(screen.back_requested)
    press(screen, "All couples")
    assert len(asked) == 1


def test_what_was_shown_can_be_forgotten(screen: WordsUsedScreen, qtbot: QtBot) -> None:
    private = {"Ana", "Ben", "Ana and Ben", "stung", "fizzy", "Glad"}
    assert private <= set(everything_told(screen))
    screen.forget()
    # What was taken off is deleted when the event loop comes round.
    qtbot.waitUntil(lambda: private.isdisjoint(everything_told(screen)))
