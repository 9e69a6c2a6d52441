"""What is chosen for this computer and holds no secret: it is read before the vault is open."""

from typing import Final, get_args

from PySide6.QtCore import QSettings

from desktop.ui.theme.look import LookChoice, ThemeChoice

_THEME: Final = "look/theme"
_SCALE: Final = "look/text-scale"
_MOTION: Final = "look/reduced-motion"


def kept_look(store: QSettings) -> LookChoice:
    """The look that was chosen; the usual one where nothing sensible is kept."""
    usual = LookChoice()
    kept = str(store.value(_THEME, usual.theme))  # a damaged file can hold anything, even a list
    known: dict[str, ThemeChoice] = {name: name for name in get_args(ThemeChoice)}
    try:
        scale = float(str(store.value(_SCALE, usual.text_scale)))
    except ValueError:
        scale = usual.text_scale
    return LookChoice(
        theme=known.get(kept, usual.theme),
        text_scale=scale,
        reduced_motion=str(store.value(_MOTION, usual.reduced_motion)).lower() == "true",
    )


def keep_look(store: QSettings, choice: LookChoice) -> None:
    """Keep a look for the next start."""
    store.setValue(_THEME, choice.theme)
    store.setValue(_SCALE, choice.text_scale)
    store.setValue(_MOTION, choice.reduced_motion)
