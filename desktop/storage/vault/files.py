"""The two databases of a vault as one set."""

import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import Final, NamedTuple

from desktop.domain.errors import Finding, NewerVaultError, VaultBehindError, VaultDamagedError
from desktop.storage import migrations
from desktop.storage.engine import DatabaseFile
from desktop.storage.migrations import Chains, Standing
from desktop.storage.vault import layout
from desktop.storage.vault.commits import CommitCounts
from desktop.storage.vault.guard import FileGuard
from desktop.storage.vault.keys import Purpose, Secret, VaultKeys
from desktop.storage.vault.page_check import PageCheck
from desktop.storage.vault.reserve import Reserve

_PURPOSES: Final = {layout.RECORD: Purpose.RECORD_FILE, layout.PROCESS: Purpose.PROCESS_FILE}


class Source(NamedTuple):
    """The files of an open vault, and its keys: what a backup is made from."""

    folder: Path
    keys: VaultKeys


class VaultFiles:
    """Both files, open. Each has its own key.

    Whatever can be told before is told before anything is written: at first both are opened only
    to read. All pages are then read behind, and the first write waits until that is done.

    Raises:
        VaultDamagedError: one of them is missing or can't be read.
        VaultBehindError: saves are missing from one of them, unless ``accept_loss``.
    """

    def __init__(self, folder: Path, keys: VaultKeys, *, accept_loss: bool = False) -> None:
        self.folder: Final = folder
        self.keys: Final = keys
        self._accept_loss: Final = accept_loss
        self._guards: list[FileGuard] = []
        with ExitStack() as undo:
            self.counts: Final = CommitCounts(folder, keys)
            undo.callback(self.counts.close)
            self.reserve: Final = Reserve(folder)
            checks = {name: self._checked(folder / name, keys, undo) for name in _PURPOSES}
            self._checks = tuple(checks.values())
            for name, check in checks.items():
                self._ensure_whole(name, check)
            for name, check in checks.items():
                self.counts.note(name, check.commits)
            self.record: Final = self._opened(folder, layout.RECORD, keys, checks, undo)
            self.process: Final = self._opened(folder, layout.PROCESS, keys, checks, undo)
            self._undo = undo.pop_all()

    def ensure_sound(self) -> None:
        """Wait until all pages were read; may be called from any thread.

        Raises:
            VaultDamagedError: one of them is damaged.
        """
        for check in self._checks:
            check.ensure_sound()

    def bring_in_logs(self) -> None:
        """Bring both write-ahead logs into their files. Raises as ``DatabaseFile.transaction``."""
        self.record.bring_in_log()
        self.process.bring_in_log()

    def only_read(self) -> None:
        """From now on refuse to write."""
        for guard in self._guards:
            guard.read_only = True

    def are_behind(self, chains: Chains) -> bool:
        """Whether a file has steps before it.

        Raises:
            NewerVaultError: a newer Turnstone brought one of them further than this one knows.
            VaultDamagedError: one of them is empty.
        """
        behind = False
        for file, chain in self._with(chains):
            with file.reading() as reading:
                standing = migrations.standing(reading, chain)
            if standing is Standing.NEWER:
                raise NewerVaultError
            if standing is Standing.EMPTY:
                raise VaultDamagedError(file.name)
            behind = behind or standing is Standing.BEHIND
        return behind

    def upgrade(self, chains: Chains) -> None:
        """Bring both files to the newest schema, each in one transaction."""
        for file, chain in self._with(chains):
            with file.transaction() as transaction:
                migrations.upgrade(transaction, chain)

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the files; nothing when both are sound."""
        return self.record.check() + self.process.check()

    def close(self) -> None:
        """Let go of both; calling it again does nothing.

        A damaged file is left as it is: its write-ahead log stays beside it.
        """
        self.record.ensure_thread()
        self._undo.close()

    def _checked(self, file: Path, keys: VaultKeys, undo: ExitStack) -> PageCheck:
        check = PageCheck(file, _key(file.name, keys))
        undo.callback(check.close)
        return check

    def _ensure_whole(self, name: str, check: PageCheck) -> None:
        lost = self.counts.count(name) - check.commits
        if lost > 0 and not check.commits:  # it was emptied
            raise VaultDamagedError(name)
        if lost > 0 and not self._accept_loss:
            raise VaultBehindError(name, lost)

    def _opened(
        self,
        folder: Path,
        name: str,
        keys: VaultKeys,
        checks: dict[str, PageCheck],
        undo: ExitStack,
    ) -> DatabaseFile:
        check = checks[name]
        guard = FileGuard(folder / name, check, self.counts, self.reserve)
        self._guards.append(guard)
        file = DatabaseFile(folder / name, _key(name, keys), guard)
        undo.callback(file.close)
        # Not before: a new file is given its first page when it is opened, and a page that is
        # read while it is written looks like a damaged one.
        # A log that was lost while it was brought into its file leaves pages of different times.
        check.start(thorough=self._accept_loss)
        undo.callback(check.wait)
        return file

    def _with(self, chains: Chains) -> tuple[tuple[DatabaseFile, migrations.Chain], ...]:
        return (self.record, chains.record), (self.process, chains.process)


def _key(name: str, keys: VaultKeys) -> Secret:
    return keys.derived(_PURPOSES[name])


def copy_aside(folder: Path) -> None:
    """Copy the closed files, encrypted as they are, into the vault's folder ``before-upgrade``.

    A copy from an upgrade before gives way to the new one once that is whole.
    """
    copy, building = folder / layout.COPY, folder / f".{layout.COPY}"
    if building.exists():  # a crash left it
        shutil.rmtree(building)
    layout.make_folder(building)
    for name in (layout.SLOTS, layout.RECORD, layout.PROCESS, layout.COMMITS):
        if (folder / name).exists():
            layout.copy_file(folder / name, building / name)
    layout.sync_folder(building)
    if copy.exists():
        shutil.rmtree(copy)
    building.rename(copy)
    layout.sync_folder(folder)
