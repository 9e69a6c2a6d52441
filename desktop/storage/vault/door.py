"""The way in: making a vault, and opening one.

Opening has two halves, so that the slow one can run anywhere: ``slots.open_slots`` derives the
keys and touches no database; ``open_vault`` opens the files on the thread that will use them.
"""

import shutil
from contextlib import ExitStack, closing
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from desktop.domain.errors import (
    VaultBusyError,
    VaultExistsError,
    VaultMissingError,
    VaultUnreadableError,
)
from desktop.domain.ports import SettingKey
from desktop.domain.session import Setting
from desktop.domain.vault_notices import VaultNotice
from desktop.storage.migrations import CHAINS, Chains
from desktop.storage.repositories.settings import VaultSettings
from desktop.storage.vault import layout, rights
from desktop.storage.vault.files import VaultFiles, copy_aside
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.ownership import Ownership
from desktop.storage.vault.passphrase import KdfCost, Passphrase
from desktop.storage.vault.reading_copy import ReadingCopy
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.reserve import Reserve
from desktop.storage.vault.slot_changes import VaultSlots
from desktop.storage.vault.slots import VaultKeys, new_keys, open_slots, write_slots


class NewVault(NamedTuple):
    """A vault that was just made, open, and the recovery key to be written down now."""

    recovery_key: RecoveryKey
    vault: Vault


def create_vault(
    folder: Path, passphrase: Passphrase, setting: Setting, cost: KdfCost, who: str = ""
) -> NewVault:
    """Make a vault in a folder that is not there yet or is empty; ``who`` is its owner's name.

    It is built beside the folder and renamed, so that a crash leaves either none or a whole one.

    Raises:
        VaultExistsError: something is in the folder.
        UnusableTextError, NotEnoughMemoryError: see ``slots.write_slots``.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    keys, recovery = new_keys(who), RecoveryKey.new()
    building = layout.beside(folder, token_hex(8), "new")
    layout.make_folder(building)
    try:
        with closing(Ownership(building)):
            write_slots(building / layout.SLOTS, keys, passphrase, cost, recovery)
            _make_files(building, keys, setting)
        _move(building, folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return NewVault(recovery, open_vault(folder, keys))


def unlock(folder: Path, secret: Passphrase | RecoveryKey, *, accept_loss: bool = False) -> Vault:
    """Open the vault in a folder. Slow for a passphrase; that another has it is said at once.

    Raises:
        The errors of ``slots.open_slots`` and ``open_vault``.
    """
    ensure_free(folder)
    return open_vault(folder, open_slots(folder, secret), accept_loss=accept_loss)


def ensure_free(folder: Path) -> None:
    """Make sure that the vault in a folder is ours and nobody has it open; needs no key.

    Raises:
        VaultMissingError: there is no vault.
        VaultForeignError: it belongs to another account.
        VaultBusyError: another Turnstone has it.
        VaultUnreadableError: the system does not let us see.
    """
    if not layout.exists(folder):
        raise VaultMissingError
    rights.ensure_own(folder)
    if not rights.is_read_only(folder):
        with closing(Ownership(folder)):
            pass


def open_vault(
    folder: Path, keys: VaultKeys, chains: Chains = CHAINS, *, accept_loss: bool = False
) -> Vault:
    """Open a vault's files with its keys, and bring them up to date after copying them aside.

    Where nothing can be written, they are opened to be read. With ``accept_loss``, saves that
    are missing are no hindrance, and are counted no more.

    Raises:
        VaultMissingError: there is no vault.
        VaultForeignError: it belongs to another account.
        VaultBusyError: another Turnstone has it.
        VaultDamagedError: a file is missing or can't be read.
        VaultBehindError: saves are missing from a file.
        SlotsDamagedError: the slots are older ones, with a key that was withdrawn since.
        NewerVaultError: a newer Turnstone wrote it.
        StorageUnfitError: the database library does not keep to a setting.
    """
    if not layout.exists(folder):
        raise VaultMissingError
    rights.ensure_own(folder)
    notices: set[VaultNotice] = set()
    with ExitStack() as held:
        read_only = rights.is_read_only(folder)
        if read_only:
            notices.add(VaultNotice.READ_ONLY)
            folder = held.enter_context(closing(ReadingCopy(folder))).folder
        else:
            notices |= _shut(folder)
            held.enter_context(closing(Ownership(folder)))
        files = _opened(folder, keys, chains, accept_loss=accept_loss, read_only=read_only)
        with ExitStack() as undo:
            undo.callback(files.close)
            slots = VaultSlots(folder, keys, VaultSettings(files.record), read_only=read_only)
            undo.pop_all()
        if files.counts.garbled:
            notices.add(VaultNotice.UNCOUNTED)
        return Vault(files, held.pop_all(), slots, frozenset(notices))


def _opened(
    folder: Path, keys: VaultKeys, chains: Chains, *, accept_loss: bool, read_only: bool
) -> VaultFiles:
    """Both files, brought up to date.

    SQLite needs some room even to read. So where a file can't be opened, the reserve is let go,
    and if there was one, it is tried again.
    """
    try:
        return _up_to_date(folder, keys, chains, accept_loss, read_only)
    except VaultUnreadableError:
        if not Reserve(folder).free():
            raise
        return _up_to_date(folder, keys, chains, accept_loss, read_only)


def _up_to_date(
    folder: Path, keys: VaultKeys, chains: Chains, accept_loss: bool, read_only: bool
) -> VaultFiles:
    with ExitStack() as undo:
        files = undo.enter_context(closing(VaultFiles(folder, keys, accept_loss=accept_loss)))
        behind = files.are_behind(chains)
        if behind:
            files.close()
            copy_aside(folder)
            files = undo.enter_context(closing(VaultFiles(folder, keys)))
            files.upgrade(chains)
        if read_only:
            files.only_read()
        undo.pop_all()
    return files


def _shut(folder: Path) -> set[VaultNotice]:
    """Shut other accounts out of a vault, and say so where they had been let in."""
    if not rights.loose(folder):
        return set()
    rights.tighten(folder)
    return {VaultNotice.OPEN if rights.loose(folder) else VaultNotice.SHUT}


def _make_files(folder: Path, keys: VaultKeys, setting: Setting) -> None:
    for name in (layout.RECORD, layout.PROCESS):
        layout.make_file(folder / name)
    with closing(VaultFiles(folder, keys)) as files:
        files.upgrade(CHAINS)
        VaultSettings(files.record).put(SettingKey.SETTING, setting.value)
    layout.sync_folder(folder)


def _move(building: Path, folder: Path) -> None:
    """Give a built vault its place; an empty folder may stand there."""
    try:
        if folder.exists():
            folder.rmdir()
        building.rename(folder)
    except OSError:
        raise VaultExistsError from None
    layout.sync_folder(folder.parent)


def _sweep(folder: Path) -> None:
    """Remove what a crash left of a vault that was being made, unless its maker still lives."""
    for left in layout.all_beside(folder, "new"):
        try:
            with closing(Ownership(left)):
                pass
        except VaultBusyError:
            continue
        shutil.rmtree(left)
