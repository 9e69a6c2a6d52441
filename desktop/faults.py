"""Errors that nobody caught: written to the log without private words, and told to the user.

An exception's message can quote a note, a name or a path, so only its type and the places in the
code it passed through are written.
"""

import asyncio
import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, Final

LOG: Final = logging.getLogger("turnstone")
LOG_BYTES: Final = 256 * 1024
_ROOT: Final = Path(__file__).resolve().parent.parent


def log_to(folder: Path) -> None:
    """Write the log into a folder; where that can't be done, nothing is logged."""
    # Other packages log what they are given, which may be private, so only ours is kept.
    # Without any handler Python would print it.
    logging.getLogger().addHandler(logging.NullHandler())
    LOG.propagate = False
    LOG.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _PrivateFileHandler(folder / "turnstone.log", maxBytes=LOG_BYTES, backupCount=1)
    except OSError:
        LOG.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)


class _PrivateFileHandler(RotatingFileHandler):
    """Writes a file that nobody else can read, not even while it is being made."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:
        """Let be what can't be written: Python would print a traceback and what was to be said."""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def described(error: BaseException) -> str:
    """The type of an error and the places it passed, without a word of its message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{_short(f.filename)}:{f.lineno} {f.name}" for f in reversed(frames))
    return f"{type(error).__name__} at {places or 'nowhere'}"


def _short(filename: str) -> str:
    """A file of ours by its place in the project, any other by its name alone."""
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


class Faults:
    """Hooks every place where an uncaught error ends up: Python's three and the event loop's.

    ``tell`` is called with each error, in the thread where it came up.
    """

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        self._tell = tell

    def hook(self) -> None:
        """Catch what nothing else does, and let a crash of the interpreter leave its stack."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        if sys.stderr is not None and sys.stderr.fileno() >= 0:  # a window has no stderr on Windows
            faulthandler.enable()

    def hook_loop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Catch what fails in a task or callback of the loop."""
        loop.set_exception_handler(self._on_loop_error)

    def failed(self, error: BaseException) -> None:
        """Take an error."""
        LOG.error("%s", described(error))
        self._tell(error)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.failed(error.with_traceback(trace))

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        """Log it and no more: a thread must not touch the windows, and who waits for it is told."""
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            LOG.error("%s", described(told.exc_value))

    def _on_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        """Log what failed where nobody could catch it, such as in the freeing of an object."""
        if told.exc_value is not None:
            LOG.error("%s", described(told.exc_value))

    def _on_loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self.failed(error if isinstance(error, BaseException) else RuntimeError())
