"""The one thread on which the vault is used."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Worker:
    """Runs one call after the other on a thread of its own, and lets the caller await each.

    A single writer means that no call meets a locked database. ``name`` is the thread's.
    """

    def __init__(self, name: str = "store") -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a call, made after all calls that were asked for before it."""
        # Shielded, since a caller that is cancelled must not leave a half-made save behind.
        future = self._executor.submit(call, *args, **kwargs)
        return await asyncio.shield(asyncio.wrap_future(future))

    def finish(self) -> None:
        """Wait for all calls and end the thread. No call can be made afterwards."""
        self._executor.shutdown(wait=True)
