"""The parts of the settings about emotion words, for the sweep over all pages."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.own_words import OwnWord, OwnWordFault
from desktop.domain.session import Setting
from desktop.ui.dialogs.own_word import OwnWordDialog
from desktop.ui.formats import Formats
from desktop.ui.models.emotion_words import OwnWordLine, WheelLine, WordsState
from desktop.ui.models.settings import SettingsChoice
from desktop.ui.screens.settings import SettingsScreen
from desktop.ui.theme.look import Look
from tests.wheel_files import SEA

LONG = "Donaudampfschifffahrtsgesellschaft und noch viel mehr"
STATE = WordsState(
    wheels=(
        WheelLine(wheel_id="feelings", title="Feelings", added=False),
        WheelLine(wheel_id="sea", title=LONG, added=True),
    ),
    used="sea",
    words=(
        OwnWordLine(word_id="1", label="⟦rubbed raw⟧", above=("hurt", "Sad")),
        OwnWordLine(word_id="2", label="⟦" + "W" * 22 + "⟧", above=()),
    ),
)


def words(look: Look, formats: Formats) -> QWidget:
    screen = SettingsScreen(look, formats)
    screen.show_settings(SettingsChoice(look=look.choice, setting=Setting.PRACTICE))
    screen.wheels.show_state(STATE)
    screen.own_words.show_state(STATE)
    screen.wheels.show_refused(["⟦sea.toml:12: families[0].energy: must lie between⟧"], 3)
    screen.wheels.show_removed("⟦" + LONG + "⟧")
    screen.own_words.show_removed("⟦worn thin⟧")
    screen.own_words.show_problem("⟦The disk is full.⟧")
    return screen


def own_word(look: Look, _formats: Formats) -> QWidget:
    word = OwnWord(id="1", label="briny", under="ebb/other", definition="Salt.")
    dialog = OwnWordDialog(look, SEA, word)
    dialog.show_fault(OwnWordFault.FULL, "⟦The wheel is full.⟧")
    dialog.show_fault(OwnWordFault.DOUBLE, "⟦This word stands in that family already.⟧")
    return dialog


MAKERS: dict[str, Callable[[Look, Formats], QWidget]] = {
    "settings, emotion words": words,
    "own word": own_word,
}
