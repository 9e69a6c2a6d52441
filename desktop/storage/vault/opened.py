"""An open vault."""

from types import TracebackType
from typing import Final

from desktop.domain.errors import Finding
from desktop.domain.ports import Couples, Notes, Sessions, Settings
from desktop.storage.repositories.couples import VaultCouples
from desktop.storage.repositories.notes import VaultNotes
from desktop.storage.repositories.sessions import VaultSessions
from desktop.storage.repositories.settings import VaultSettings
from desktop.storage.vault.files import VaultFiles
from desktop.storage.vault.ownership import Ownership
from desktop.storage.vault.slot_changes import VaultSlots


class Vault:
    """What an unlocked vault holds, for the thread that opened it.

    Any use from another thread raises WrongThreadError; after ``close``, VaultClosedError.
    ``who`` names the owner of the key slot that opened it; empty when it has no name.
    """

    def __init__(self, files: VaultFiles, ownership: Ownership, slots: VaultSlots) -> None:
        self._files = files
        self._ownership = ownership
        self.who: Final = slots.who
        self.slots: Final = slots
        self.couples: Final[Couples] = VaultCouples(files.record)
        self.sessions: Final[Sessions] = VaultSessions(files.record)
        self.notes: Final[Notes] = VaultNotes(files.record, files.process)
        self.settings: Final[Settings] = VaultSettings(files.record)

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the files; nothing when both are sound. Reads every page."""
        return self._files.check()

    def close(self) -> None:
        """Let go of the files and of the folder; calling it again does nothing."""
        self._files.close()
        self._ownership.close()

    def __enter__(self) -> "Vault":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
