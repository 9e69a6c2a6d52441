"""Shows the wheel alone, and presses, drags and scrolls it."""

import math
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.emotion_wheel import EmotionWheel
from tests.ui.finding import focused
from tests.ui.showing import show

Theme = Literal["light", "dark", "high-contrast"]
STUNG = "sad/hurt/stung"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def show_words(
    qtbot: QtBot, look: Look, wheel: Wheel, side: int, theme: Theme = "light"
) -> EmotionWheel:
    """A square wheel as a window of its own, still, which has the keyboard."""
    look.choose(LookChoice(theme=theme, reduced_motion=True))
    return show(qtbot, EmotionWheel(look, wheel), side, side)


def pick(wheel: Wheel, path_id: str, partner: Partner) -> Pick:
    """A word of the wheel, picked."""
    index = WheelIndex(wheel)
    entry = index.entry(path_id)
    assert entry is not None
    return Pick(partner=partner, word=index.shown(entry), intensity=3)


def press(*keys: Qt.Key, shift: bool = False) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(focused(), key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)


def place_of(words: EmotionWheel, path_id: str) -> QPoint:
    """The middle of a word on the wheel."""
    return words.wedge_rect(path_id).center()


def click(words: EmotionWheel, path_id: str) -> None:
    """Press and let go over a word."""
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=place_of(words, path_id))


def point_at(words: EmotionWheel, path_id: str) -> None:
    """Move the mouse over a word, wherever it was before."""
    place = QPointF(place_of(words, path_id))
    there = words.mapToGlobal(place)
    button, buttons = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, there, button, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(words, event)
    assert words.word_in_hand == path_id


def round_about(words: EmotionWheel, start: QPoint, degrees: float) -> QPoint:
    """Where a point comes to lie when it goes clockwise round the wheel's middle."""
    away = QPointF(start - words.rect().center())
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turned = QPointF(away.x() * cos - away.y() * sin, away.x() * sin + away.y() * cos)
    return words.rect().center() + turned.toPoint()


def take_hold(words: EmotionWheel, path_id: str, degrees: float) -> QPoint:
    """Press over a word and drag it clockwise in small steps; gives where the hand is then."""
    start = place_of(words, path_id)
    QTest.mousePress(words, Qt.MouseButton.LeftButton, pos=start)
    steps = max(1, round(abs(degrees) / 10))
    for step in range(1, steps + 1):
        QTest.mouseMove(words, round_about(words, start, degrees * step / steps))
    return round_about(words, start, degrees)


def let_go(words: EmotionWheel, at: QPoint) -> None:
    """Let go of the wheel."""
    QTest.mouseRelease(words, Qt.MouseButton.LeftButton, pos=at)


def scroll(
    words: EmotionWheel, at: QPoint, *, notches: int = 0, pixels: int = 0, ctrl: bool = False
) -> bool:
    """Turn the mouse wheel, or move two fingers; says whether the wheel took it."""
    event = QWheelEvent(
        QPointF(at),
        QPointF(words.mapToGlobal(at)),
        QPoint(0, pixels),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(words, event)
    return event.isAccepted()


def painted(words: EmotionWheel) -> QImage:
    """What the wheel looks like."""
    return words.grab().toImage()
