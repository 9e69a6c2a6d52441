"""The doors out of the room: behind each of them other couples are named."""

from PySide6.QtWidgets import QWidget

from desktop.domain.session import Setting
from desktop.services.pin import PinState
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.ask_pin import ask_pin
from desktop.ui.kit import Kit


class Doorkeeper:
    """Asks for the PIN or the passphrase before anyone leaves the room.

    At home there is one couple, and all doors are open. ``window`` is the one to ask over.
    """

    def __init__(self, kit: Kit, vault: OpenVault, window: QWidget, setting: Setting) -> None:
        self._kit = kit
        self._vault = vault
        self._window = window
        self._guards = setting is Setting.PRACTICE
        self._asking = False

    async def may_leave(self) -> bool:
        """Whether somebody may pass a door; False as well while that is being asked already."""
        if not self._guards:
            return True
        return await self._ask(self._window)

    async def may_leave_after_the_end(self) -> bool:
        """The same when the session is finished: without a PIN, nobody is asked for anything."""
        return not await self._has_pin() or await self._ask(self._window)

    async def may_see_files(self, over: QWidget) -> bool:
        """Whether a list of files may come up, since folders may be named after couples.

        Without a PIN, nobody is asked for anything. ``over`` is the window in front.
        """
        return not await self._has_pin() or await self._ask(over)

    async def guards_the_end(self, *, shared: bool) -> bool:
        """Whether home waits after the end; ``shared`` says that the couple sees this screen."""
        return self._guards and (shared or await self._has_pin())

    async def _has_pin(self) -> bool:
        if not self._guards:
            return False
        state = await self._kit.worker.run(self._vault.pin.state)
        return state is not PinState.NONE

    async def _ask(self, over: QWidget) -> bool:
        if self._asking:
            return False
        self._asking = True
        try:
            return await ask_pin(self._kit, self._vault.pin, over)
        finally:
            self._asking = False
