"""An event loop whose time goes on only when nothing is left to do, and then at once."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from desktop.services.worker import Worker

P = ParamSpec("P")
T = TypeVar("T")

STUCK = 10.0
"""Real seconds after which a loop that waits for nothing is given up."""


class TimedLoop(asyncio.SelectorEventLoop):
    """A loop with a time of its own, in seconds from 0.

    While a call of a ``TimedWorker`` runs, the time stands still: what a test sees does not
    depend on how fast the machine is.
    """

    def __init__(self) -> None:
        self.now = 0.0
        self.calls = 0
        super().__init__(_Selector(self))

    def time(self) -> float:
        return self.now


class _Selector(selectors.SelectSelector):
    """Waits for real only while a call runs on another thread."""

    def __init__(self, loop: TimedLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or (timeout is not None and timeout <= 0):
            return ready
        if self._loop.calls or timeout is None:
            ready = super().select(STUCK)
            assert ready, "the loop waits for something that never comes"
            return ready
        self._loop.now += timeout
        return []


class TimedWorker(Worker):
    """The worker, on a loop that knows of its calls."""

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, TimedLoop)
        loop.calls += 1
        try:
            return await super().run(call, *args, **kwargs)
        finally:
            loop.calls -= 1


def run_timed(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in a loop of this kind."""
    with asyncio.Runner(loop_factory=TimedLoop) as runner:
        return runner.run(main)


def now() -> float:
    """The time of the running loop."""
    return asyncio.get_running_loop().time()
