"""The queue that saves: in order, told truly, and nothing lost or doubled."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeAlias

import pytest

from desktop.domain.errors import NotSavedError, TurnstoneError
from desktop.services.saving import RETRY_SECONDS, Job, SaveQueue, Saving

from .timed import TimedWorker, now, run_timed

Told: TypeAlias = list[tuple[Saving, TurnstoneError | None]]

SAVED, SAVING, FAILED = Saving.SAVED, Saving.SAVING, Saving.FAILED


class Disk:
    """What was written, and how often writing must fail first."""

    def __init__(self, faults: int = 0) -> None:
        self.written: list[str] = []
        self.faults = faults
        self.tries = 0

    def job(self, name: str, faulty: bool = False) -> Job:
        def write() -> None:
            self.tries += 1
            if faulty and self.faults:
                self.faults -= 1
                raise NotSavedError("disk-full")
            self.written.append(name)

        return write


def run(
    test: Callable[[SaveQueue, Disk, list[Saving]], Coroutine[Any, Any, None]], faults: int = 0
) -> None:
    """Run a test with a queue, a disk, and what was told."""
    worker, told = TimedWorker(), list[Saving]()
    queue = SaveQueue(worker, lambda saving, _: told.append(saving))
    try:
        run_timed(test(queue, Disk(faults), told))
    finally:
        worker.finish()


def test_jobs_are_saved_in_the_order_in_which_they_came() -> None:
    async def test(queue: SaveQueue, disk: Disk, _: list[Saving]) -> None:
        for number in range(30):
            queue.add(disk.job(f"{number}"))
        await queue.saved()
        assert disk.written == [f"{number}" for number in range(30)]
        assert queue.idle

    run(test)


def test_saved_is_told_only_when_all_is_saved() -> None:
    worker, disk, told = TimedWorker(), Disk(), list[tuple[Saving, int]]()
    queue = SaveQueue(worker, lambda saving, _: told.append((saving, len(disk.written))))

    async def main() -> None:
        assert queue.idle
        queue.add(disk.job("one"))
        queue.add(disk.job("two"))
        assert not queue.idle
        await queue.saved()

    run_timed(main())
    worker.finish()
    assert told == [(SAVING, 0), (SAVING, 0), (SAVED, 2)]


def test_after_it_was_idle_the_queue_goes_on() -> None:
    async def test(queue: SaveQueue, disk: Disk, told: list[Saving]) -> None:
        for name in ("one", "two"):
            queue.add(disk.job(name))
            await queue.saved()
        assert disk.written == ["one", "two"]
        assert told == [SAVING, SAVED, SAVING, SAVED]

    run(test)


def test_nothing_overtakes_what_could_not_be_saved() -> None:
    async def test(queue: SaveQueue, disk: Disk, told: list[Saving]) -> None:
        queue.add(disk.job("one", faulty=True))
        queue.add(disk.job("two"))
        await asyncio.sleep(RETRY_SECONDS - 0.1)
        assert (disk.written, disk.tries) == ([], 1)
        queue.add(disk.job("three"))
        await queue.saved()
        assert disk.written == ["one", "two", "three"]
        assert told == [SAVING, SAVING, FAILED, FAILED, SAVED]

    run(test, faults=2)


def test_what_failed_is_told_until_it_is_saved() -> None:
    """Who types on must not read "saving" while nothing is saved."""

    async def test(queue: SaveQueue, disk: Disk, told: list[Saving]) -> None:
        queue.add(disk.job("one", faulty=True))
        await asyncio.sleep(1)
        for number in range(5):
            queue.add(disk.job(f"{number}"))
            await asyncio.sleep(0.1)
        assert told == [SAVING, FAILED]
        await queue.saved()
        queue.add(disk.job("last"))
        await queue.saved()
        assert told == [SAVING, FAILED, SAVED, SAVING, SAVED]

    run(test, faults=1)


def test_it_is_tried_again_every_few_seconds() -> None:
    async def test(queue: SaveQueue, disk: Disk, _: list[Saving]) -> None:
        queue.add(disk.job("one", faulty=True))
        await queue.saved()
        assert now() == pytest.approx(4 * RETRY_SECONDS)
        assert (disk.written, disk.tries) == (["one"], 5)

    run(test, faults=4)


def test_retry_tries_at_once() -> None:
    async def test(queue: SaveQueue, disk: Disk, _: list[Saving]) -> None:
        queue.add(disk.job("one", faulty=True))
        await asyncio.sleep(1)
        queue.retry()
        await queue.saved()
        assert now() == pytest.approx(1)

    run(test, faults=1)


def test_retry_during_a_try_that_fails_is_not_forgotten() -> None:
    under_way, go_on = threading.Event(), threading.Event()

    async def test(queue: SaveQueue, disk: Disk, _: list[Saving]) -> None:
        write = disk.job("one", faulty=True)

        def slow() -> None:
            under_way.set()
            go_on.wait(10)
            write()

        queue.add(slow)
        await asyncio.to_thread(under_way.wait, 10)
        queue.retry()
        go_on.set()
        await queue.saved()
        assert (now(), disk.written) == (0, ["one"])

    run(test, faults=1)


def test_the_reason_is_told() -> None:
    worker, told = TimedWorker(), Told()
    queue = SaveQueue(worker, lambda saving, error: told.append((saving, error)))
    disk = Disk(faults=1)

    async def main() -> None:
        queue.add(disk.job("one", faulty=True))
        await queue.saved()

    run_timed(main())
    worker.finish()
    assert [(saving, getattr(error, "reason", None)) for saving, error in told] == [
        (SAVING, None),
        (FAILED, "disk-full"),
        (SAVED, None),
    ]


def test_where_room_was_made_it_is_tried_again_at_once() -> None:
    worker, told, written = TimedWorker(), Told(), list[str]()
    queue = SaveQueue(worker, lambda saving, error: told.append((saving, error)))
    reserve = [NotSavedError("disk-full", again=True)]

    def job() -> None:
        if reserve:
            raise reserve.pop()
        written.append("one")

    async def main() -> None:
        queue.add(job)
        await queue.saved()
        assert (now(), written) == (0, ["one"])

    run_timed(main())
    worker.finish()
    assert [(saving, error is not None) for saving, error in told] == [
        (SAVING, False),
        (SAVING, True),
        (SAVED, False),
    ]


def test_what_was_given_up_is_handed_back() -> None:
    async def test(queue: SaveQueue, disk: Disk, told: list[Saving]) -> None:
        jobs = [disk.job("one", faulty=True), disk.job("two")]
        for job in jobs:
            queue.add(job)
        await asyncio.sleep(0.5)
        assert queue.abandon() == jobs
        with suppress(asyncio.CancelledError):
            await queue.saved()
        assert (disk.written, queue.idle) == ([], False)
        assert told[-1] is FAILED

    run(test, faults=1)


def test_a_slip_in_the_program_is_told_at_once_and_loses_nothing() -> None:
    async def test(queue: SaveQueue, disk: Disk, told: list[Saving]) -> None:
        errors: list[object] = []
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: errors.append(context.get("exception"))
        )
        slips = [ValueError("a slip")]

        def job() -> None:
            if slips:
                raise slips.pop()
            disk.written.append("one")

        queue.add(job)
        with pytest.raises(ValueError, match="a slip"):
            await queue.saved()
        assert told == [SAVING, FAILED]
        assert [type(error) for error in errors] == [ValueError]
        assert not queue.idle
        queue.add(disk.job("two"))
        await queue.saved()
        assert disk.written == ["one", "two"]
        assert told == [SAVING, FAILED, SAVED]

    run(test)


def test_to_wait_for_nothing_is_short() -> None:
    async def test(queue: SaveQueue, _disk: Disk, told: list[Saving]) -> None:
        await queue.saved()
        assert (queue.abandon(), told) == ([], [])

    run(test)
