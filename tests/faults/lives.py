"""Processes that live until they are killed, and what they said before."""

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

_AT_ONCE: Final = [
    "pytest",
    "tests.faults.running",
    *(f"tests.faults.kinds.{file.stem}" for file in (Path(__file__).parent / "kinds").glob("*.py")),
]


def _context() -> "SpawnContext | ForkServerContext":
    """A fork of a process that has imported everything lives at once; Windows has no forks."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_AT_ONCE)
    return context


PROCESSES: Final = _context()

_KILLED: Final = -getattr(signal, "SIGKILL", signal.SIGTERM)


class Life:
    """A process that runs ``target(*args, line)`` and tells what it did by ``line.send``."""

    def __init__(self, target: Callable[..., None], *args: Any) -> None:
        self._line, other_end = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=target, args=(*args, other_end))
        self._process.start()
        other_end.close()

    def hear(self) -> Any:
        """The next thing that it says; raises EOFError when it ended without a word."""
        return self._line.recv()

    def kill(self) -> Iterator[Any]:
        """End it at once; gives what it had said before."""
        self._process.kill()
        return self.outlived()

    def outlived(self) -> Iterator[Any]:
        """What it says until it is killed, be it by itself. The last word may be cut off."""
        with suppress(EOFError, OSError):
            while True:
                yield self._line.recv()
        self._process.join()
        assert self._process.exitcode == _KILLED, "the process ended by itself"

    def __enter__(self) -> "Life":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self._line.close()


def lived(life: Life, chance: Random, words: int, seconds: float) -> list[Any]:
    """Let a process live until a random moment, then kill it: what it said in its life.

    The moment is up to ``seconds`` after one of its first ``words`` words, or after its start.
    """
    heard: list[Any] = []
    with life:
        for _ in range(chance.randrange(words + 1)):
            heard.append(life.hear())
        time.sleep(chance.uniform(0, seconds))
        heard += life.kill()
    return heard
