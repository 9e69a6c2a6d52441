"""Where the keyboard leads on the wheel."""

from typing import Final

from PySide6.QtCore import Qt

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


class TypeAhead:
    """Gathers letters that follow each other quickly, and finds the word that they begin."""

    def __init__(self, geometry: WheelGeometry) -> None:
        self._geometry = geometry
        self._typed = ""
        self._last = -TYPE_AHEAD_MS

    def typed(self, letter: str, now: int, wedge: Wedge) -> Wedge | None:
        """The word that the letters lead to from a wedge; ``now`` is in milliseconds.

        One letter again and again leads from word to word.
        """
        fresh = now - self._last >= TYPE_AHEAD_MS or self._typed == letter
        self._typed = letter if fresh else self._typed + letter
        self._last = now
        return self._geometry.starting_with(self._typed, wedge, stay=not fresh)
