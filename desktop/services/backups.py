"""Backups of a vault: made, listed, checked and put back."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.errors import (
    BackupError,
    BackupFailedError,
    NotSavedError,
    TurnstoneError,
    VaultError,
)
from desktop.domain.ports import Clock, SettingKey, Settings
from desktop.services.clock import SystemClock
from desktop.storage.backup import finishing, listing, making, restoring, second, verifying
from desktop.storage.backup.scratch import place_for_scratch
from desktop.storage.synchronised import synchronised
from desktop.storage.vault import layout
from desktop.storage.vault.files import Source
from desktop.storage.vault.passphrase import Passphrase
from desktop.storage.vault.recovery import RecoveryKey


class Made(msgspec.Struct, frozen=True):
    """What came of making a backup.

    ``first`` is the new one in the vault's own folder, None when nothing had changed since the
    newest good one. ``second`` is the one in the second folder, None when none is set;
    ``trouble`` says why it could not be made, while the first stands.
    """

    first: Backup | None
    second: Backup | None = None
    trouble: BackupFailedError | None = None


class Checked(msgspec.Struct, frozen=True):
    """A backup that was read through and opened; ``error`` is what is wrong with it."""

    backup: Backup
    error: TurnstoneError | None


class BackupJob:
    """The making of one backup. It may run on any thread, beside whoever uses the vault."""

    def __init__(
        self, source: Source, vault: Path, second_folder: str, clock: Clock, turn: Lock
    ) -> None:
        self._source = source
        self._vault = vault
        self._second = second_folder
        self._clock = clock
        self._turn = turn

    def run(self) -> Made:
        """Make it. Slow: about a second for each 30 MB.

        Raises:
            BackupFailedError: there is none in the vault's own folder.
            VaultDamagedError, SlotsDamagedError: the vault itself is damaged.
        """
        with self._turn:
            first = self._first()
            if not self._second:
                return Made(first)
            try:
                return Made(first, self._copied())
            except BackupFailedError as trouble:
                return Made(first, trouble=trouble)

    def _first(self) -> Backup | None:
        if self._vault != self._source.folder:  # it is read from a copy
            raise BackupFailedError("read-only")
        newest = self._newest()
        if newest is not None and self._still_stands(newest):
            return None
        place = self._vault / layout.BACKUPS
        now = self._clock.wall()
        path = making.make(self._source, place, now)
        listing.thin(self._listed(), now)
        return listing.seen(path, BackupPlace.VAULT, self._source.keys.vault)

    def _copied(self) -> Backup | None:
        newest = self._newest()
        if newest is None:
            return None
        folder, vault_id = Path(self._second), self._source.keys.vault
        return second.copy_to(folder, self._vault, newest, vault_id, self._clock.wall())

    def _still_stands(self, newest: Backup) -> bool:
        try:
            return making.is_of_now(self._source, Path(newest.path))
        except (BackupError, VaultError, OSError):
            return False

    def _newest(self) -> Backup | None:
        return next((one for one in self._listed() if one.state is BackupState.GOOD), None)

    def _listed(self) -> tuple[Backup, ...]:
        return listing.listed(
            self._vault / layout.BACKUPS, BackupPlace.VAULT, self._source.keys.vault
        )


class BackupService:
    """The backups of an open vault, for the thread that opened it.

    ``vault`` is the vault's folder; the files of ``source`` may be a copy of what is in it.
    ``bring_in_logs`` brings what was saved last into these files.
    """

    def __init__(
        self,
        source: Source,
        vault: Path,
        settings: Settings,
        clock: Clock,
        bring_in_logs: Callable[[], None],
    ) -> None:
        self._source = source
        self._vault = vault
        self._settings = settings
        self._clock = clock
        self._bring_in_logs = bring_in_logs
        self._turn: Final = Lock()

    def prepared(self) -> BackupJob:
        """A backup to be made now, on any thread: ``prepared().run()``.

        Raises:
            VaultDamagedError: the vault itself is damaged.
        """
        self._settle()
        return BackupJob(self._source, self._vault, self.second_folder(), self._clock, self._turn)

    def make(self) -> Backup | None:
        """Make a verified backup; None when nothing changed since the newest good one. Slow.

        Raises:
            BackupFailedError: there is none, or none in the second folder; ``prepared`` tells
                the two apart.
            VaultDamagedError, SlotsDamagedError: the vault itself is damaged.
        """
        made = self.prepared().run()
        if made.trouble is not None:
            raise made.trouble
        return made.first

    def make_to(self, path: Path) -> Backup:
        """Make a verified backup as a new file of any name. Raises as ``make``. Slow."""
        self._settle()
        making.make_to(self._source, path, self._clock.wall())
        return listing.seen(path, BackupPlace.SECOND, self._source.keys.vault)

    def all(self) -> tuple[Backup, ...]:
        """The backups in both folders, newest first, as far as they tell without being opened."""
        vault_id, second_folder = self._source.keys.vault, self.second_folder()
        found = listing.listed(self._vault / layout.BACKUPS, BackupPlace.VAULT, vault_id)
        if second_folder:
            found += listing.listed(Path(second_folder), BackupPlace.SECOND, vault_id)
        return tuple(sorted(found, key=_made_at, reverse=True))

    def check(self, told: Callable[[Checked], None] = lambda _: None) -> tuple[Checked, ...]:
        """Open each backup of this vault and read all of it; each result is told at once. Slow."""
        results: list[Checked] = []
        for backup in self.all():
            if backup.state is not BackupState.ELSEWHERE:
                results.append(Checked(backup, self._wrong_with(backup)))
                told(results[-1])
        return tuple(results)

    def second_folder(self) -> str:
        """The folder to which each backup is copied; empty when there is none."""
        return self._settings.get(SettingKey.BACKUP_FOLDER) or ""

    def second_is_there(self) -> bool:
        """Whether the second folder is there now; True where there is none."""
        folder = self.second_folder()
        return not folder or Path(folder).is_dir()

    def kept_as(self) -> str:
        """The name under which this vault would be kept if a backup took its place now."""
        return restoring.kept_as(self._vault, self._clock.wall()).name

    def synchronised_by(self) -> str:
        """The service that copies the vault's folder elsewhere, such as "Dropbox", or empty."""
        return synchronised(self._vault) or ""

    def set_second_folder(self, path: str) -> None:
        """Choose the folder to which each backup is copied; empty for none.

        Raises:
            BackupFailedError: it is not there, or lies in the vault itself.
        """
        if path:
            second.ensure_usable(Path(path), self._vault)
        self._settings.put(SettingKey.BACKUP_FOLDER, path)

    def ensure_opens(self, file: Path, secret: str, *, recovery: bool) -> None:
        """Make sure that a passphrase or recovery key opens a backup. Slow.

        Raises:
            BackupDamagedError, BackupMissingError, NewerBackupError: the backup can't be used.
            WrongPassphraseError, WrongRecoveryKeyError, RecoveryKeySlipError: it is not opened.
        """
        place = place_for_scratch(self._vault / layout.BACKUPS)
        verifying.ensure_opens(file, secret_of(secret, recovery=recovery), place)

    def _settle(self) -> None:
        # What can't be brought in now stays in the logs, and is copied all the same.
        with suppress(NotSavedError):
            self._bring_in_logs()

    def _wrong_with(self, backup: Backup) -> TurnstoneError | None:
        try:
            place = place_for_scratch(self._vault / layout.BACKUPS)
            verifying.verify(Path(backup.path), self._source.keys, place)
        except TurnstoneError as error:
            return error
        return None


