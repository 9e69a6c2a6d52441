"""Feeds a reader and judges what it does: a typed error or success, soon, in little memory, and
nothing written where nothing may be."""

import os
import sys
import time
import traceback
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Final

from desktop.domain.errors import TurnstoneError
from tests.faults.fuzz.target import Target

MOST_SECONDS: Final = 2.0
MOST_MEGABYTES: Final = 200

_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OUTSIDE: Final = frozenset(
    {
        *("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink"),
        *("os.truncate", "os.chmod", "os.chown", "os.utime"),
    }
)
_NEVER: Final = ("subprocess.Popen", "os.system", "os.exec", "socket.", "ctypes.", "os.putenv")


_HEARERS: "list[Judge]" = []


def _hear(event: str, arguments: Sequence[object]) -> None:
    for judge in _HEARERS:
        judge.hear(event, arguments)


# There is no way to take such a hook away again.
sys.addaudithook(_hear)


class Judge:
    """Counts what came of each file, and keeps one file for each way in which it went wrong."""

    def __init__(self, target: Target, folder: Path, findings: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._name = target.name
        self.samples, self._feed = target.begin(folder)
        self._findings = findings
        self._folder = str(folder.resolve())
        self._trespass: list[str] = []
        self._watching = False
        self.fed = self.refused = 0
        self.slowest = 0.0
        self.found: dict[str, Path] = {}
        for sample in self.samples:  # imports what it needs, and must succeed
            self._feed(sample)
        self._memory = _peak_megabytes()
        _HEARERS.append(self)

    def __enter__(self) -> "Judge":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Hear no more."""
        _HEARERS.remove(self)

    def look_at(self, raw: bytes) -> None:
        """Feed one file."""
        self.fed += 1
        began = time.process_time()
        self._watching = True
        try:
            self._feed(raw)
        except TurnstoneError:
            self.refused += 1
        except Exception as error:
            self._watching = False
            self._keep(_place_of(error), raw, "".join(traceback.format_exception(error)))
        finally:
            self._watching = False
        self._judge_costs(raw, time.process_time() - began)
        if self._trespass:
            self._keep(f"written outside: {self._trespass[0]}", raw, "\n".join(self._trespass))
            self._trespass.clear()

    def report(self) -> str:
        """What came of all files so far, for a reader."""
        lines = [
            f"{self._name}: {self.fed} files, {self.fed - self.refused} taken, "
            f"slowest {self.slowest:.2f} s, findings: {len(self.found)}"
        ]
        return "\n".join(lines + [f"  {what}: {file}" for what, file in self.found.items()])

    def _judge_costs(self, raw: bytes, seconds: float) -> None:
        self.slowest = max(self.slowest, seconds)
        if seconds > MOST_SECONDS:
            self._keep("slow", raw, f"{seconds:.1f} s")
        memory = _peak_megabytes()
        if memory > self._memory + MOST_MEGABYTES:
            self._keep("large", raw, f"{memory - self._memory:.0f} MB")
            self._memory = memory

    def _keep(self, what: str, raw: bytes, detail: str) -> None:
        if what in self.found:
            return
        self._findings.mkdir(parents=True, exist_ok=True)
        file = self._findings / sha256(what.encode()).hexdigest()[:12]
        file.write_bytes(raw)
        file.with_suffix(".txt").write_text(f"{what}\n{detail}\n", encoding="utf-8")
        self.found[what] = file

    def hear(self, event: str, arguments: Sequence[object]) -> None:
        """What Python reports of itself while the reader is at work."""
        if not self._watching:
            return
        if event == "open":
            path, _, flags = arguments
            wrong = isinstance(flags, int) and flags & _WRITES and not self._inside(path)
        elif event in _OUTSIDE:
            paths = [path for path in arguments if isinstance(path, str | Path)]
            wrong = not all(map(self._inside, paths)) and not _from_open_folder(event, arguments)
        else:
            wrong = event.startswith(_NEVER)
        if wrong:
            self._trespass.append(f"{event} {arguments!r}"[:300])

    def _inside(self, path: object) -> bool:
        if isinstance(path, int):
            return True
        text = os.fsdecode(path) if isinstance(path, bytes) else str(path)
        return os.path.realpath(text).startswith(self._folder)


def _from_open_folder(event: str, arguments: Sequence[object]) -> bool:
    """Whether a name is told from a folder that is open already, and was judged when opened."""
    last = arguments[-1]
    return event != "os.truncate" and isinstance(last, int) and last >= 0


def _place_of(error: Exception) -> str:
    """The error's type and where it came from, by which two findings are told apart."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}"


def _peak_megabytes() -> float:
    """The most memory that this process ever had; 0 where nobody can tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
