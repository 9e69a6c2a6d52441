"""From the end of a session to home, past those who may still sit there."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.flow.state import Core
from desktop.ui.kit import Kit
from desktop.ui.room.doorkeeper import Doorkeeper
from desktop.ui.screens.session_saved import SessionSavedScreen


class Farewell(QObject):
    """Shows that all is saved, where the couple sees this screen or the guide has a PIN.

    Home lists other couples, so it comes when the guide wants it; with a PIN, when that was given.
    """

    passed = Signal()
    """Home may come now."""

    def __init__(
        self, kit: Kit, doorkeeper: Doorkeeper, screens: QStackedWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._doorkeeper = doorkeeper
        self._screens = screens

    async def begin(self, core: Core, *, shared: bool) -> None:
        """The session is finished and saved; ``shared`` says that the couple sees this screen."""
        if not await self._doorkeeper.guards_the_end(shared=shared):
            self.passed.emit()
            return
        page = SessionSavedScreen(self._kit.look)
        page.show_couple(core.name_a, core.name_b)
        page.home_requested.connect(self._on_home_requested)
        self._screens.addWidget(page)
        self._screens.setCurrentWidget(page)

    @Slot()
    def _on_home_requested(self) -> None:
        self._kit.tasks.start(self._pass())

    async def _pass(self) -> None:
        if await self._doorkeeper.may_leave_after_the_end():
            self.passed.emit()
