"""An open vault."""

from contextlib import ExitStack
from types import TracebackType
from typing import Final

from desktop.domain.errors import Finding
from desktop.domain.ports import (
    Contents,
    Couples,
    Marks,
    Notes,
    Preparations,
    Sessions,
    Settings,
    TypedWords,
)
from desktop.domain.vault_notices import VaultNotice
from desktop.storage.repositories.contents import VaultContents
from desktop.storage.repositories.couples import VaultCouples
from desktop.storage.repositories.marks import VaultMarks
from desktop.storage.repositories.notes import VaultNotes
from desktop.storage.repositories.preparations import VaultPreparations
from desktop.storage.repositories.process_links import sweep
from desktop.storage.repositories.sessions import VaultSessions
from desktop.storage.repositories.settings import VaultSettings
from desktop.storage.repositories.typed_words import VaultTypedWords
from desktop.storage.vault.files import Source, VaultFiles
from desktop.storage.vault.slot_changes import VaultSlots


class Vault:
    """What an unlocked vault holds, for the thread that opened it.

    Any use from another thread raises WrongThreadError; after ``close``, VaultClosedError.
    ``who`` names the owner of the key slot that opened it; empty when it has no name. ``held`` is
    let go of after the files.
    """

    def __init__(
        self, files: VaultFiles, held: ExitStack, slots: VaultSlots, notices: frozenset[VaultNotice]
    ) -> None:
        self._files = files
        self._held = held
        self.who: Final = slots.who
        self.slots: Final = slots
        self.notices: Final = notices
        self.couples: Final[Couples] = VaultCouples(files.record)
        self.sessions: Final[Sessions] = VaultSessions(files.record)
        self.preparations: Final[Preparations] = VaultPreparations(files.record)
        self.notes: Final[Notes] = VaultNotes(files.record, files.process)
        self.marks: Final[Marks] = VaultMarks(files.record, files.process)
        self.settings: Final[Settings] = VaultSettings(files.record)
        self.contents: Final[Contents] = VaultContents(files.record)
        self.typed_words: Final[TypedWords] = VaultTypedWords(files.record)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept in it."""
        return VaultNotice.READ_ONLY in self.notices

    def ensure_sound(self) -> None:
        """Wait until all pages were read once; may be called from any thread.

        Raises:
            VaultDamagedError: one of them is damaged. Nothing was written.
        """
        self._files.ensure_sound()

    @property
    def source(self) -> Source:
        """What a backup of it is made from; may be used on any thread."""
        return Source(self._files.folder, self._files.keys)

    def bring_in_logs(self) -> None:
        """Bring what was saved last into the files themselves, before a backup is made of them.

        Raises:
            NotSavedError, VaultDamagedError: it could not be done.
        """
        self._files.bring_in_logs()

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the files; nothing when both are sound. Reads every page."""
        return self._files.check()

    def sweep(self) -> int:
        """Delete process notes and marks of sessions that are no more; returns of how many."""
        return 0 if self.read_only else sweep(self._files.record, self._files.process)

    def keep_reserve(self) -> bool:
        """Keep some room for a full disk; False when the disk has none to spare."""
        return self.read_only or self._files.reserve.fill()

    def close(self) -> None:
        """Let go of the files and of the folder; calling it again does nothing."""
        self._files.close()
        self._held.close()

    def __enter__(self) -> "Vault":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
