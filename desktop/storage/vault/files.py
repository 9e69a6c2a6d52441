"""The two databases of a vault as one set."""

import shutil
from pathlib import Path

from desktop.domain.errors import Finding, NewerVaultError, VaultDamagedError
from desktop.storage import migrations
from desktop.storage.engine import DatabaseFile
from desktop.storage.migrations import Chains, Standing
from desktop.storage.vault import layout
from desktop.storage.vault.keys import Purpose
from desktop.storage.vault.slots import VaultKeys


class VaultFiles:
    """Both files, open. Each has its own key.

    Raises:
        VaultDamagedError: one of them is missing or can't be read.
    """

    def __init__(self, folder: Path, keys: VaultKeys) -> None:
        self.record = DatabaseFile(folder / layout.RECORD, keys.derived(Purpose.RECORD_FILE))
        try:
            self.process = DatabaseFile(folder / layout.PROCESS, keys.derived(Purpose.PROCESS_FILE))
        except BaseException:
            self.record.close()
            raise

    def are_behind(self, chains: Chains) -> bool:
        """Whether a file has steps before it.

        Raises:
            NewerVaultError: a newer Turnstone brought one of them further than this one knows.
            VaultDamagedError: one of them is empty.
        """
        behind = False
        for file, chain in self._with(chains):
            with file.transaction() as transaction:
                standing = migrations.standing(transaction, chain)
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
        """Let go of both; calling it again does nothing."""
        try:
            self.record.close()
        finally:
            self.process.close()

    def _with(self, chains: Chains) -> tuple[tuple[DatabaseFile, migrations.Chain], ...]:
        return (self.record, chains.record), (self.process, chains.process)


def copy_aside(folder: Path) -> None:
    """Copy the closed files, encrypted as they are, into the vault's folder ``before-upgrade``.

    A copy from an upgrade before gives way to the new one once that is whole.
    """
    copy, building = folder / layout.COPY, folder / f".{layout.COPY}"
    if building.exists():  # a crash left it
        shutil.rmtree(building)
    layout.make_folder(building)
    for name in (layout.SLOTS, layout.RECORD, layout.PROCESS):
        layout.copy_file(folder / name, building / name)
    layout.sync_folder(building)
    if copy.exists():
        shutil.rmtree(copy)
    building.rename(copy)
    layout.sync_folder(folder)
