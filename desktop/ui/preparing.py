"""Sessions that are prepared: kept, changed, begun and removed."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.errors import NotFoundError, TurnstoneError
from desktop.domain.preparation import Preparation
from desktop.services.vault import OpenVault
from desktop.ui.kit import Kit
from desktop.ui.models.new_session import SessionWish
from desktop.ui.prepared import keep_for_later, prepared_choices
from desktop.ui.screens.home_practice import PracticeHomeScreen
from desktop.ui.screens.new_session import NewSessionScreen
from desktop.ui.words import sentence

T = TypeVar("T")


class Preparing(QObject):
    """Ties the prepared sessions on the home page to the page of a new session.

    What begins goes through that page too, so that nothing is checked in two ways. ``show_home``
    shows the home page as things stand.
    """

    page_wanted = Signal()
    """The page of a new session is to be shown."""

    def __init__(
        self,
        kit: Kit,
        vault: OpenVault,
        parent: QObject,
        *,
        home: PracticeHomeScreen,
        page: NewSessionScreen,
        show_home: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._home = home
        self._page = page
        self._show_home = show_home
        self._removed: Preparation | None = None
        home.prepared.begin_requested.connect(self._on_begin_requested)
        home.prepared.change_requested.connect(self._on_change_requested)
        home.prepared.remove_requested.connect(self._on_remove_requested)
        home.prepared.undo_requested.connect(self._on_undo_requested)
        page.keep_requested.connect(self._on_keep_requested)

    async def _read(self, call: Callable[[OpenVault], T]) -> T:
        return await self._kit.worker.run(call, self._vault)

    @Slot(str)
    def _on_begin_requested(self, preparation_id: str) -> None:
        self._kit.tasks.start(self._open(preparation_id, begin=True))

    @Slot(str)
    def _on_change_requested(self, preparation_id: str) -> None:
        self._kit.tasks.start(self._open(preparation_id, begin=False))

    async def _open(self, preparation_id: str, *, begin: bool) -> None:
        """Fill the page in; it is shown unless all that is needed to begin is there."""
        choices = await self._read(lambda vault: prepared_choices(vault, preparation_id))
        self._page.show_choices(choices)
        if choices.missing or not begin or not self._page.begin():
            self.page_wanted.emit()

    @Slot(SessionWish)
    def _on_keep_requested(self, wish: SessionWish) -> None:
        self._page.show_busy(True)
        self._kit.tasks.start(self._keep(wish))

    async def _keep(self, wish: SessionWish) -> None:
        try:
            await self._read(lambda vault: keep_for_later(vault, wish))
        except TurnstoneError as error:
            self._page.show_error(sentence(error))
        else:
            await self._show_home()

    @Slot(str)
    def _on_remove_requested(self, preparation_id: str) -> None:
        self._kit.tasks.start(self._remove(preparation_id))

    async def _remove(self, preparation_id: str) -> None:
        line = self._home.prepared.line(preparation_id)
        with suppress(NotFoundError):  # somebody pressed twice
            self._removed = await self._read(
                lambda vault: vault.preparations.remove(preparation_id)
            )
        await self._show_home()
        if line is not None:
            self._home.prepared.show_removed(line)

    @Slot()
    def _on_undo_requested(self) -> None:
        removed, self._removed = self._removed, None
        if removed is not None:
            self._kit.tasks.start(self._put_back(removed))

    async def _put_back(self, removed: Preparation) -> None:
        await self._read(lambda vault: vault.preparations.put_back(removed))
        await self._show_home()
