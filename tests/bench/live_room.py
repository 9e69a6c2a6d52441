"""A practice's room with a running session on the screen, as the app itself builds it."""

from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import ExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from harness import STAGE, WINDOW
from invented import new_session, new_vault
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import event_loop
from desktop.domain.exercise.format import Exercise
from desktop.domain.ports import Clock
from desktop.services.clock import SystemClock
from desktop.services.live import LiveSession
from desktop.services.vault import OpenVault
from desktop.services.worker import Worker
from desktop.tour.hands import Hands
from desktop.ui.application import new_application
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.room.flow import RoomFlow
from desktop.ui.stage.stage import StageWidget
from desktop.ui.tasks import Tasks
from desktop.ui.theme.look import Look

T = TypeVar("T")

SEES = "A window to share"


@dataclass(frozen=True)
class LiveRoom:
    """The room, and what is behind it. ``stage`` is the one that the couple sees."""

    kit: Kit
    vault: OpenVault
    window: MainWindow
    live: LiveSession
    flow: RoomFlow
    stage: StageWidget
    hands: Hands

    def strike(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key)


@asynccontextmanager
async def live_room(
    folder: Path,
    clock: Clock | None = None,
    *,
    change: Callable[[Exercise], Exercise] = lambda exercise: exercise,
    prepare: Callable[[OpenVault], None] = lambda _: None,
) -> AsyncGenerator[LiveRoom]:
    """The console, and the couple's stage in a window of its own, at the first step.

    ``change`` makes another exercise of the usual one, ``prepare`` another vault.
    """
    qt, clock = application(), clock or SystemClock()
    failed: list[BaseException] = []
    look = Look(parent=qt)
    store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    kit, files = Kit(look, Worker(), Tasks(failed.append), store), ExitStack()
    window = MainWindow(store)
    window.resize(*WINDOW)
    try:
        vault = await kit.worker.run(files.enter_context, new_vault(folder, clock))
        await kit.worker.run(prepare, vault)
        live = await kit.worker.run(new_session, vault, change)
        flow = RoomFlow(kit, vault, live, window)
        window.show()
        window.activateWindow()
        await flow.open(resumed=False)
        window.show_screen(flow.screen)
        hands = Hands()
        await hands.press(SEES)
        stage = couples_stage(window)
        stage.window().resize(*STAGE)
        yield LiveRoom(kit, vault, window, live, flow, stage, hands)
        await flow.put_away()
    finally:
        await kit.tasks.end()
        await kit.worker.run(files.close)
        kit.worker.finish()
        window.let_go()
        window.deleteLater()
    if failed:
        raise failed[0]


def on_loop(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on a loop such as the app's."""
    with closing(event_loop(application())) as loop:
        return loop.run_until_complete(main)


def application() -> QApplication:
    """The one Qt application of this process."""
    qt: QObject | None = QApplication.instance()
    return qt if isinstance(qt, QApplication) else new_application()


def couples_stage(window: MainWindow) -> StageWidget:
    """The stage that the couple sees, in a window beside the main one."""
    others = (one for one in QApplication.topLevelWidgets() if one is not window)
    stages = (stage for one in others for stage in one.findChildren(StageWidget))
    return next(stage for stage in stages if stage.isVisible())
