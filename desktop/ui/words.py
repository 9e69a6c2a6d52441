"""What is said when something goes wrong: what happened, what is safe, what to do.

Used by windows and commands alike. An error's facts are filled in; never a note, name or key.
"""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.errors import (
    BackupDamagedError,
    BackupFailedError,
    ContentError,
    NotSavedError,
    RestoreFailedError,
    SlotsDamagedError,
    TurnstoneError,
    VaultDamagedError,
)

_BY_CODE: Final[dict[str, object]] = {
    "vault-missing": QT_TRANSLATE_NOOP(
        "Words", "There is no vault in this folder. Choose another folder, or create a new vault."
    ),
    "vault-exists": QT_TRANSLATE_NOOP(
        "Words", "There is something in this folder already. Nothing was changed. Choose another."
    ),
    "vault-busy": QT_TRANSLATE_NOOP(
        "Words", "Turnstone is open already with this vault. Go on there, or close it first."
    ),
    "vault-closed": QT_TRANSLATE_NOOP("Words", "The vault was closed. Unlock it again."),
    "vault-newer": QT_TRANSLATE_NOOP(
        "Words",
        "A newer Turnstone has written this vault. Nothing was changed. Install that version.",
    ),
    "wrong-passphrase": QT_TRANSLATE_NOOP(
        "Words", "That passphrase does not open this file. Nothing is lost. Try again."
    ),
    "empty-passphrase": QT_TRANSLATE_NOOP("Words", "Please type a passphrase."),
    "wrong-recovery-key": QT_TRANSLATE_NOOP(
        "Words",
        "That recovery key belongs to another vault. Nothing is lost. Look for the right one.",
    ),
    "recovery-key-slip": QT_TRANSLATE_NOOP(
        "Words", "There is a slip in the recovery key. Compare it with the sheet and try again."
    ),
    "not-enough-memory": QT_TRANSLATE_NOOP(
        "Words", "There is too little free memory to unlock. Close other programs and try again."
    ),
    "unusable-text": QT_TRANSLATE_NOOP(
        "Words", "The text has half a character in it, which can't be saved. Remove it."
    ),
    "unusable-name": QT_TRANSLATE_NOOP(
        "Words", "Please give each of the two a name, of at most 200 letters."
    ),
    "document-timed-out": QT_TRANSLATE_NOOP(
        "Words", "The document took too long and was given up. Try again with fewer parts."
    ),
    "document-cancelled": QT_TRANSLATE_NOOP("Words", "Stopped. Nothing was written."),
    "document-refused": QT_TRANSLATE_NOOP(
        "Words", "This document could not be set. Nothing was written. Leave a part out and retry."
    ),
    "document-crashed": QT_TRANSLATE_NOOP(
        "Words", "Setting the document broke off. Nothing was written. Try again."
    ),
    "document-no-folder": QT_TRANSLATE_NOOP(
        "Words", "That folder is not there any more. Nothing was written. Choose another one."
    ),
    "document-not-allowed": QT_TRANSLATE_NOOP(
        "Words", "That folder can’t be written to. Nothing was written. Choose another one."
    ),
    "document-disk-full": QT_TRANSLATE_NOOP(
        "Words", "The disk is full. Nothing was written. Free some space and try again."
    ),
    "document-not-written": QT_TRANSLATE_NOOP(
        "Words", "The disk reports an error. Nothing was written. Choose another place."
    ),
    "vault-unreadable": QT_TRANSLATE_NOOP(
        "Words", "The vault’s files can’t be read. Check the rights of the folder and the disk."
    ),
    "not-found": QT_TRANSLATE_NOOP("Words", "The vault has nothing under that name."),
    "conflict": QT_TRANSLATE_NOOP(
        "Words", "This session was changed elsewhere. Close it and resume it from the home screen."
    ),
    "backup-missing": QT_TRANSLATE_NOOP(
        "Words",
        "That backup is not there, or can’t be read. Nothing was changed. Look for it, or choose "
        "another one.",
    ),
    "backup-newer": QT_TRANSLATE_NOOP(
        "Words",
        "A newer Turnstone has made this backup. Nothing was changed. Install that version.",
    ),
    "backup-damaged": QT_TRANSLATE_NOOP(
        "Words",
        "This backup is damaged and can’t be used. Nothing was changed. Choose another one.",
    ),
    "backup-failed": QT_TRANSLATE_NOOP(
        "Words",
        "No backup was made: the disk reports an error. What was saved is safe. Choose another "
        "place.",
    ),
    "restore-failed": QT_TRANSLATE_NOOP(
        "Words",
        "Nothing was put back: the disk reports an error. All is as it was. Copy the backup to "
        "another disk and try again.",
    ),
    "move-refused": QT_TRANSLATE_NOOP("Words", "That is not possible at this step."),
}

