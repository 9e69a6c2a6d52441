"""The app on an event loop like its own, in a vault that was made once and is copied."""

import asyncio
import logging
import shutil
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.app import App, event_loop
from desktop.content.library import Library
from desktop.domain.session import Setting
from desktop.faults import LOG
from desktop.services.demo import DemoClock
from desktop.services.vault import VaultDoor
from desktop.tour.hands import Hands
from desktop.ui.front import Front
from desktop.ui.theme.look import LookChoice
from desktop.ui.vault.guarding import Guards
from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.idle import IdleWatch

T = TypeVar("T")

WHEN: Final = 1_795_442_400_000
"""A wall time at which everything begins, in ms since 1970."""

PASSPHRASE: Final = "two stones, one shore"
PATIENCE: Final = 60.0
"""Real seconds after which a test is stuck."""


class Made(NamedTuple):
    """A closed vault, and its recovery key."""

    folder: Path
    recovery_key: str

    def copy(self, data_dir: Path) -> VaultDoor:
        """Put a copy of it where the app looks for it; returns its door."""
        shutil.copytree(self.folder, data_dir / "vault")
        return door_in(data_dir)


def door_in(
    data_dir: Path, clock: DemoClock | None = None, library: Library | None = None
) -> VaultDoor:
    """The door of the vault in a folder."""
    return VaultDoor(data_dir / "vault", library or Library(), clock or DemoClock(WHEN))


def make_vault(folder: Path, setting: Setting) -> Made:
    """Make a vault without couples, at the least cost."""
    door = VaultDoor(folder, Library(), DemoClock(WHEN))
    vault, key = door.create(PASSPHRASE, setting, worth_guarding=False)
    vault.close()
    return Made(folder, key)


def run(qt: QApplication, main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on Qt's event loop, as the app does; it must leave no task behind."""

    async def whole() -> T:
        result = await asyncio.wait_for(main, PATIENCE)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return result

    qt.setQuitOnLastWindowClosed(False)
    try:
        with asyncio.Runner(loop_factory=lambda: event_loop(qt)) as runner:
            return runner.run(whole())
    finally:
        asyncio.set_event_loop(None)  # else it would keep the loop, and that the app


def app_in(
    folder: Path,
    qt: QApplication,
    clock: DemoClock,
    make_guards: Callable[[], Guards] | None = None,
) -> App:
    """The app with its vault in a folder; its window is 1440 by 900."""
    store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    app = App(
        Front(qt, store), folder, clock, worth_guarding=False, make_guards=make_guards or unguarded
    )
    app.kit.look.choose(LookChoice("light", reduced_motion=True))
    app.window.resize(1440, 900)
    return app


def unguarded() -> Guards:
    """What is quiet whatever the machine of the tests does."""
    return Guards(SystemWatch(), IdleWatch())


Act = Callable[[App, Hands], Coroutine[Any, Any, None]]


def run_app(
    qt: QApplication,
    folder: Path,
    act: Act,
    clock: DemoClock | None = None,
    make_guards: Callable[[], Guards] | None = None,
) -> bool:
    """Run the app until ``act`` is done and the window is closed; says whether it was locked.

    Where ``act`` has it locked or hidden, that is waited for.
    """

    async def main() -> bool:
        app = app_in(folder, qt, clock or DemoClock(WHEN), make_guards)
        ended = asyncio.create_task(app.run())
        await asyncio.sleep(0)
        await act(app, Hands())
        if not ended.done():
            app.window.close()
        await ended
        return app.locked

    with no_error_logged():
        return run(qt, main())


@contextmanager
def no_error_logged() -> Generator[None]:
    """Fails when the app logs an error: it does so with each that nobody caught."""
    errors = _Errors(logging.ERROR)
    LOG.addHandler(errors)
    try:
        yield
    finally:
        LOG.removeHandler(errors)
    assert not errors.told


class _Errors(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())
