"""What is said when something goes wrong: what happened, what is safe, what to do.

Used by windows and commands alike. An error's facts are filled in; never a note, name or key.
"""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.errors import (
    ContentError,
    DataFolderError,
    NotSavedError,
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

_DATA_FOLDER: Final[dict[str, object]] = {
    "no-home": QT_TRANSLATE_NOOP(
        "Words",
        "Your account names no home folder that Turnstone could keep its files in. Choose one "
        "with --data-dir.",
    ),
    "not-a-folder": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone can’t make the folder for its files: a file stands in its place. Move that "
        "file away, or choose another folder with --data-dir.",
    ),
    "not-allowed": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone may not use the folder for its files. Check the rights of that folder, or "
        "choose another one with --data-dir.",
    ),
    "disk-full": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone can’t make the folder for its files: the disk is full. Free some space.",
    ),
    "disk": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone can’t make the folder for its files: the disk reports an error. Choose "
        "another folder with --data-dir.",
    ),
}


def sentence(error: TurnstoneError) -> str:
    """What to tell a person about an error, in one or two sentences."""
    match error:
        case ContentError():
            return str(error)
        case DataFolderError():
            return _translated(_DATA_FOLDER.get(error.reason, _DATA_FOLDER["disk"]))
        case NotSavedError():
            return _translated(_NOT_SAVED.get(error.reason, _NOT_SAVED["disk"]))
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


def _by_code(error: TurnstoneError) -> str:
    if error.code in _BY_CODE:
        return _translated(_BY_CODE[error.code])
    return QCoreApplication.translate(
        "Words", "Something went wrong ({code}). What was saved is safe."
    ).format(code=error.code)


def _translated(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))
