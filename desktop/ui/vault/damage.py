"""What to say of a damaged vault: what happened, what is safe, what to do."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.backups import Backup
from desktop.domain.errors import (
    SlotsDamagedError,
    VaultBehindError,
    VaultDamagedError,
    VaultError,
    VaultForeignError,
)
from desktop.ui.models.damage import DamageReport


def damage_report(error: VaultError, backups: tuple[Backup, ...]) -> DamageReport | None:
    """The report of an error that a backup can make good; None for any other.

    ``backups`` are all that were found, newest first.
    """
    told = _told(error)
    if told is None:
        return None
    happened, advice = told
    return DamageReport(
        happened=happened,
        safe=QCoreApplication.translate("Damage", "Nothing was changed."),
        advice=advice,
        backups=backups,
        gone=_gone(error.lost) if isinstance(error, VaultBehindError) else "",
    )


def _told(error: VaultError) -> tuple[str, str] | None:
    """What happened, and what to do."""
    match error:
        case VaultDamagedError():
            return (
                QCoreApplication.translate(
                    "Damage", "The file {file} is damaged or missing."
                ).format(file=error.file),
                QCoreApplication.translate(
                    "Damage",
                    "Restore the newest good backup. The damaged vault is kept beside it.",
                ),
            )
        case SlotsDamagedError():
            return _slots(error.reason)
        case VaultBehindError():
            return _behind(error), QCoreApplication.translate(
                "Damage",
                "The file may have been put back from an older copy. The newest good backup may "
                "have more in it: restore it, or go on with what is there.",
            )
        case VaultForeignError():
            return (
                QCoreApplication.translate(
                    "Damage", "The vault belongs to another account of this computer."
                ),
                QCoreApplication.translate(
                    "Damage",
                    "Unlock it in the account that made it. If this is that account, somebody "
                    "has put other files in its place: restore a backup.",
                ),
            )
        case _:
            return None


def _slots(reason: str) -> tuple[str, str]:
    match reason:
        case "missing":
            return (
                QCoreApplication.translate("Damage", "The file with the keys is missing."),
                QCoreApplication.translate(
                    "Damage",
                    "Without it nothing opens this vault. Restore a backup: it has the keys that "
                    "were valid when it was made.",
                ),
            )
        case "put-back":
            return (
                QCoreApplication.translate(
                    "Damage", "An older file with keys was put in the place of the last one."
                ),
                QCoreApplication.translate(
                    "Damage",
                    "It would let in somebody whose key was withdrawn. Restore the newest good "
                    "backup: it has the keys that were valid when it was made.",
                ),
            )
        case _:
            return (
                QCoreApplication.translate(
                    "Damage", "The file with the keys is damaged, or was changed by other hands."
                ),
                QCoreApplication.translate(
                    "Damage",
                    "No passphrase can open the vault with it. Restore a backup: it has the keys "
                    "that were valid when it was made.",
                ),
            )


def _behind(error: VaultBehindError) -> str:
    if error.lost == 1:
        text = QCoreApplication.translate(
            "Damage", "The last save is missing from the file {file}."
        )
    else:
        text = QCoreApplication.translate(
            "Damage", "The last {count} saves are missing from the file {file}."
        )
    return text.format(count=error.lost, file=error.file)


def _gone(lost: int) -> str:
    if lost == 1:
        return QCoreApplication.translate("Damage", "If you go on, the last save is lost for good.")
    return QCoreApplication.translate(
        "Damage", "If you go on, the last {count} saves are lost for good."
    ).format(count=lost)
