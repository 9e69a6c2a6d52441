"""What watches over one open file of the vault."""

from pathlib import Path
from typing import Final

from desktop.domain.errors import NotSavedError
from desktop.storage.vault.commits import CommitCounts
from desktop.storage.vault.page_check import PageCheck
from desktop.storage.vault.reserve import Reserve
from desktop.storage.vault.whereabouts import Whereabouts


class FileGuard:
    """Lets something be written only to a sound file in its place, and counts what was.

    To be made right before the file is opened to be written.
    """

    def __init__(
        self,
        file: Path,
        check: PageCheck,
        counts: CommitCounts,
        reserve: Reserve,
    ) -> None:
        self._name: Final = file.name
        self._place = Whereabouts(file)
        self._check = check
        self._counts = counts
        self._reserve = reserve
        self.read_only = False

    def ensure_writable(self) -> None:
        """Make sure that something may be written now; waits for the check of the pages.

        Raises:
            NotSavedError: the vault is only to be read, or the file was moved.
            VaultDamagedError: the file is damaged.
        """
        if self.read_only:
            raise NotSavedError("read-only")
        self._check.ensure_sound()
        self._place.ensure_same()

    def committed(self, count: int) -> None:
        """Count a commit outside of the file, too."""
        self._counts.note(self._name, count)

    def make_room(self) -> bool:
        """Let the reserve go on a full disk; False when there is none."""
        return self._reserve.free()
