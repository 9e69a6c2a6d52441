"""The one thread on which the vault is used."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from desktop.domain.errors import WrongPassphraseError
from desktop.services.vault import OpenVault, VaultDoor
from desktop.services.worker import Worker

from .conftest import PASSPHRASE


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.finish()


def test_calls_are_made_one_after_the_other_on_one_thread(worker: Worker) -> None:
    done: list[tuple[int, int]] = []

    def call(number: int) -> int:
        done.append((number, threading.get_ident()))
        return number

    async def all_at_once() -> list[int]:
        return await asyncio.gather(*(worker.run(call, number) for number in range(50)))

    assert asyncio.run(all_at_once()) == list(range(50))
    assert [number for number, _ in done] == list(range(50))
    (thread,) = {thread for _, thread in done}
    assert thread != threading.get_ident()


def test_an_error_comes_out_where_the_call_was_asked_for(worker: Worker, door: VaultDoor) -> None:
    async def main() -> None:
        with pytest.raises(WrongPassphraseError):
            await worker.run(door.unlock, "not this one")
        vault = await worker.run(door.unlock, PASSPHRASE)
        await worker.run(vault.close)

    asyncio.run(main())


def test_a_call_goes_on_when_its_caller_gives_up(worker: Worker, door: VaultDoor) -> None:
    """A save is never left half made, and what comes after it waits its turn."""
    under_way, go_on = threading.Event(), threading.Event()

    def slow(vault: OpenVault) -> None:
        under_way.set()
        go_on.wait(10)
        vault.couples.add("Ana", "Ben")

    async def main() -> int:
        vault = await worker.run(door.unlock, PASSPHRASE)
        saving = asyncio.create_task(worker.run(slow, vault))
        await asyncio.to_thread(under_way.wait, 10)
        saving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saving
        counting = asyncio.create_task(worker.run(lambda: len(vault.couples.all())))
        go_on.set()
        count = await counting
        await worker.run(vault.close)
        return count

    assert asyncio.run(main()) == 1


def test_finish_waits_for_the_calls_and_takes_no_more() -> None:
    worker, done = Worker(), list[int]()

    async def main() -> None:
        calls = [asyncio.create_task(worker.run(done.append, number)) for number in range(20)]
        await asyncio.sleep(0)
        worker.finish()
        assert done == list(range(20))
        with pytest.raises(RuntimeError):
            await worker.run(done.append, 99)
        await asyncio.gather(*calls)

    asyncio.run(main())
