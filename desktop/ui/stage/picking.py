"""Choosing a time of return: what both the stage and the console go by."""

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.domain.flow.views import ReturnView, StageMode, StageView
from desktop.ui.stage.return_choice import HOUR, QUARTER, ReturnChoice

MOST: Final = 4
"""So many times can be offered by one press."""

STEPS: Final = (-HOUR, -QUARTER, QUARTER, HOUR)
"""By how much a time can be moved, in ms."""


class Picking(QObject):
    """How far somebody has come with choosing; whoever shows it follows ``changed``.

    Times are offered until one is agreed on, and when somebody asks for them again.
    ``agreed`` carries the time, in ms since 1970, UTC.
    """

    agreed = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._view: ReturnView | None = None
        self._set_for: tuple[object, ...] = ()
        self._opened = False
        self._choice: ReturnChoice | None = None

    @property
    def times(self) -> tuple[int, ...]:
        """The times that are offered by one press now."""
        offered = self._view is not None and self.offered and self._choice is None
        return self._view.times[:MOST] if self._view is not None and offered else ()

    @property
    def any_other(self) -> bool:
        """Whether any other time can be chosen instead of those."""
        return bool(self.times) and self._view is not None and self._view.latest is not None

    @property
    def choice(self) -> ReturnChoice | None:
        """The time that is being chosen in steps, if any."""
        return self._choice

    @property
    def offered(self) -> bool:
        """Whether a time can be chosen now."""
        return self._view is not None and (self._opened or not self._view.agreed)

    @property
    def can_open(self) -> bool:
        """Whether the times can be asked for again."""
        return self._view is not None and not self.offered

    @property
    def can_leave(self) -> bool:
        """Whether there is something that was opened and can be left."""
        return self.offered and (self._opened or self._choice is not None)

    def fill(self, view: StageView) -> None:
        """Takes over what can be agreed on; what somebody is choosing stays where it can."""
        self._view = view.returning if view.mode is StageMode.BREAK else None
        agreed = self._view is not None and self._view.agreed
        set_for = (view.mode, view.back_at, view.settle, agreed)
        if set_for != self._set_for:
            self._opened, self._choice = False, None
        self._set_for = set_for

    @Slot()
    def open(self) -> None:
        """Somebody wants another time than the one that was agreed on."""
        self._turn(opened=True, choice=None)

    @Slot()
    def leave(self) -> None:
        """One step back: from the steps to the times, and from those to the time there is."""
        self._turn(opened=self._choice is not None and self._opened, choice=None)

    @Slot(int)
    def take(self, index: int) -> None:
        """One of the times offered is the one."""
        if index < len(self.times):
            self._tell(self.times[index])

    @Slot()
    def choose(self) -> None:
        """None of the times offered: one is chosen in steps."""
        view = self._view
        if view is not None and view.earliest is not None and view.latest is not None:
            choice = ReturnChoice.between(view.earliest, view.latest)
            self._turn(opened=self._opened, choice=choice)

    @Slot(int)
    def move(self, by: int) -> None:
        """Later by so many ms, or earlier by a negative number."""
        if self._choice is not None:
            self._turn(opened=self._opened, choice=self._choice.moved(by))

    @Slot()
    def agree(self) -> None:
        """The time that was chosen in steps is the one."""
        if self._choice is not None:
            self._tell(self._choice.at)

    def _tell(self, time: int) -> None:
        self._turn(opened=False, choice=None)
        self.agreed.emit(time)

    def _turn(self, *, opened: bool, choice: ReturnChoice | None) -> None:
        self._opened, self._choice = opened, choice
        self.changed.emit()


def step_words() -> dict[int, tuple[str, str]]:
    """The name of each step and what is written on it."""
    return {
        -HOUR: (
            QCoreApplication.translate("ReturnTime", "An hour earlier"),
            QCoreApplication.translate("ReturnTime", "−1 h"),
        ),
        -QUARTER: (
            QCoreApplication.translate("ReturnTime", "A quarter of an hour earlier"),
            QCoreApplication.translate("ReturnTime", "−15 min"),
        ),
        QUARTER: (
            QCoreApplication.translate("ReturnTime", "A quarter of an hour later"),
            QCoreApplication.translate("ReturnTime", "+15 min"),
        ),
        HOUR: (
            QCoreApplication.translate("ReturnTime", "An hour later"),
            QCoreApplication.translate("ReturnTime", "+1 h"),
        ),
    }


class Words(NamedTuple):
    """What is written on the other buttons, alike on stage and console."""

    other: str
    later: str
    keep: str
    agree: str


def time_words() -> Words:
    """These words in the language shown."""
    return Words(
        other=QCoreApplication.translate("ReturnTime", "Another time"),
        later=QCoreApplication.translate("ReturnTime", "Agree on a later time"),
        keep=QCoreApplication.translate("ReturnTime", "Leave it as it is"),
        agree=QCoreApplication.translate("ReturnTime", "Agree on this time"),
    )
