"""A program that uses the whole app with words that can be looked for afterwards.

    python -m tests.end2end.marked_life REPORT first|second

The first life makes a vault, meets errors of every kind, exports a handout and locks; the second
unlocks and crashes. What can only be seen from inside goes into the report, as JSON.
"""

import asyncio
import faulthandler
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from threading import Thread
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

import desktop.app
from desktop.__main__ import main
from desktop.app import App
from desktop.tour.hands import Hands
from tests.end2end import marked
from tests.end2end.marked import ERROR

REPORT: Final = Path(sys.argv[1])
LIFE: Final = sys.argv[2]
KEY: Final = re.compile(r"\w{4}(?:[- ]\w{4}){8}")


class Report:
    """What was seen from inside: window titles, and the recovery key."""

    def __init__(self) -> None:
        self.titles: set[str] = set()
        self.key = ""
        self.errors = 0

    def write(self) -> None:
        told = {"titles": sorted(self.titles), "key": self.key, "errors": self.errors}
        REPORT.write_text(json.dumps(told), encoding="utf-8")

    def look(self) -> None:
        """Note the titles of all windows, and the key while it is shown."""
        for window in QApplication.topLevelWidgets():
            self.titles.add(window.windowTitle())
            for label in window.findChildren(QLabel):
                if found := KEY.search(label.text()):
                    self.key = found[0]


class Failing(QObject):
    """Has a slot that fails."""

    @Slot()
    def fail(self) -> None:
        fail()


def fail() -> None:
    raise ValueError(ERROR)


async def fail_later() -> None:
    await asyncio.sleep(0)
    fail()


class Unfreeable:
    """Fails where nobody can catch it."""

    def __del__(self) -> None:
        fail()


def in_the_database(app: App) -> None:
    """An error that SQLAlchemy makes of a statement with a private parameter."""
    from sqlalchemy import text

    assert app.vault is not None
    vault: Any = app.vault
    with vault._vault._files.record.transaction() as connection:
        connection.execute(text("SELECT * FROM nothing WHERE name = :name"), {"name": ERROR})


def on_a_thread() -> None:
    thread = Thread(target=fail)
    thread.start()
    thread.join()


async def meet_errors(app: App, hands: Hands, report: Report) -> None:
    """Fail in each place; those that are told are closed as a person does."""
    failing = Failing(app)
    worker = app.kit.worker
    told: list[Callable[[], object]] = [
        lambda: QTimer.singleShot(0, failing, failing.fail),
        lambda: app.kit.tasks.start(fail_later()),
        lambda: app.kit.tasks.start(worker.run(fail)),
        lambda: app.kit.tasks.start(worker.run(in_the_database, app)),
        lambda: asyncio.get_running_loop().call_soon(fail),
    ]
    for start in told:
        start()
        await hands.find(QAbstractButton, "Close")
        report.look()
        await hands.press("Close")
        report.errors += 1
    on_a_thread()
    Unfreeable()


async def first(app: App, hands: Hands, report: Report) -> None:
    await hands.press("I work with couples")
    await hands.write("New passphrase", marked.PASSPHRASE)
    await hands.write("Repeat passphrase", marked.PASSPHRASE)
    await hands.press("Create vault")
    await hands.find(QAbstractButton, "I have written down the recovery key")
    report.look()
    await hands.press("I have written down the recovery key")
    await hands.press("Continue")
    await hold_session(hands, report)
    await meet_errors(app, hands, report)
    await hands.press("End exercise")
    await hands.write(f"Takeaway, {marked.NAME_A}", marked.TAKEAWAY)
    await hands.press(f"Print my takeaway, {marked.NAME_A}")
    await export(app, hands, report)
    QGuiApplication.clipboard().setText(marked.COPIED)
    await hands.press("Finish session")
    await hands.press("Lock")


async def hold_session(hands: Hands, report: Report) -> None:
    await hands.press("New session")
    await hands.write("Partner A", marked.NAME_A)
    await hands.write("Partner B", marked.NAME_B)
    await hands.write("Topic", marked.TOPIC)
    await hands.press("Each partner was screened alone")
    report.look()
    await hands.press("Begin")
    await hands.press("Nothing")
    await hands.write("Progress note", marked.PROGRESS)
    await hands.write("Process note", marked.PROCESS)
    await hands.press("Edit the marks")
    await hands.write("Mark 1", marked.MARK)
    report.look()
    await hands.press("Save")
    await hands.press(marked.MARK)
    await hands.find(QPlainTextEdit, "Process note")
    report.look()


async def export(app: App, hands: Hands, report: Report) -> None:
    """Put the handout in a folder of the user's own, through the dialog."""
    await hands.press("Export PDF")
    for name in (marked.NAME_A, marked.NAME_B):
        await hands.press(f"{name} has read this page and agrees")
    await hands.press("Save PDF")
    dialog = await hands.until(lambda: app.window.findChild(QFileDialog))
    assert dialog is not None
    report.look()
    folder = Path.home() / "Documents" / marked.FOLDER
    field = dialog.findChild(QLineEdit)
    assert field is not None
    # Into the folder first, as somebody goes there who looks round in it.
    field.setText(str(folder))
    dialog.accept()
    assert dialog.isVisible()
    field.setText("handout.pdf")
    dialog.accept()
    await hands.press("Close")


async def second(app: App, hands: Hands, report: Report) -> None:
    await hands.write("Passphrase", marked.PASSPHRASE)
    await hands.press("Unlock")
    await hands.press("Records")
    await hands.write("Search records", marked.SEARCHED)
    report.look()
    report.write()
    assert faulthandler.is_enabled()
    os.kill(os.getpid(), signal.SIGSEGV)


Act = Callable[[App, Hands, Report], Coroutine[Any, Any, None]]
LIVES: Final[dict[str, Act]] = {"first": first, "second": second}


class LivedApp(App):
    """The app, with somebody at it."""

    async def run(self) -> None:
        report = Report()
        life = asyncio.ensure_future(LIVES[LIFE](self, Hands(), report))
        life.add_done_callback(_end_if_lost)
        await super().run()
        await life
        report.write()


def _end_if_lost(life: "asyncio.Future[None]") -> None:
    """A life that goes wrong ends at once, with the reason for whoever runs it."""
    if not life.cancelled() and (error := life.exception()) is not None:
        sys.stdout.write(f"lost: {error!r}\n")
        sys.stdout.flush()
        os._exit(3)


if __name__ == "__main__":
    desktop.app.App = LivedApp
    # What starts anew after the lock is given these: it says its version and is gone.
    sys.argv[1:] = ["--version"]
    sys.exit(main([]))
