"""What keeps the window from coming up: said in a plain sentence, and then Turnstone ends.

It is said in a window, where there is one, and on standard error; no traceback is printed, since
an error may quote a path or a name.
"""

import os
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.errors import TurnstoneError

NO_DISPLAY: Final = (
    "there is no display here, so no window can be opened. "
    'Try "turnstone tour --out DIR", which needs none.'
)
FAILED: Final = 1
"""The exit status."""


def say(sentence: str) -> None:
    """Say something on standard error, where there is one."""
    if sys.stderr is not None:
        print(f"turnstone: {sentence}", file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def display_or_end() -> Generator[None]:
    """End plainly when Qt finds no display within the block; Qt itself would crash."""

    def hear(kind: QtMsgType, _context: QMessageLogContext, _text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            say(NO_DISPLAY)
            os._exit(FAILED)

    qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(None)


class StartFaults(QObject):
    """Catches what fails before the app is there to do so; ``failed`` says whether anything did.

    The app then hooks its own in place of this.
    """

    _came_up = Signal()

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self._qt = qt
        self._data_dir: Path | None = None
        self._dialog: QWidget | None = None
        self.failed = False
        self._came_up.connect(self._tell)

    def hook(self, data_dir: Path) -> None:
        """Catch errors in any thread from now on, and log them in a folder."""
        self._data_dir = data_dir
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def refuse(self, error: TurnstoneError) -> None:
        """Say why the window can't come up. Qt's loop ends when that was read."""
        from desktop.ui.words import sentence

        self._show(sentence(error))

    def fail(self, error: BaseException) -> None:
        """Take an error that is a slip in the program; from any thread."""
        from desktop.faults import LOG, described, log_to

        if not LOG.handlers and self._data_dir is not None:
            log_to(self._data_dir)
        LOG.error("%s", described(error))
        self._came_up.emit()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.fail(error.with_traceback(trace))

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.fail(told.exc_value)

    @Slot()
    def _tell(self) -> None:
        self._show(self.tr("Turnstone could not be started. What was saved is safe."))

    def _show(self, sentence: str) -> None:
        if self.failed:
            return
        self.failed = True
        say(sentence)
        from desktop.ui.dialogs.error import ErrorDialog
        from desktop.ui.theme.look import Look
        from desktop.ui.theme.stylesheet import dress

        look = Look(parent=self)
        dress(self._qt, look)
        self._dialog = ErrorDialog(look, sentence)
        self._dialog.finished.connect(self._qt.quit)
        self._dialog.open()
