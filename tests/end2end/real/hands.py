"""The two ways to use the app: the keyboard alone, or the accessibility bus alone."""

import subprocess
import time
from typing import Final, Protocol

from tests.end2end.real.tree import BUTTON, FIELD, SLIDER, TICK, LostError, Thing, Tree

REST: Final = 0.2
"""Seconds to let the window follow."""

LONGEST_WAY: Final = 220
"""How often Tab may have to be pressed."""

PRESSED: Final = (*BUTTON, *TICK)


class Hands(Protocol):
    """Uses what is on the screen. Each method raises LostError where that can't be done."""

    @property
    def keyboard(self) -> bool:
        """Whether keys can be pressed."""
        ...

    def press(self, name: str) -> None:
        """Press a button or tick a box."""
        ...

    def write(self, name: str, text: str) -> None:
        """Write into a field in place of what is there."""
        ...

    def slide(self, name: str, value: int) -> None:
        """Set a slider."""
        ...


def xdotool(*words: str) -> str:
    """Run xdotool, which stands in for a person's hands; returns what it prints."""
    done = subprocess.run(["xdotool", *words], check=False, stdout=subprocess.PIPE, text=True)
    return done.stdout


class Keyboard:
    """Keys and nothing else. The tree is only asked where the focus is."""

    keyboard = True

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def key(self, *keys: str) -> None:
        """Press keys, one after the other, such as ``ctrl+1``."""
        xdotool("key", "--delay", "30", "--clearmodifiers", *keys)
        time.sleep(REST)

    def type(self, text: str) -> None:
        """Type a text."""
        xdotool("type", "--delay", "15", text)
        time.sleep(REST)

    def go(self, name: str, roles: tuple[str, ...]) -> Thing:
        """Press Tab until a thing has the focus."""
        self._tree.find(name, roles)
        passed: list[str] = []
        for _ in range(LONGEST_WAY):
            thing = self._tree.focused()
            if thing is not None and thing.name == name and thing.role in roles:
                return thing
            passed.append(str(thing))
            self.key("Tab")
        raise LostError(f"“{name}” by Tab, past {', '.join(dict.fromkeys(passed))}")

    def press(self, name: str) -> None:
        """Go there and press Space."""
        self.go(name, PRESSED)
        self.key("space")

    def write(self, name: str, text: str) -> None:
        """Go there and type."""
        self.go(name, FIELD)
        self.key("ctrl+a")
        self.type(text)

    def slide(self, name: str, value: int) -> None:
        """Go there and press the arrows; a slider without an answer stands before the first."""
        slider = self.go(name, SLIDER)
        for _ in range(10):
            if slider.value == value:
                return
            self.key("Right" if slider.value < value else "Left")
        raise LostError(f"{value} on the slider “{name}”")


class Bus:
    """What a screen reader or a switch does: no keys and no pointer."""

    keyboard = False

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def press(self, name: str) -> None:
        """Ask for the action."""
        self._tree.find(name, PRESSED).act("Press", "Toggle")
        time.sleep(REST)

    def write(self, name: str, text: str) -> None:
        """Set the text."""
        self._tree.find(name, FIELD).write(text)
        time.sleep(REST)

    def slide(self, name: str, value: int) -> None:
        """Set the value."""
        self._tree.find(name, SLIDER).slide(value)
        time.sleep(REST)
        if self._tree.find(name, SLIDER).value != value:
            raise LostError(f"{value} on the slider “{name}”")
