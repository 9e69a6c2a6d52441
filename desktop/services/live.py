"""A session that is going on: it turns what people do into events."""

from collections.abc import Callable, Sequence
from uuid import uuid4

import msgspec

from desktop.domain.errors import UnusableTextError
from desktop.domain.flow.advance import advance, fold
from desktop.domain.flow.events import AnyEvent, Paused, Stamp, Undone, encode
from desktop.domain.flow.handover import withdrawn
from desktop.domain.flow.present import console_view, stage_view
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.state import State
from desktop.domain.flow.views import ConsoleView, StageView
from desktop.domain.ports import Clock
from desktop.domain.session import Session
from desktop.services.clock import RunClock

MakeEvent = Callable[[str, Stamp], AnyEvent]
"""Makes an event from its id and stamp."""


class Entry(msgspec.Struct, frozen=True):
    """An event with its number in the session, from 0: what is saved.

    ``withdrawn`` are the ids of covered answers that it did away with, and that are deleted.
    """

    seq: int
    event: AnyEvent
    withdrawn: frozenset[str] = frozenset()


class LiveSession:
    """One open session, in memory. Saving its events is the recorder's part.

    It is given the events that were saved so far, and its run time goes on from the last.
    """

    def __init__(self, session: Session, events: Sequence[AnyEvent], clock: Clock) -> None:
        self.session = session
        self._state = fold(events)
        self._count = len(events)
        self._clock = RunClock(clock, self._state.at.run)
        self.at_wheel = False
        """Whether the wheel is open, so that the stage shows the words that were picked."""

    @property
    def state(self) -> State:
        """The state after the newest event."""
        return self._state

    @property
    def stage(self) -> StageView:
        """What the couple sees."""
        return stage_view(self._state, self.stamp().wall, at_wheel=self.at_wheel)

    @property
    def console(self) -> ConsoleView:
        """What the guide sees now."""
        return console_view(self._state, self.stamp(), at_wheel=self.at_wheel)

    def stamp(self) -> Stamp:
        """The present moment."""
        return self._clock.stamp()

    def run_time(self) -> int:
        """Milliseconds in which the session was open."""
        return self._clock.run()

    def pause_after_sleep(self) -> Entry | None:
        """Let a running step stand still if the machine slept since this was asked last.

        Its time up to now stays; what was slept is no part of it. None where nothing is to be
        saved: it did not sleep, or nothing was running.
        """
        run = self._state.core.open_run
        if not self._clock.slept() or run is None or run.clock.since is None:
            return None
        return self.happen(lambda id, at: Paused(id=id, at=at))

    def until_hard_end(self) -> int | None:
        """Milliseconds until the hard timer of the step ends; None where none is running."""
        run = self._state.core.open_run
        if run is None or run.step is None or run.clock.since is None:
            return None
        timer, planned = run.step.timer, run.clock.planned
        if timer is None or timer.kind != "hard" or planned is None:
            return None
        return max(0, planned - run.clock.spent_at(self.run_time()))

    def happen(self, make: MakeEvent) -> Entry:
        """Let something happen, and return what has to be saved.

        Raises:
            MoveRefusedError: it can't happen now, and nothing changed.
            UnusableTextError: it has a text that can't be saved, and nothing changed.
        """
        event = make(uuid4().hex, self.stamp())
        state = advance(self._state, event)
        _check_storable(event)
        gone = withdrawn(self._state.core, state.core)
        self._state = state
        self._count += 1
        return Entry(self._count - 1, event, gone)

    def undo(self) -> Entry:
        """Take the newest event back.

        Raises:
            MoveRefusedError: nothing can be undone.
        """
        if not self._state.past:
            raise refuse(Refusal.NOTHING_TO_UNDO)
        newest = self._state.past[-1].event_id
        return self.happen(lambda id, at: Undone(id=id, at=at, event_id=newest))


def _check_storable(event: AnyEvent) -> None:
    try:
        encode(event)
    except UnicodeEncodeError:
        raise UnusableTextError from None