_NOT_SAVED: Final[dict[str, object]] = {
    "disk-full": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: the disk is full. Your text stays here. Free some space."
    ),
    "read-only": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: the folder can't be written to. Your text stays here."
    ),
    "busy": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: another program holds the file. Your text stays here."
    ),
    "disk": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: the disk reports an error. Your text stays here."
    ),
}


_BACKUP_DAMAGED: Final[dict[str, object]] = {
    "unreadable": QT_TRANSLATE_NOOP(
        "Words", "This file is no backup of Turnstone. Nothing was changed. Choose another one."
    ),
    "cut": QT_TRANSLATE_NOOP(
        "Words",
        "This backup is cut short, so it can’t be used. Nothing was changed. Choose another one.",
    ),
    "tampered": QT_TRANSLATE_NOOP(
        "Words",
        "This backup was changed by other hands or is of another vault. Nothing was changed here. "
        "Choose another one.",
    ),
}

_BACKUP_FAILED: Final[dict[str, object]] = {
    "disk-full": QT_TRANSLATE_NOOP(
        "Words", "No backup was made: the disk is full. What was saved is safe. Free some space."
    ),
    "read-only": QT_TRANSLATE_NOOP(
        "Words",
        "No backup was made: that folder can’t be written to. What was saved is safe. Choose "
        "another folder.",
    ),
    "no-folder": QT_TRANSLATE_NOOP(
        "Words",
        "No backup was made there: that folder is not there. What was saved is safe. Plug the "
        "stick in, or choose another folder.",
    ),
    "inside": QT_TRANSLATE_NOOP(
        "Words",
        "Backups in the vault’s own folder would be lost with it. Nothing was changed. Choose a "
        "folder elsewhere, best on another disk.",
    ),
    "exists": QT_TRANSLATE_NOOP(
        "Words", "A file of that name is there already. It was left as it is. Choose another name."
    ),
}

_RESTORE_FAILED: Final[dict[str, object]] = {
    "disk-full": QT_TRANSLATE_NOOP(
        "Words",
        "Nothing was put back: the disk is full. All is as it was. Free some space and try again.",
    ),
    "read-only": QT_TRANSLATE_NOOP(
        "Words",
        "Nothing was put back: the folder can’t be written to. All is as it was. Check its rights.",
    ),
}


_ABOUT_BACKUPS: Final = {
    BackupDamagedError.code: _BACKUP_DAMAGED,
    BackupFailedError.code: _BACKUP_FAILED,
    RestoreFailedError.code: _RESTORE_FAILED,
}


def sentence(error: TurnstoneError) -> str:
    """What to tell a person about an error, in one or two sentences."""
    match error:
        case ContentError():
            return str(error)
        case NotSavedError():
            return _translated(_NOT_SAVED.get(error.reason, _NOT_SAVED["disk"]))
        case BackupDamagedError() | BackupFailedError() | RestoreFailedError():
            return _about_backup(error)
        case VaultDamagedError():
            return QCoreApplication.translate(
                "Words",
                "The file {file} is damaged and was not changed. Put a copy of the vault folder "
                "aside before anything else.",
            ).format(file=error.file)
        case SlotsDamagedError():
            return QCoreApplication.translate(
                "Words",
                "The file with the keys is damaged, so no passphrase can open the vault. Put the "
                "file slots.json back from a copy of the vault folder.",
            )
        case _:
            return _by_code(error)


def _about_backup(error: BackupDamagedError | BackupFailedError | RestoreFailedError) -> str:
    text = _ABOUT_BACKUPS[error.code].get(error.reason)
    return _by_code(error) if text is None else _translated(text)


def _by_code(error: TurnstoneError) -> str:
    if error.code in _BY_CODE:
        return _translated(_BY_CODE[error.code])
    return QCoreApplication.translate(
        "Words", "Something went wrong ({code}). What was saved is safe."
    ).format(code=error.code)


def _translated(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))
