"""The sheet of the keys on the wheel's page."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.key_list import KeyList
from desktop.ui.key_names import native
from desktop.ui.theme.look import Look

_HEIGHT: Final = 580


class WheelKeys(KeyList):
    """Lists the keys of the wheel, or of the list in its place, which does not turn."""

    def __init__(self, look: Look, *, turns: bool, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        walking = _walking() if turns else _listed()
        super().__init__(
            look,
            translate("WheelKeys", "Keys on the wheel"),
            [*walking, *(_turning() if turns else ()), *_everywhere()],
            note=translate("WheelKeys", "Single keys act while you are not writing."),
            height=_HEIGHT,
            parent=parent,
        )


def _walking() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (_native("Left", "Right"), translate("WheelKeys", "Along the ring")),
        (_native("Up", "Down"), translate("WheelKeys", "To a finer word, to a coarser one")),
        (
            _native("Home", "End"),
            translate("WheelKeys", "To the first word of the family, to the last"),
        ),
    )


def _listed() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (_native("Up", "Down"), translate("WheelKeys", "From word to word")),
        (_native("Home", "End"), translate("WheelKeys", "To the first word, to the last")),
    )


def _turning() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (_native("Shift+Left", "Shift+Right"), translate("WheelKeys", "Turn the wheel")),
        (_native("."), translate("WheelKeys", "Bring the word in hand level")),
        (_native("0"), translate("WheelKeys", "Turn back")),
        (_native("+", "-"), translate("WheelKeys", "One family, all families")),
    )


def _everywhere() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    letters = translate("WheelKeys", "Letters")
    return (
        (letters, translate("WheelKeys", "To the next word that begins so")),
        (_native("Space"), translate("WheelKeys", "Pick a word, take it back")),
        (_native("/"), translate("WheelKeys", "Find a word, or type your own")),
        (_native("Del"), translate("WheelKeys", "Take the picked word in hand back")),
        (_native("Esc"), translate("WheelKeys", "All families, then back")),
        (_native("?"), translate("WheelKeys", "This sheet")),
    )


def _native(*keys: str) -> str:
    return "   ".join(native(key) for key in keys)
