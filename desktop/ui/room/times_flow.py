"""Asks for other times, and lets what was chosen happen."""

from asyncio import Task
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.events import EqualTimeChosen, LengthSet, Stamp
from desktop.domain.flow.lengths import TimedStep, timed_steps
from desktop.domain.people import Partner
from desktop.services.live import LiveSession, MakeEvent
from desktop.ui.dialogs.times import Times, ask_times
from desktop.ui.kit import Kit


class TimesFlow(QObject):
    """Opens the dialog over the window. ``happen`` lets an event happen, if it can."""

    def __init__(
        self,
        kit: Kit,
        live: LiveSession,
        happen: Callable[[MakeEvent], None],
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._live = live
        self._happen = happen
        self._window = window
        self._asking: Task[None] | None = None

    def ask(self) -> None:
        """Ask, unless that is being done already."""
        if self._asking is None or self._asking.done():
            self._asking = self._kit.tasks.start(self._ask())

    async def _ask(self) -> None:
        core = self._live.state.core
        if core.open_run is None:
            return
        before = Times(
            steps=timed_steps(core.open_run),
            equal_time=core.open_run.equal_time,
            names={partner: core.name(partner) for partner in Partner},
        )
        after = await ask_times(self._kit.look, before, self._window)
        if after is None:
            return
        for step_id, speaker, length in changed(before.steps, after.steps):
            self._set(step_id, speaker, length)
        if after.equal_time is not before.equal_time:
            on = after.equal_time
            self._happen(lambda id, at: EqualTimeChosen(id=id, at=at, on=on))

    def _set(self, step_id: str, speaker: Partner | None, length: int) -> None:
        def make(id: str, at: Stamp) -> LengthSet:
            return LengthSet(id=id, at=at, step_id=step_id, speaker=speaker, milliseconds=length)

        self._happen(make)


def changed(
    before: tuple[TimedStep, ...], after: tuple[TimedStep, ...]
) -> Iterator[tuple[str, Partner | None, int]]:
    """The lengths (ms) to set: step, speaker, length. What both got alike is one change."""
    new = {
        (now.step_id, now.speaker): now.length
        for was, now in zip(before, after, strict=True)
        if now.length != was.length
    }
    for (step_id, speaker), length in new.items():
        other = new.get((step_id, speaker.other)) if speaker is not None else None
        if other != length:
            yield step_id, speaker, length
        elif speaker is Partner.A:
            yield step_id, None, length
