"""What an assistive tool sees of the running app, over the accessibility bus of the desktop."""

import time
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

APP: Final = "turnstone"
PATIENCE: Final = 25.0
"""Seconds to wait for something to appear."""

LOOK_AGAIN: Final = 0.1
"""Seconds from one look to the next."""

BUTTON: Final = ("push button", "toggle button", "button")
TICK: Final = ("check box",)
FIELD: Final = ("text", "password text", "entry")
LABEL: Final = ("label",)
LIST: Final = ("list",)
SLIDER: Final = ("slider",)
GROUP: Final = ("panel", "grouping")

_WINDOWS: Final = ("frame", "dialog", "application")


class LostError(Exception):
    """Nothing of this role and name is on the screen."""


class Thing:
    """One thing on the screen, named and described as assistive tools are told."""

    def __init__(self, atspi: Any, node: Any) -> None:
        self._atspi = atspi
        self._node = node
        self.name: Final[str] = node.get_name()
        self.role: Final[str] = node.get_role_name()
        self.description: Final[str] = node.get_description()

    def __repr__(self) -> str:
        return f"{self.role} “{self.name}”"

    def has(self, state: str) -> bool:
        """Whether it has a state such as ``SHOWING``, ``FOCUSED`` or ``SENSITIVE``."""
        return bool(self._node.get_state_set().contains(getattr(self._atspi.StateType, state)))

    def children(self) -> Iterator["Thing"]:
        """What it holds."""
        for number in range(self._node.get_child_count()):
            child = self._node.get_child_at_index(number)
            if child is not None:
                yield Thing(self._atspi, child)

    def all(self) -> Iterator["Thing"]:
        """Itself and all that it holds and that is shown."""
        yield self
        for child in self.children():
            if child.has("SHOWING"):
                yield from child.all()

    def act(self, *names: str) -> None:
        """Do the first of some actions that it offers. Raises LostError."""
        action = self._atspi.Action
        offered = [
            action.get_action_name(self._node, number)
            for number in range(action.get_n_actions(self._node))
        ]
        for name in names:
            if name in offered:
                action.do_action(self._node, offered.index(name))
                return
        raise LostError(f"an action of {self} among {offered}")

    @property
    def text(self) -> str:
        """What is written in it."""
        return str(self._atspi.Text.get_text(self._node, 0, -1))

    def write(self, text: str) -> None:
        """Put another text into it."""
        self._atspi.EditableText.set_text_contents(self._node, text)

    @property
    def value(self) -> int:
        """The number it stands at."""
        return round(self._atspi.Value.get_current_value(self._node))

    def slide(self, value: int) -> None:
        """Set the number."""
        self._atspi.Value.set_current_value(self._node, float(value))


class Tree:
    """The windows of the app. The bus is woken up by it, so make one before the app starts."""

    def __init__(self) -> None:
        import_module("gi").require_version("Atspi", "2.0")
        self._atspi: Any = import_module("gi.repository.Atspi")
        self._gone: type[Exception] = import_module("gi.repository.GLib").Error
        self._desktop().get_child_count()

    def windows(self) -> list[Thing]:
        """The windows of the app that was started last."""
        apps = [app for app in Thing(self._atspi, self._desktop()).children() if app.name == APP]
        return list(apps[-1].children()) if apps else []

    def find(self, name: str, roles: tuple[str, ...] = ()) -> Thing:
        """Wait for a thing of one of some roles that can be used. Raises LostError."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            thing = self.look(name, roles)
            if thing is not None and thing.has("SENSITIVE"):
                return thing
            time.sleep(LOOK_AGAIN)
        raise LostError(f"{' or '.join(roles)} “{name}”")

    def look(self, name: str, roles: tuple[str, ...] = ()) -> Thing | None:
        """A thing that is there now; one that can be used comes before one that can't."""
        found = [t for t in self._all() if t.name == name and (not roles or t.role in roles)]
        return next((thing for thing in found if thing.has("SENSITIVE")), next(iter(found), None))

    def focused(self) -> Thing | None:
        """Where the keyboard is."""
        # Qt calls the current row of a list focused also when the list is not.
        roles = (*_WINDOWS, "list item")
        return next((t for t in self._all() if t.role not in roles and t.has("FOCUSED")), None)

    def told(self) -> str:
        """All that is shown, one line for each thing."""
        return "\n".join(f"{t.role} “{t.name}” {t.description}" for t in self._all() if t.name)

    def _all(self) -> list[Thing]:
        """All that is shown. A thing may go while it is looked at; then we look again."""
        while True:
            try:
                return [thing for window in self.windows() for thing in window.all()]
            except self._gone:
                time.sleep(LOOK_AGAIN)

    def _desktop(self) -> Any:
        return self._atspi.get_desktop(0)
