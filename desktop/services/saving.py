"""Whether what was done is saved, and the queue that saves it in order."""

import asyncio
from collections import deque
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from desktop.domain.errors import NotSavedError, TurnstoneError
from desktop.services.worker import Worker


class Saving(StrEnum):
    """What the window says. ``SAVED`` is said only after the commit."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


Job = Callable[[], object]
RETRY_SECONDS: Final = 3.0


class SaveQueue:
    """Saves one thing after the other on the worker, and keeps what could not be saved.

    A failed job stays at the head of the queue and is tried again every few seconds and at
    ``retry``; so nothing overtakes it, and nothing is lost while the app runs. Once ``FAILED``
    was told, nothing else is until that job is saved. Where a full disk was given some room, the
    job is tried again at once, and the error is told together with ``SAVING``.
    """

    def __init__(
        self, worker: Worker, told: Callable[[Saving, TurnstoneError | None], None]
    ) -> None:
        self._worker = worker
        self._told = told
        self._jobs: deque[Job] = deque()
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._failing = False
        self._given_up = False

    @property
    def idle(self) -> bool:
        """Whether everything is saved."""
        return not self._jobs

    def add(self, job: Job) -> None:
        """Save something after all that was added before. Must be called in the event loop.

        After ``abandon`` nothing is saved any more: the vault may be closed.
        """
        if self._given_up:
            return
        self._jobs.append(job)
        if not self._failing:
            self._told(Saving.SAVING, None)
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._drain())
            self._task.add_done_callback(_report)

    def retry(self) -> None:
        """Try the job that failed again, now."""
        self._wake.set()

    async def saved(self) -> None:
        """Wait until everything that was added is saved."""
        if self._task is not None:
            await asyncio.shield(self._task)

    def abandon(self) -> list[Job]:
        """Stop trying for good, and return what was not saved."""
        self._given_up = True
        if self._task is not None:
            self._task.cancel()
        return list(self._jobs)

    async def _drain(self) -> None:
        while self._jobs:
            self._wake.clear()
            try:
                await self._worker.run(self._jobs[0])
            except TurnstoneError as error:
                if isinstance(error, NotSavedError) and error.again:
                    self._go_on(error)
                    continue
                self._fail(error)
                await self._wait_before_retry()
            except Exception:
                self._fail(None)
                raise
            else:
                self._jobs.popleft()
                self._failing = False
        self._told(Saving.SAVED, None)

    def _go_on(self, error: TurnstoneError) -> None:
        if not self._failing:
            self._told(Saving.SAVING, error)

    def _fail(self, error: TurnstoneError | None) -> None:
        self._failing = True
        self._told(Saving.FAILED, error)

    async def _wait_before_retry(self) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), RETRY_SECONDS)
        except TimeoutError:
            return


def _report(task: asyncio.Task[None]) -> None:
    """Tell the loop of a slip in the program at once, and not when the task is forgotten."""
    if not task.cancelled() and (error := task.exception()) is not None:
        told = {"message": "saving ended", "exception": error, "task": task}
        task.get_loop().call_exception_handler(told)