def secret_of(typed: str, *, recovery: bool) -> Passphrase | RecoveryKey:
    """What was typed, as what it is. Raises RecoveryKeySlipError, EmptyPassphraseError."""
    return RecoveryKey.parse(typed) if recovery else Passphrase(typed)


def backups_beside(folder: Path) -> tuple[Backup, ...]:
    """The backups in a vault's own folder, newest first; needs no key, and no sound vault."""
    vault_id = listing.vault_in(folder)
    return listing.listed(folder / layout.BACKUPS, BackupPlace.VAULT, vault_id)


def restore(
    folder: Path, file: Path, secret: Passphrase | RecoveryKey, clock: Clock | None = None
) -> Path | None:
    """Put a backup in the place of a closed vault, by a secret that opened it then. Slow.

    The vault that was there is kept beside it; returns where, or None when there was none.

    Raises:
        BackupDamagedError, BackupMissingError, NewerBackupError: the backup can't be used.
        WrongPassphraseError, WrongRecoveryKeyError, NotEnoughMemoryError: it is not opened.
        VaultBusyError: a running Turnstone has the vault.
        RestoreFailedError, VaultUnreadableError: the system does not let us.
    """
    return restoring.restore(folder, file, secret, (clock or SystemClock()).wall())


def restore_slots(
    folder: Path, file: Path, secret: Passphrase | RecoveryKey, clock: Clock | None = None
) -> None:
    """Put only the key slots of a backup back, where the databases are sound and newer. Slow.

    Raises:
        VaultMissingError: there are no databases.
        VaultDamagedError: the keys do not open one of them.
        SlotsDamagedError: a key in the backup was withdrawn later; put the whole backup back.
        The others: as ``restore``.
    """
    restoring.restore_slots(folder, file, secret, (clock or SystemClock()).wall())


def finish_restore(folder: Path) -> bool:
    """Finish what a crash cut short; to be asked before a vault is opened. Raises OSError."""
    return finishing.finish_restore(folder)


def _made_at(backup: Backup) -> int:
    return -1 if backup.made_at is None else backup.made_at
