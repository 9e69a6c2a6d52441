"""The page of the words used most, for the sweep over all pages."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.emotions import WordPath
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.wheel_search import own_word
from desktop.ui.formats import Formats
from desktop.ui.models.words_used import Span, WordsUsed
from desktop.ui.records.words_used import WordsUsedScreen
from desktop.ui.theme.look import Look

LONG = "Wilhelmina-Alexandrina " + "X" * 80
OWN = "wobbly inside, as in a boat at sea"
STUNG = ShownWord(
    path=WordPath(("sad", "hurt", "stung"), ("Sad", "Hurt", "stung")), family_label="Sad"
)
GLAD = ShownWord(path=WordPath(("glad",), ("Glad",)), family_label="Glad")
DATA = {"stung", "Sad", "Glad", OWN, "⟦Own word⟧"}

NOTHING: dict[Partner, tuple[ShownWord, ...]] = dict.fromkeys(Partner, ())


def words_used(
    words: dict[Partner, tuple[ShownWord, ...]], span: Span, look: Look, _formats: Formats
) -> QWidget:
    screen = WordsUsedScreen(look)
    names = {Partner.A: "Ana", Partner.B: LONG}
    screen.show_words(WordsUsed(couple_id="1", names=names, words=words, span=span))
    return screen


_SOME = {Partner.A: (STUNG, own_word(OWN, "⟦Own word⟧"), GLAD), Partner.B: (GLAD,)}

MAKERS: dict[str, Callable[[Look, Formats], QWidget]] = {
    "words used most": partial(words_used, _SOME, Span.ALL),
    "words used most, by one": partial(words_used, {**_SOME, Partner.B: ()}, Span.LAST_TEN),
    "words used most, none": partial(words_used, NOTHING, Span.ALL),
    "words used most, none of ten": partial(words_used, NOTHING, Span.LAST_TEN),
}
