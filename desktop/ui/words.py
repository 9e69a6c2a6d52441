"""What is said when something goes wrong: what happened, what is safe, what to do.

Used by windows and commands alike. An error's facts are filled in; never a note, name or key.
"""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.errors import ContentError, NotSavedError, TurnstoneError
from desktop.domain.vault_notices import VaultNotice

# Under an error's code, or its code and reason; in braces, what it carries.
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
    "last-slot": QT_TRANSLATE_NOOP(
        "Words",
        "This is the last passphrase that opens the vault, so it stays. Add another one first.",
    ),
    "too-many-slots": QT_TRANSLATE_NOOP(
        "Words",
        "No more people can be added: each passphrase makes unlocking slower. Remove one first.",
    ),
    "nameless-slot": QT_TRANSLATE_NOOP(
        "Words", "Please give the new passphrase a person’s name, of at most 200 letters."
    ),
    "passphrase-taken": QT_TRANSLATE_NOOP(
        "Words",
        "Somebody else opens this vault with that passphrase. Nothing was changed. Choose another.",
    ),
    "unfit-pin": QT_TRANSLATE_NOOP("Words", "A PIN is made of 4 to 8 digits."),
    "pin-is-passphrase": QT_TRANSLATE_NOOP(
        "Words",
        "These digits are a passphrase of the vault, which is best typed with nobody near. Nothing "
        "was changed. Choose others.",
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
    "vault-foreign": QT_TRANSLATE_NOOP(
        "Words",
        "This vault belongs to another account of this computer. Nothing was changed. Start "
        "Turnstone from that account, or choose another vault.",
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
    "wheel-taken": QT_TRANSLATE_NOOP(
        "Words",
        "A wheel with the id “{id}” is here already. Nothing was changed. Remove that one first, "
        "or give the file an id of its own.",
    ),
    "wheel-taken/built-in": QT_TRANSLATE_NOOP(
        "Words",
        "The wheel that comes with Turnstone has the id “{id}”. Nothing was changed. Give the "
        "file an id of its own.",
    ),
    "unfit-word/empty": QT_TRANSLATE_NOOP("Words", "Write the word."),
    "unfit-word/long": QT_TRANSLATE_NOOP(
        "Words", "A word has room for 24 characters, and what is said about it for 120."
    ),
    "unfit-word/double": QT_TRANSLATE_NOOP(
        "Words", "This word stands in that family already. Write another one."
    ),
    "unfit-word/nowhere": QT_TRANSLATE_NOOP(
        "Words", "The wheel in use has no such place. Choose another one."
    ),
    "unfit-word/full": QT_TRANSLATE_NOOP(
        "Words",
        "The wheel has as many words as can be read on it. Remove an own word to add another one.",
    ),
    "move-refused": QT_TRANSLATE_NOOP("Words", "That is not possible at this step."),
    "vault-damaged": QT_TRANSLATE_NOOP(
        "Words",
        "The file {file} is missing or damaged. Nothing was changed. Restore a backup: the vault "
        "as it is now is kept beside it.",
    ),
    "vault-behind": QT_TRANSLATE_NOOP(
        "Words",
        "The file {file} lacks the last saves, {lost} in number. Nothing was changed. Restore a "
        "backup, or go on with what is there.",
    ),
    "slots-damaged": QT_TRANSLATE_NOOP(
        "Words",
        "The file slots.json, which holds the keys, is missing or damaged, so nothing opens the "
        "vault. Nothing was changed. Restore a backup.",
    ),
    "slots-damaged/put-back": QT_TRANSLATE_NOOP(
        "Words",
        "The slots.json in the vault is an older one, with a key that was withdrawn since. Nothing "
        "was changed. Put the newest one back, or restore a backup of the whole vault.",
    ),
    "not-saved/disk-full": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: the disk is full. Your text stays here. Free some space."
    ),
    "not-saved/again": QT_TRANSLATE_NOOP(
        "Words",
        "The disk is full. A small reserve is used now so that you can finish. Free some space "
        "soon.",
    ),
    "not-saved/read-only": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: the folder can't be written to. Your text stays here."
    ),
    "not-saved/busy": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: another program holds the file. Your text stays here."
    ),
    "not-saved/moved": QT_TRANSLATE_NOOP(
        "Words",
        "Not saved yet: the vault’s files were moved or replaced while it was open. Your text "
        "stays here. Put them back, or copy the text elsewhere and start Turnstone anew.",
    ),
    "not-saved": QT_TRANSLATE_NOOP(
        "Words", "Not saved yet: the disk reports an error. Your text stays here."
    ),
    "data-folder/no-home": QT_TRANSLATE_NOOP(
        "Words",
        "Your account names no home folder that Turnstone could keep its files in. Choose one "
        "with --data-dir.",
    ),
    "data-folder/not-a-folder": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone can’t make the folder for its files: a file stands in its place. Move that "
        "file away, or choose another folder with --data-dir.",
    ),
    "data-folder/not-allowed": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone may not use the folder for its files. Check the rights of that folder, or "
        "choose another one with --data-dir.",
    ),
    "data-folder/disk-full": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone can’t make the folder for its files: the disk is full. Free some space.",
    ),
    "data-folder": QT_TRANSLATE_NOOP(
        "Words",
        "Turnstone can’t make the folder for its files: the disk reports an error. Choose "
        "another folder with --data-dir.",
    ),
    "backup-damaged/unreadable": QT_TRANSLATE_NOOP(
        "Words", "This file is no backup of Turnstone. Nothing was changed. Choose another one."
    ),
    "backup-damaged/cut": QT_TRANSLATE_NOOP(
        "Words",
        "This backup is cut short, so it can’t be used. Nothing was changed. Choose another one.",
    ),
    "backup-damaged/tampered": QT_TRANSLATE_NOOP(
        "Words",
        "This backup was changed by other hands or is of another vault. Nothing was changed here. "
        "Choose another one.",
    ),
    "backup-failed/disk-full": QT_TRANSLATE_NOOP(
        "Words", "No backup was made: the disk is full. What was saved is safe. Free some space."
    ),
    "backup-failed/read-only": QT_TRANSLATE_NOOP(
        "Words",
        "No backup was made: that folder can’t be written to. What was saved is safe. Choose "
        "another folder.",
    ),
    "backup-failed/no-folder": QT_TRANSLATE_NOOP(
        "Words",
        "No backup was made there: that folder is not there. What was saved is safe. Plug the "
        "stick in, or choose another folder.",
    ),
    "backup-failed/inside": QT_TRANSLATE_NOOP(
        "Words",
        "Backups in the vault’s own folder would be lost with it. Nothing was changed. Choose a "
        "folder elsewhere, best on another disk.",
    ),
    "backup-failed/exists": QT_TRANSLATE_NOOP(
        "Words", "A file of that name is there already. It was left as it is. Choose another name."
    ),
    "restore-failed/disk-full": QT_TRANSLATE_NOOP(
        "Words",
        "Nothing was put back: the disk is full. All is as it was. Free some space and try again.",
    ),
    "restore-failed/read-only": QT_TRANSLATE_NOOP(
        "Words",
        "Nothing was put back: the folder can’t be written to. All is as it was. Check its rights.",
    ),
}

