"""The commands that make, check and put back backups."""

import argparse
import sys
from pathlib import Path

from desktop.commands.common import opened
from desktop.commands.passphrase import read_passphrase
from desktop.domain.backups import Backup, BackupState
from desktop.domain.errors import (
    BackupMissingError,
    SlotsDamagedError,
    VaultBehindError,
    VaultDamagedError,
)
from desktop.services.backups import Checked, backups_beside, restore
from desktop.services.clock import iso_minute
from desktop.services.vault import OpenVault
from desktop.storage.vault.passphrase import Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.ui.words import notice_sentence, sentence


def run(options: argparse.Namespace, folder: Path, from_stdin: bool) -> int:
    """Run the command on the vault in a folder; returns the exit status."""
    if options.command == "restore":
        return _restore(options, folder, from_stdin)
    if options.command == "backup":
        with opened(folder, from_stdin) as vault:
            return _backup(vault, options.out)
    return _check(folder, from_stdin)


def _backup(vault: OpenVault, out: Path | None) -> int:
    """Make a backup, and say where it lies."""
    if out is not None:
        _say_made(vault.backups.make_to(out))
        return 0
    made = vault.backups.prepared().run()
    if made.first is None:
        print("Nothing has changed since the newest backup, which was read again and is good.")
    else:
        _say_made(made.first)
    if made.second is not None:
        print(f"The second folder has it too: {made.second.path}")
    if made.trouble is not None:
        print(f"turnstone: the second folder: {sentence(made.trouble)}", file=sys.stderr)
        return 1
    return 0


def _say_made(backup: Backup) -> None:
    print(f"A backup of {_size(backup.size)} was made and checked: {backup.path}")


def _check(folder: Path, from_stdin: bool) -> int:
    """Read every page of the vault and of its backups, and say what is wrong."""
    try:
        with opened(folder, from_stdin) as vault:
            sound = _check_files(vault)
            checked = vault.backups.check(_say_checked)
    except (VaultDamagedError, VaultBehindError, SlotsDamagedError):
        _say_way_back(folder)
        raise
    return 0 if sound and all(one.error is None for one in checked) else 1


def _check_files(vault: OpenVault) -> bool:
    for notice in sorted(vault.notices):
        print(notice_sentence(notice), file=sys.stderr)
    findings = vault.check()
    for finding in findings:
        print(f"{finding.field}: {finding.message}", file=sys.stderr)
    if not findings:
        print("The vault is sound: every page of both files was read.")
    return not findings


def _say_checked(checked: Checked) -> None:
    when = _when(checked.backup)
    if checked.error is None:
        print(f"Good: the backup of {when}, {checked.backup.path}")
    else:
        print(f"{checked.backup.path}: {sentence(checked.error)}", file=sys.stderr)


def _say_way_back(vault: Path) -> None:
    """Name the newest good backup of a vault that can't be opened, if there is one."""
    for backup in backups_beside(vault):
        if backup.state is BackupState.GOOD:
            print(f"The newest backup is of {_when(backup)}: turnstone restore {backup.path}")
            return


def _restore(options: argparse.Namespace, vault: Path, from_stdin: bool) -> int:
    """Put a backup in the vault's place, and say where the replaced one lies."""
    file: Path = options.file
    if not file.is_file():
        raise BackupMissingError
    typed = read_passphrase(from_stdin, "Recovery key" if options.recovery_key else "Passphrase")
    secret = RecoveryKey.parse(typed) if options.recovery_key else Passphrase(typed)
    replaced = restore(vault, file, secret)
    print(f"The vault was put back: {vault}")
    if replaced is not None:
        print(f"The one that was there lies beside it now: {replaced}")
    return 0


def _when(backup: Backup) -> str:
    return "an unknown day" if backup.made_at is None else iso_minute(backup.made_at)


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} kB"
