"""How fast the emotion wheel is painted while it moves."""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from typing import Final

from harness import Row, alone, p95
from live_room import application
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPixmap

from desktop.content.library import Library
from desktop.domain.wheel_geometry import at
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.emotion_wheel import EmotionWheel

_SIDE: Final = 1000
_DEGREES: Final = 1.3
"""From one frame to the next while a hand turns the wheel: a turn in about five seconds."""

_HAND: Final = 300.0
"""How far from the wheel's middle the hand is, in pixels."""

_WARM_UP: Final = 5


def wheel_frame(_folder: Path, rounds: int) -> Row:
    """A frame of the wheel while words are taken in hand, and while a hand turns it.

    Each with what leads to it, the whole wheel each time. The slower of the two is the figure;
    all are told on standard error, beside a bare picture of the same size.
    """
    application()
    stand = _Stand()
    moves = {
        "word in hand": stand.point_at_the_next_word,
        "turning": stand.turn_on,
        "one bare picture": stand.draw_barely,
    }
    series: dict[str, list[float]] = {name: [] for name in moves}
    for number in range(_WARM_UP + rounds):
        for name in reversed(moves) if number % 2 else moves:
            series[name].append(_milliseconds(moves[name]))
    for name, frames in series.items():
        del frames[:_WARM_UP]
        _tell(name, frames)
    _tell("coming to rest", [_milliseconds(stand.let_go)])
    worst = max(p95(series["word in hand"]), p95(series["turning"]))
    return alone("wheel frame at 1000 × 1000, p95", "ms", [worst], bar=8.0)


class _Stand:
    """Two wheels that are painted into a picture by software: one to point at, one to turn."""

    def __init__(self) -> None:
        wheel = Library().wheels.get("feelings")
        look = Look(LookChoice(theme="light", reduced_motion=True))
        self._ids = cycle(path.id for path, _ in wheel.walk())
        self._pointed, self._turned = (EmotionWheel(look, wheel) for _ in range(2))
        self._on = QImage(QSize(_SIDE, _SIDE), QImage.Format.Format_RGB32)
        self._bare = QPixmap(QSize(_SIDE, _SIDE))
        self._bare.fill(Qt.GlobalColor.gray)
        self._angle = 0.0
        for words in (self._pointed, self._turned):
            words.resize(_SIDE, _SIDE)
            self._paint(words)
        self._hand(QEvent.Type.MouseButtonPress)

    def point_at_the_next_word(self) -> None:
        """A word under the mouse rises, and the one before sinks."""
        place = QPointF(self._pointed.wedge_rect(next(self._ids)).center())
        self._pointed.mouseMoveEvent(_mouse(QEvent.Type.MouseMove, place))
        self._paint(self._pointed)

    def turn_on(self) -> None:
        """The hand moves on."""
        self._angle += _DEGREES
        self._hand(QEvent.Type.MouseMove)
        self._paint(self._turned)

    def let_go(self) -> None:
        """The hand lets go, and the wheel comes to rest."""
        self._hand(QEvent.Type.MouseButtonRelease)
        self._paint(self._turned)

    def draw_barely(self) -> None:
        """What no wheel can do without."""
        with QPainter(self._on) as painter:
            painter.drawPixmap(0, 0, self._bare)

    def _hand(self, kind: QEvent.Type) -> None:
        place = QPointF(_SIDE / 2, _SIDE / 2) + QPointF(*at(self._angle, _HAND))
        event = _mouse(kind, place)
        match kind:
            case QEvent.Type.MouseButtonPress:
                self._turned.mousePressEvent(event)
            case QEvent.Type.MouseMove:
                self._turned.mouseMoveEvent(event)
            case _:
                self._turned.mouseReleaseEvent(event)

    def _paint(self, words: EmotionWheel) -> None:
        words.render(self._on, QPoint())


def _mouse(kind: QEvent.Type, place: QPointF) -> QMouseEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(kind, place, place, left, left, none)


def _milliseconds(step: Callable[[], None]) -> float:
    started = time.perf_counter()
    step()
    return 1000 * (time.perf_counter() - started)


def _tell(name: str, frames: Sequence[float]) -> None:
    least, middle = min(frames), statistics.median(frames)
    text = f"  {name}: least {least:.2f}, median {middle:.2f}, p95 {p95(frames):.2f} ms"
    print(text, file=sys.stderr, flush=True)