_NOTICES: Final[dict[VaultNotice, object]] = {
    VaultNotice.READ_ONLY: QT_TRANSLATE_NOOP(
        "Words",
        "The vault’s folder can’t be written to, so it is open to be read only. Nothing new is "
        "kept.",
    ),
    VaultNotice.SHUT: QT_TRANSLATE_NOOP(
        "Words",
        "Other accounts of this computer could reach the vault’s files. That was put right.",
    ),
    VaultNotice.OPEN: QT_TRANSLATE_NOOP(
        "Words",
        "Other accounts of this computer can reach the vault’s files, and this disk knows no "
        "rights that would shut them out. The files are encrypted all the same.",
    ),
    VaultNotice.UNCOUNTED: QT_TRANSLATE_NOOP(
        "Words",
        "The count of saves beside the vault was damaged, so it could not be told whether any "
        "are missing. It was begun anew.",
    ),
    VaultNotice.NO_RESERVE: QT_TRANSLATE_NOOP(
        "Words", "The disk is nearly full. Free some space soon."
    ),
}


def notice_sentence(notice: VaultNotice) -> str:
    """What to tell a person about a vault that was opened all the same."""
    return _translated(_NOTICES[notice])


def sentence(error: TurnstoneError) -> str:
    """What to tell a person about an error, in one or two sentences."""
    if isinstance(error, ContentError):
        return str(error)
    text = next((_BY_CODE[key] for key in _keys(error) if key in _BY_CODE), None)
    if text is not None:
        return _translated(text).format_map(vars(error))
    return QCoreApplication.translate(
        "Words", "Something went wrong ({code}). What was saved is safe."
    ).format(code=error.code)


def _keys(error: TurnstoneError) -> tuple[str, ...]:
    """Where the sentence of an error stands: under its code and reason, or its code alone."""
    if isinstance(error, NotSavedError) and error.again:
        return ("not-saved/again",)
    reason = getattr(error, "reason", "")
    return f"{error.code}/{reason}", error.code


def _translated(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))
