"""Where the keyboard leads on the wheel, and what it does to the wheel as a whole."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.domain.wheel_geometry import Wedge, WheelGeometry

TYPE_AHEAD_MS: Final = 1000


def walk(geometry: WheelGeometry, wedge: Wedge, key: Qt.Key) -> Wedge | None:
    """The word that a key leads to; None where there is none.

    Right goes clockwise along the ring and left back, up leads outward to a finer word and down
    inward to the coarser one, Home and End to the ends of the family.
    """
    match key:
        case Qt.Key.Key_Right | Qt.Key.Key_Left:
            return geometry.beside(wedge, 1 if key is Qt.Key.Key_Right else -1)
        case Qt.Key.Key_Up:
            return geometry.outward(wedge)
        case Qt.Key.Key_Down:
            return geometry.inward(wedge)
        case Qt.Key.Key_Home | Qt.Key.Key_End:
            return geometry.ends(wedge)[0 if key is Qt.Key.Key_Home else 1]
        case _:
            return None


class Steering(Enum):
    """What a key does to the wheel, wherever on it the keyboard is."""

    TURN_LEFT = auto()
    TURN_RIGHT = auto()
    TURN_LEVEL = auto()
    TURN_BACK = auto()
    ENLARGE = auto()
    SHOW_ALL = auto()
    LEAVE = auto()


_STEERING: Final = {
    Qt.Key.Key_Period: Steering.TURN_LEVEL,
    Qt.Key.Key_0: Steering.TURN_BACK,
    Qt.Key.Key_Plus: Steering.ENLARGE,
    Qt.Key.Key_Equal: Steering.ENLARGE,
    Qt.Key.Key_Minus: Steering.SHOW_ALL,
    Qt.Key.Key_Escape: Steering.LEAVE,
}
_STEERING_WITH_SHIFT: Final = {
    Qt.Key.Key_Left: Steering.TURN_LEFT,
    Qt.Key.Key_Right: Steering.TURN_RIGHT,
}


def commanding(event: QKeyEvent) -> bool:
    """Whether a key is pressed together with Ctrl, Alt or the like."""
    return bool(event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | _KEYPAD))


def steering(event: QKeyEvent) -> Steering | None:
    """What a key does to the wheel, if anything.

    Shift with Left or Right turns by a step, the full stop brings the word in hand level, 0 turns
    back, plus lets one family fill the wheel, minus shows all, Escape does so too or else leaves.
    """
    if commanding(event):
        return None
    key = Qt.Key(event.key())
    # On some keyboards the full stop, plus and the digits need Shift.
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _STEERING_WITH_SHIFT:
        return _STEERING_WITH_SHIFT[key]
    return _STEERING.get(key)


class TypeAhead:
    """Gathers letters that follow each other quickly, and finds the word that they begin."""

    def __init__(self) -> None:
        self._typed = ""
        self._last = -TYPE_AHEAD_MS

    def typed(self, letter: str, now: int, geometry: WheelGeometry, path_id: str) -> Wedge | None:
        """The word that the letters lead to from a word; ``now`` is in milliseconds.

        One letter again and again leads from word to word.
        """
        fresh = now - self._last >= TYPE_AHEAD_MS or self._typed == letter
        self._typed = letter if fresh else self._typed + letter
        self._last = now
        wedge = geometry.wedge(path_id)
        return geometry.starting_with(self._typed, wedge, stay=not fresh) if wedge else None


_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
