"""Exercises that ask for something, and how somebody answers by the keyboard alone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.domain.exercise.format import Actor, Exercise, StageText, StepKind
from desktop.domain.flow.inputs import revealed_answers
from desktop.domain.flow.steps import asked_item
from desktop.domain.people import Partner
from tests.exercises import a_part, a_step, an_exercise
from tests.ui.finding import focusable, told
from tests.ui.room.rooms import Room

MARKER = "marker of a covered answer"
TEXT = StageText(speaker="What do you fear?", listener="What do you hope?")
TALK = a_step("talk", StepKind.SPEAK)
NEEDED: dict[StepKind, dict[str, Any]] = {
    StepKind.CHOOSE: {"choices": ("The sea", "The hills")},
    StepKind.CARD: {"deck": "emotional-closeness"},
}
A, B = Partner.A, Partner.B


def asks(
    kind: StepKind, actor: Actor = Actor.BOTH, *, sealed: bool = True
) -> Callable[[Exercise], Exercise]:
    """Makes an exercise that asks in each turn, and then lets one talk."""
    step = a_step("ask", kind, actor, sealed=sealed, text=TEXT, **NEEDED.get(kind, {}))
    return lambda _: an_exercise(a_part(step, TALK))


def answers(room: Room) -> dict[Partner, Any] | None:
    """The answers to the open step as both may see them."""
    core = room.live.state.core
    return revealed_answers(core, asked_item(core) or "")


def on_screen(room: Room) -> QWidget:
    """What fills the window."""
    widget = room.flow.screen.currentWidget()
    assert widget is not None
    return widget


def reachable(room: Room) -> set[str]:
    """The names of all that the keyboard can reach in the window."""
    return {told(widget) for widget in focusable(room.window)}


def focused() -> str:
    """The name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return told(widget) if widget is not None else ""


async def type_in(room: Room, text: str) -> None:
    """Type where the focus is, as a person would."""
    for letter in text:
        key = Qt.Key.Key_Space if letter == " " else getattr(Qt.Key, f"Key_{letter.upper()}")
        await room.strike(key)


async def tab_to(room: Room, name: str) -> None:
    """Press Tab until something has the keyboard."""
    for _ in range(300):
        if focused() == name:
            return
        await room.strike(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


async def press_by_key(room: Room, name: str) -> None:
    await tab_to(room, name)
    await room.strike(Qt.Key.Key_Space)


async def begin(room: Room) -> None:
    """From the console to the hand-over."""
    await room.hands.press("Nothing")
    await room.strike(Qt.Key.Key_Y)


def checked(room: Room) -> list[QAbstractButton]:
    boxes = room.window.findChildren(QAbstractButton)
    return [box for box in boxes if box.isChecked() and box.isVisible()]
