"""Keys as people write them."""

from typing import Final

from PySide6.QtGui import QKeySequence

_ARROWS: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def native(key: str) -> str:
    """A key as it is written on the keyboards of this system and in this language.

    ``key`` is in Qt's portable spelling, such as "Shift+Left".
    """
    *before, last = key.split("+") if not key.endswith("+") else (key,)
    if last not in _ARROWS:
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join((*(native(held) for held in before), _ARROWS[last]))
