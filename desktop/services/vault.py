"""The door of the vault, and all that is behind it once it is open."""

from pathlib import Path
from typing import Final

from desktop.content.library import WHEEL, Library
from desktop.documents.compile import Typesetter
from desktop.domain.backups import Backup
from desktop.domain.emotions import Wheel
from desktop.domain.errors import Finding
from desktop.domain.ports import Clock, Marks, Notes
from desktop.domain.session import Setting
from desktop.domain.vault_notices import VaultNotice
from desktop.services.backups import BackupService, backups_beside, restore, secret_of
from desktop.services.couples import CoupleService
from desktop.services.keys import Calibrate, KeyService
from desktop.services.own_words import OwnWordService
from desktop.services.paperwork import Paperwork
from desktop.services.pin import PinService
from desktop.services.preferences import PreferenceService
from desktop.services.preparations import PreparationService
from desktop.services.printed_picture import PrintedPicture
from desktop.services.session_words import SessionWordsService
from desktop.services.sessions import SessionService
from desktop.services.wheel_in_use import WheelInUse
from desktop.services.wheels import WheelService
from desktop.storage.vault.door import create_vault, ensure_free, unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase, calibrate


class OpenVault:
    """The use cases of an open vault. All of them run on the thread that opened it."""

    def __init__(
        self,
        vault: Vault,
        folder: Path,
        library: Library,
        clock: Clock,
        cost: Calibrate = calibrate,
    ) -> None:
        typesetter = Typesetter()
        self._vault = vault
        self.library: Final = library
        self.clock: Final = clock
        self.couples: Final = CoupleService(vault.couples, clock)
        self.sessions: Final = SessionService(vault.sessions, vault.couples, clock)
        self.preparations: Final = PreparationService(vault.preparations, vault.couples, clock)
        self.notes: Final[Notes] = vault.notes
        self.marks: Final[Marks] = vault.marks
        self.preferences: Final = PreferenceService(vault.settings)
        self.keys: Final = KeyService(vault.slots, typesetter, clock, cost)
        self.pin: Final = PinService(vault.settings, self.keys)
        self.backups: Final = BackupService(
            vault.source, folder, vault.settings, clock, vault.bring_in_logs
        )
        in_use = WheelInUse(library.wheels, vault.contents, vault.settings)
        self.session_words: Final = SessionWordsService(
            in_use, vault.contents, vault.sessions, vault.typed_words
        )
        self.paperwork: Final = Paperwork(
            self.sessions,
            vault.notes,
            self.preferences,
            typesetter,
            PrintedPicture(self.session_words.wheel_of),
        )
        self.wheels: Final = WheelService(
            library.wheels, vault.contents, vault.settings, in_use, self.session_words
        )
        self.own_words: Final = OwnWordService(vault.contents, in_use, self.session_words)

    @property
    def wheel(self) -> Wheel:
        """The wheel that people choose words on. Raises ContentError."""
        return self.library.wheels.get(WHEEL)

    @property
    def notices(self) -> frozenset[VaultNotice]:
        """What whoever opened the vault should know."""
        return self._vault.notices

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept in it."""
        return self._vault.read_only

    def ensure_sound(self) -> None:
        """Wait until all pages were read once; may be called from any thread.

        Raises VaultDamagedError; nothing was written then.
        """
        self._vault.ensure_sound()

    def tidy(self) -> bool:
        """Put in order what a crash may have left; False when the disk is nearly full.

        Nobody waits for it, so it is done after the vault was opened.
        """
        self._vault.sweep()
        return self._vault.keep_reserve()

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the files; nothing when they are sound. Reads every page."""
        return self._vault.check()

    def close(self) -> None:
        """Let go of the files; calling it again does nothing."""
        self._vault.close()


class VaultDoor:
    """Makes the vault in one folder, and opens it.

    ``cost`` finds what a new passphrase is to cost whoever guesses it.
    """

    def __init__(
        self, folder: Path, library: Library, clock: Clock, cost: Calibrate = calibrate
    ) -> None:
        self._folder = folder
        self._library = library
        self._clock = clock
        self._cost = cost

    def create(
        self, passphrase: str, setting: Setting, *, worth_guarding: bool = True
    ) -> tuple[OpenVault, str]:
        """Make a vault; returns it open, with the recovery key as it is to be written down.

        ``worth_guarding`` is False for a vault of invented people, whose passphrase is known:
        its key is then derived at the least cost. Slow.

        Raises:
            VaultExistsError, EmptyPassphraseError, UnusableTextError, NotEnoughMemoryError.
        """
        cost = self._cost() if worth_guarding else LEAST_COST
        made = create_vault(self._folder, Passphrase(passphrase), setting, cost)
        return self._opened(made.vault), made.recovery_key.text()

    def ensure_free(self) -> None:
        """Make sure that no other Turnstone has the vault; needs no key.

        Raises VaultMissingError, VaultBusyError, VaultUnreadableError.
        """
        ensure_free(self._folder)

    def unlock(
        self, secret: str, *, recovery: bool = False, accept_loss: bool = False
    ) -> OpenVault:
        """Open the vault with its passphrase or recovery key. Slow for a passphrase.

        With ``accept_loss``, saves that are missing from it are no hindrance.

        Raises:
            WrongPassphraseError, WrongRecoveryKeyError, RecoveryKeySlipError, and every error of
            a vault that can't be opened.
        """
        key = secret_of(secret, recovery=recovery)
        return self._opened(unlock(self._folder, key, accept_loss=accept_loss))

    def backups(self) -> tuple[Backup, ...]:
        """The backups in the vault's own folder, newest first; needs no key, and no sound vault."""
        return backups_beside(self._folder)

    def restore(self, backup: Path, secret: str, *, recovery: bool = False) -> str:
        """Put a backup in the vault's place; returns the folder's name of the one replaced. Slow.

        Raises as ``backups.restore``, and RecoveryKeySlipError, EmptyPassphraseError.
        """
        key = secret_of(secret, recovery=recovery)
        replaced = restore(self._folder, backup, key, self._clock)
        return "" if replaced is None else replaced.name

    def _opened(self, vault: Vault) -> OpenVault:
        return OpenVault(vault, self._folder, self._library, self._clock, self._cost)
