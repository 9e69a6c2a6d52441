"""Answers within a session: handed over, given alone, and looked at together."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.emotions import Wheel
from desktop.domain.errors import MoveRefusedError, UnusableTextError
from desktop.domain.flow.events import (
    AnyEvent,
    HandedOver,
    Revealed,
    SealAbandoned,
    Sealed,
    SealedAnswer,
    Stamp,
    Written,
)
from desktop.domain.people import Partner
from desktop.services.keeping import SessionKeeper
from desktop.services.live import MakeEvent
from desktop.ui.handover.screen import HandOverScreen
from desktop.ui.handover.state import HandOver, hand_over_of
from desktop.ui.kit import Kit
from desktop.ui.words import sentence

MayLeave: TypeAlias = Callable[[], Awaitable[bool]]
"""Asks whoever may allow it whether a partner may leave before both have answered."""


class HandOverFlow(QObject):
    """Shows the hand-over as long as the session says so, and turns it into events.

    ``changed`` tells that something happened. While ``active`` the screen is the only one that
    may be shown in the main window.
    """

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        wheel: Wheel,
        keeper: SessionKeeper,
        may_leave: MayLeave,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._tasks = kit.tasks
        self._may_leave = may_leave
        self._told: HandOver | None = None
        self.screen = HandOverScreen(kit.look, wheel)
        self.screen.answered.connect(self._on_answered)
        self.screen.left.connect(self._on_left)
        self.screen.kept.connect(self._on_kept)
        self.screen.reveal_requested.connect(self._on_reveal_requested)
        self.screen.change_requested.connect(self._on_change_requested)

    @property
    def active(self) -> bool:
        """Whether a partner has the laptop, or both have answered and nobody has looked."""
        return self._told is not None

    @property
    def guessed_at(self) -> str | None:
        """Within which step a partner has the laptop to guess; None where it is not for that."""
        told = self._told
        return told.step_id if told is not None and told.guess else None

    def refresh(self) -> None:
        """Show what has changed."""
        self._told = hand_over_of(self._keeper.live.state)
        self.screen.show_hand_over(self._told)

    @Slot(object, object)
    def _on_answered(self, partner: Partner, answer: SealedAnswer) -> None:
        told = self._told
        if told is not None:
            self._happen(lambda id, at: _answer(told, partner, answer, id, at))

    @Slot()
    def _on_kept(self) -> None:
        self._hand(None)

    @Slot(object)
    def _on_change_requested(self, partner: Partner) -> None:
        self._hand(partner)

    @Slot()
    def _on_reveal_requested(self) -> None:
        told = self._told
        if told is not None:
            self._happen(lambda id, at: Revealed(id=id, at=at, item=told.item))

    @Slot()
    def _on_left(self) -> None:
        self._tasks.start(self._leave())

    async def _leave(self) -> None:
        told = self._told
        if told is not None and await self._may_leave():
            self._happen(lambda id, at: SealAbandoned(id=id, at=at, item=told.item))

    def _hand(self, partner: Partner | None) -> None:
        told = self._told
        if told is not None:
            item = told.item
            self._happen(lambda id, at: HandedOver(id=id, at=at, item=item, partner=partner))

    def _happen(self, make: MakeEvent) -> None:
        """Let something happen. What comes a moment too late is no error."""
        try:
            self._keeper.happen(make)
        except MoveRefusedError:
            return
        except UnusableTextError as error:
            self.screen.show_problem(sentence(error))
            return
        self.changed.emit()


def _answer(told: HandOver, partner: Partner, answer: SealedAnswer, id: str, at: Stamp) -> AnyEvent:
    """A covered answer, or an open one."""
    if told.sealed:
        return Sealed(id=id, at=at, item=told.item, partner=partner, answer=answer)
    step_id = told.step_id
    if isinstance(answer, int):
        return Written(id=id, at=at, partner=partner, step_id=step_id, text="", rating=answer)
    return Written(id=id, at=at, partner=partner, step_id=step_id, text=str(answer))
