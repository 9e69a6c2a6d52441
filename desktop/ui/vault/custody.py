"""An open vault and all that watches over it, from its unlocking to its end."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.domain.errors import TurnstoneError, VaultDamagedError
from desktop.domain.vault_notices import VaultNotice
from desktop.services.vault import OpenVault
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.vault.backing_up import BackingUp
from desktop.ui.vault.departure import Departure
from desktop.ui.vault.guarding import Guarding, Guards
from desktop.ui.vault.ways import Way
from desktop.ui.words import notice_sentence


class Custody(QObject):
    """Shows what is in a vault, and says when it is to be left, and how."""

    leave_wanted = Signal(Way)
    damaged = Signal(object)
    """The vault turned out to be damaged: a TurnstoneError. Nothing was written to it."""

    sound = Signal()
    """Each of its pages was read, and none is damaged."""

    restore_wanted = Signal(str, str, bool)
    """The file of a backup is to take the vault's place; and what opens it."""

    def __init__(self, window: MainWindow, kit: Kit, vault: OpenVault, guards: Guards) -> None:
        super().__init__(window)
        self._kit = kit
        self.vault = vault
        self._backing_up = BackingUp(kit, vault, self)
        self.desk = Desk(window, kit, vault, self._backing_up)
        self._departure = Departure(window, kit, self.desk, self._backing_up)
        self._guarding = Guarding(guards, self.desk.moment, self)
        self._connect()

    def _connect(self) -> None:
        self.desk.hide_requested.connect(self._on_hide_requested)
        self.desk.lock_requested.connect(self._on_lock_requested)
        self.desk.restore_wanted.connect(self.restore_wanted)
        self.desk.preferences_changed.connect(self._on_preferences_changed)
        self.desk.acted.connect(self._guarding.touched)
        self._guarding.lock_wanted.connect(self._on_lock_wanted)
        self._guarding.cover_wanted.connect(self.desk.cover_private)
        self._backing_up.failed.connect(self._on_backup_failed)
        self._backing_up.made.connect(self._on_backup_made)

    async def open(self) -> None:
        """Show what is in the vault, and put behind it in order what nobody waits for."""
        self._guarding.start()  # first: whatever else can't be done, it locks
        try:
            await self.desk.open()
            self._guarding.set_minutes(self.desk.preferences.idle_minutes)
            self._tell_notices()
            await self._backing_up.prove()
            self.sound.emit()
            await self._tidy()
        except VaultDamagedError as error:
            self.damaged.emit(error)
            return
        await self._backing_up.make()

    def cover(self) -> None:
        """Cover all that is private, in every window, for good."""
        self._departure.cover()

    async def leave(self, way: Way) -> bool:
        """Save everything before the vault goes; False when the user wants to stay."""
        return await self._departure.go(way)

    async def settle(self) -> None:
        """Wait for what is done behind. The vault can be closed afterwards."""
        await self._backing_up.settle()

    def end(self) -> None:
        """Watch no longer: the vault is closed, and a machine that waits for us may sleep."""
        self._guarding.stop()

    def drop(self) -> None:
        """Free the pages and windows, after ``end``; nothing is saved, since it is damaged."""
        self.desk.drop()
        self.deleteLater()

    def _tell_notices(self) -> None:
        for notice in sorted(self.vault.notices):
            self.desk.show_notice(notice.value, notice_sentence(notice))

    async def _tidy(self) -> None:
        """Runs after the check, since it may write."""
        try:
            spare = await self._kit.worker.run(self.vault.tidy)
        except VaultDamagedError:
            raise
        except TurnstoneError:  # what can't be tidied now is tidied the next time
            return
        if not spare:
            low = VaultNotice.NO_RESERVE
            self.desk.show_notice(low.value, notice_sentence(low))
        service = await self._kit.worker.run(self.vault.backups.synchronised_by)
        if service:
            text = QCoreApplication.translate(
                "Custody",
                "The vault lies in a folder that {service} copies elsewhere. If two computers "
                "write to it, or an old copy comes back, it gets damaged. Move it to a folder "
                "that is not synchronised.",
            )
            self.desk.show_notice("synchronised", text.format(service=service))

    @Slot(str)
    def _on_backup_failed(self, text: str) -> None:
        self.desk.show_notice("backup", text)

    @Slot()
    def _on_backup_made(self) -> None:
        self.desk.show_notice("backup", "")

    @Slot()
    def _on_preferences_changed(self) -> None:
        self._guarding.set_minutes(self.desk.preferences.idle_minutes)

    @Slot()
    def _on_hide_requested(self) -> None:
        self.leave_wanted.emit(Way.HIDE)

    @Slot()
    def _on_lock_requested(self) -> None:
        self.leave_wanted.emit(Way.LOCK)

    @Slot(bool)
    def _on_lock_wanted(self, hurried: bool) -> None:
        self.leave_wanted.emit(Way.SLEEP if hurried else Way.LOCK)
