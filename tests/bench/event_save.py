"""How long it takes until an event is on the disk."""

import asyncio
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from harness import Measure, Row, against_floor, alone, in_turn, p95
from invented import new_session, new_vault
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.app import event_loop
from desktop.domain.flow.events import AnyEvent, Paused, Resumed, Stamp, StepFinished, encode
from desktop.services.keeping import SessionKeeper
from desktop.services.saving import Saving
from desktop.services.worker import Worker
from desktop.storage import sqlcipher
from desktop.ui.application import new_application

Save = Callable[[str, int, AnyEvent], None]
"""Saves an event of a session under its number."""

_WARM_UP = 50
_KEY: Final = "5a" * 32


def event_save(folder: Path, rounds: int) -> Row:
    """Our storage beside a bare SQLCipher commit of the same row with the same settings."""
    with new_vault(folder) as vault, closing(bare_file(folder / "bare.db")) as bare:
        session_id = new_session(vault).session.id
        ours = saving(session_id, vault.sessions.save)
        floor = saving(session_id, partial(save_barely, bare))
        in_turn(ours, floor, _WARM_UP)
        figures, floors = in_turn(ours, floor, rounds)
    return against_floor("save of an event, p95", "ms", [p95(figures)], [p95(floors)], bar=1.5)


def saving(session_id: str, save: Save) -> Measure:
    """Saves one more event each time, and gives milliseconds."""
    # A session begins with two events; the next number is two.
    numbers = count(2)

    def measure() -> float:
        number = next(numbers)
        event = StepFinished(id=uuid4().hex, at=Stamp(wall=1_000 * number, run=1_000 * number))
        started = time.perf_counter()
        save(session_id, number, event)
        return 1000 * (time.perf_counter() - started)

    return measure


def bare_file(file: Path) -> Any:
    """A SQLCipher file with the settings of the vault, and one table without an index."""
    connection = sqlcipher.driver.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{_KEY}'\"")
    for name, value, _ in sqlcipher.SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute(
        "CREATE TABLE event (session_id, seq, id, kind, version, wall, run, payload)"
    )
    return connection


def save_barely(connection: Any, session_id: str, number: int, event: AnyEvent) -> None:
    """The same row in a transaction of its own, without anything between."""
    at, payload = event.at, encode(event).decode()
    row = (session_id, number, event.id, "step-finished", event.version, at.wall, at.run, payload)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")


def event_acknowledged(folder: Path, rounds: int) -> Row:
    """From the key that lets something happen until the window may say "saved"."""
    qt = QCoreApplication.instance()
    if not isinstance(qt, QApplication):
        qt = new_application()
    with closing(event_loop(qt)) as loop:
        figures = loop.run_until_complete(_acknowledged(folder, rounds))
    what = "an event from its key to “saved”, p95"
    return alone(what, "ms", [p95(figures)], bar=5.0)


async def _acknowledged(folder: Path, rounds: int) -> list[float]:
    """Pause and go on in turn, through the keeper and the worker of the app; in milliseconds."""
    worker, files = Worker(), ExitStack()
    vault = await worker.run(files.enter_context, new_vault(folder))
    saved = asyncio.Event()
    keeper = SessionKeeper(
        await worker.run(new_session, vault),
        sessions=vault.sessions,
        notes=vault.notes,
        worker=worker,
        clock=vault.clock,
        told=lambda saving, _error: saved.set() if saving is Saving.SAVED else saved.clear(),
    )
    figures: list[float] = []
    for kind in islice(cycle((Paused, Resumed)), _WARM_UP + rounds):
        started = time.perf_counter()
        keeper.happen(lambda id, at, kind=kind: kind(id=id, at=at))
        await saved.wait()
        figures.append(1000 * (time.perf_counter() - started))
    await worker.run(files.close)
    worker.finish()
    return figures[_WARM_UP:]
