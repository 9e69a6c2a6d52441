"""What is chosen for this computer and holds no secret: it is read before the vault is open."""

from math import isfinite
from typing import Final, get_args

from PySide6.QtCore import QSettings

from desktop.ui.theme.look import LookChoice, ThemeChoice

_THEME: Final = "look/theme"
_SCALE: Final = "look/text-scale"
_MOTION: Final = "look/reduced-motion"
_STAGE: Final = "stage/size"
_RING: Final = "stage/ring"
_SOUNDS: Final = "sound/on"
_VOLUME: Final = "sound/volume"


def kept_look(store: QSettings) -> LookChoice:
    """The look that was chosen; the usual one where nothing sensible is kept."""
    usual = LookChoice()
    kept = str(store.value(_THEME, usual.theme))  # a damaged file can hold anything, even a list
    known: dict[str, ThemeChoice] = {name: name for name in get_args(ThemeChoice)}
    return LookChoice(
        theme=known.get(kept, usual.theme),
        text_scale=_number(store, _SCALE, usual.text_scale),
        reduced_motion=_truth(store, _MOTION, usual.reduced_motion),
        stage_size=_number(store, _STAGE, usual.stage_size),
        shows_ring=_truth(store, _RING, usual.shows_ring),
        plays_sounds=_truth(store, _SOUNDS, usual.plays_sounds),
        volume=round(max(0, min(100, _number(store, _VOLUME, usual.volume)))),
    )


def keep_look(store: QSettings, choice: LookChoice) -> None:
    """Keep a look for the next start."""
    store.setValue(_THEME, choice.theme)
    store.setValue(_SCALE, choice.text_scale)
    store.setValue(_MOTION, choice.reduced_motion)
    store.setValue(_STAGE, choice.stage_size)
    store.setValue(_RING, choice.shows_ring)
    store.setValue(_SOUNDS, choice.plays_sounds)
    store.setValue(_VOLUME, choice.volume)


def _number(store: QSettings, key: str, usual: float) -> float:
    try:
        number = float(str(store.value(key, usual)))
    except ValueError:
        return usual
    return number if isfinite(number) else usual


def _truth(store: QSettings, key: str, usual: bool) -> bool:
    kept = str(store.value(key, usual)).lower()
    return kept == "true" if kept in ("true", "false") else usual
