"""What opens a vault: who has a passphrase, and the recovery key on its sheet of paper."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from desktop.documents.compile import Pdf, Typesetter
from desktop.documents.model import Paper, RecoverySheet
from desktop.documents.write import file_name, write_file
from desktop.domain.errors import (
    NamelessSlotError,
    PassphraseTakenError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.domain.key_slots import KeySlot
from desktop.domain.ports import Clock
from desktop.services.clock import local_day
from desktop.storage.vault.passphrase import KdfCost, Passphrase, calibrate
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slot_changes import VaultSlots

Calibrate: TypeAlias = Callable[[], KdfCost]
"""Finds what a try of a new passphrase is to cost on this machine."""


class KeyService:
    """Lists and changes what opens the vault.

    A change holds from its return on, and after a crash on the way either the old keys open the
    vault or the new ones. All that takes a passphrase is slow: up to a second to find its cost,
    one to derive it, and one for each other passphrase that it must differ from.

    Each method can raise SlotsDamagedError, when other hands changed the file of slots meanwhile;
    each change can raise NotSavedError, and those with a passphrase NotEnoughMemoryError. Then
    nothing was changed.
    """

    def __init__(
        self, slots: VaultSlots, typesetter: Typesetter, clock: Clock, cost: Calibrate = calibrate
    ) -> None:
        self._slots = slots
        self._typesetter = typesetter
        self._clock = clock
        self._cost = cost

    def slots(self) -> tuple[KeySlot, ...]:
        """All that opens the vault, passphrases first."""
        return self._slots.all()

    def opens(self, passphrase: str) -> bool:
        """Whether a passphrase, anyone's, opens the vault now. Slow.

        Raises EmptyPassphraseError, UnusableTextError, NotEnoughMemoryError.
        """
        return self._slots.opened_by(Passphrase(passphrase)) is not None

    def change_passphrase(self, current: str, new: str) -> None:
        """Put a new passphrase in the place of the current one, whose owner stays the same.

        Raises:
            WrongPassphraseError: the current one opens nothing.
            EmptyPassphraseError, UnusableTextError, PassphraseTakenError: see ``add_person``.
        """
        passphrase = Passphrase(new)
        slot_id = self._slots.opened_by(Passphrase(current))
        if slot_id is None:
            raise WrongPassphraseError
        self._replace(slot_id, passphrase)

    def reset_passphrase(self, slot_id: str, new: str) -> None:
        """Put a new passphrase in the place of a forgotten one: for who came in by another way.

        Raises:
            NotFoundError: there is no such passphrase.
            EmptyPassphraseError, UnusableTextError, PassphraseTakenError: see ``add_person``.
        """
        self._replace(slot_id, Passphrase(new))

    def add_person(self, who: str, passphrase: str) -> KeySlot:
        """Let one more person in, by a name and a passphrase of their own.

        Raises:
            NamelessSlotError: the name is empty, or has more than 200 letters.
            EmptyPassphraseError, UnusableTextError, PassphraseTakenError: the passphrase, or the
                name, can't be used.
        """
        name, own = who.strip(), Passphrase(passphrase)
        if not name:
            raise NamelessSlotError
        self._ensure_free(own)
        return self._slots.add_passphrase(name, own, self._cost())

    def remove(self, slot_id: str) -> None:
        """Withdraw a passphrase. Quick.

        Raises:
            LastSlotError: no other passphrase would open the vault.
            NotFoundError: there is no such passphrase.
        """
        self._slots.remove(slot_id)

    def new_recovery_key(self) -> str:
        """A new recovery key, as it is written down; the one before opens nothing any more."""
        return self._slots.replace_recovery().text()

    def recovery_sheet(self, key: str, paper: Paper, made: str = "") -> Pdf:
        """A sheet with the vault's recovery key in clear, to be printed and put away. Slow.

        ``made`` is today as the reader's country writes it.

        Raises:
            RecoveryKeySlipError: that is no recovery key.
            WrongRecoveryKeyError: it does not open this vault, so nobody must rely on it.
            DocumentError: there is no sheet.
        """
        recovery = RecoveryKey.parse(key)
        if self._slots.opened_by(recovery) is None:
            raise WrongRecoveryKeyError
        sheet = RecoverySheet(key=recovery.text(), date=self._today(), made=made)
        return self._typesetter.compile_pdf(sheet, paper)

    def sheet_name(self) -> str:
        """A name for the file of a sheet that is made today. It tells nothing of the vault."""
        return file_name(RecoverySheet(key="", date=self._today()))

    def write(self, path: Path, sheet: Pdf) -> None:
        """Write a sheet for its owner alone. Raises DocumentError."""
        write_file(path, sheet.data)

    def _replace(self, slot_id: str, new: Passphrase) -> None:
        self._ensure_free(new, besides=slot_id)
        self._slots.replace_passphrase(slot_id, new, self._cost())

    def _ensure_free(self, passphrase: Passphrase, besides: str = "") -> None:
        """Make sure that nobody else has it; that people keep to their own is not our business."""
        if self._slots.opened_by(passphrase, besides) is not None:
            raise PassphraseTakenError

    def _today(self) -> str:
        return local_day(self._clock.wall())
