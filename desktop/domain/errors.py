"""Errors that a user can be told about.

Each carries a stable ``code``, which the windows translate, and plain facts. None carries note
text, a name or a key, so that any of them may be logged.
"""

from dataclasses import dataclass


class TurnstoneError(Exception):
    """The root of all errors that Turnstone raises on purpose."""

    code = "error"


class MoveRefusedError(TurnstoneError):
    """The flow does not allow an event now; ``reason`` is one of the words in ``flow.Refusal``."""

    code = "move-refused"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong in a file of content.

    ``field`` is the path to the value, such as ``parts[0].steps[2].not-quite``; ``line`` is
    counted from 1, or None while only the decoded value is known.
    """

    field: str
    message: str
    line: int | None = None


class ContentError(TurnstoneError):
    """A file of content can't be used; ``findings`` say where and why."""

    code = "content"

    def __init__(self, source: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            "\n".join(f"{source}:{f.line or 1}: {f.field}: {f.message}" for f in findings)
        )
        self.source = source
        self.findings = findings


class NotFoundError(TurnstoneError):
    """The vault has nothing under that id."""

    code = "not-found"


class ConflictError(TurnstoneError):
    """Another event was already saved in this place."""

    code = "conflict"


class DataFolderError(TurnstoneError):
    """The folder for the user's data can't be used, so nothing can be opened or made there.

    ``reason`` is ``no-home`` (nobody says where this user's folders are), ``not-a-folder``,
    ``not-allowed``, ``disk-full`` or ``disk``.
    """

    code = "data-folder"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class VaultError(TurnstoneError):
    """The root of all that can go wrong with a vault."""

    code = "vault"


class VaultMissingError(VaultError):
    """There is no vault in that folder."""

    code = "vault-missing"


class VaultExistsError(VaultError):
    """A vault, or something else, is already in that folder; nothing was changed."""

    code = "vault-exists"


class VaultBusyError(VaultError):
    """Another running Turnstone holds the vault."""

    code = "vault-busy"


class VaultClosedError(VaultError):
    """The vault was closed before."""

    code = "vault-closed"


class NewerVaultError(VaultError):
    """The vault was written by a newer Turnstone than this one."""

    code = "vault-newer"


class VaultDamagedError(VaultError):
    """A file of the vault can't be read; ``file`` is its plain name."""

    code = "vault-damaged"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} is damaged")
        self.file = file


class VaultUnreadableError(VaultError):
    """The system does not hand out a file of the vault: missing rights, or a fault of the disk."""

    code = "vault-unreadable"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} can't be read")
        self.file = file


class SlotsDamagedError(VaultError):
    """The file of key slots was damaged or changed by other hands.

    ``reason`` is ``missing``, ``unreadable`` (not the right kind of file), ``checksum``,
    ``content`` (a value that no Turnstone writes, such as a cost below the least), ``tampered``
    or ``put-back`` (an older file with a key that was withdrawn since).
    """

    code = "slots-damaged"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class VaultBehindError(VaultError):
    """Saves that were acknowledged are missing from a file; ``file`` is its plain name.

    ``lost`` is how many. Nothing was changed.
    """

    code = "vault-behind"

    def __init__(self, file: str, lost: int) -> None:
        super().__init__(f"{lost} saves are missing from {file}")
        self.file = file
        self.lost = lost


class VaultForeignError(VaultError):
    """The vault's folder or files belong to another account of this computer."""

    code = "vault-foreign"


class TooManySlotsError(VaultError):
    """As many people as a vault takes have a passphrase already."""

    code = "too-many-slots"


class LastSlotError(VaultError):
    """A passphrase can't be withdrawn that is the last one to open the vault."""

    code = "last-slot"


class NamelessSlotError(VaultError):
    """The owner of a new passphrase has no name, or one that is too long."""

    code = "nameless-slot"


class PassphraseTakenError(VaultError):
    """Somebody else opens the vault with this passphrase, so nobody could tell who did."""

    code = "passphrase-taken"


class UnfitPinError(VaultError):
    """A PIN is made of 4 to 8 digits."""

    code = "unfit-pin"


class PinIsPassphraseError(VaultError):
    """The PIN wished for is a passphrase of the vault, which others would see being typed."""

    code = "pin-is-passphrase"


class WrongPassphraseError(VaultError):
    """The slots are sound, and the passphrase opens none of them."""

    code = "wrong-passphrase"


class EmptyPassphraseError(VaultError):
    """A passphrase has at least one character."""

    code = "empty-passphrase"


class WrongRecoveryKeyError(VaultError):
    """A rightly typed recovery key that belongs to another vault."""

    code = "wrong-recovery-key"


class RecoveryKeySlipError(VaultError):
    """What was typed is no recovery key: a character is wrong, missing or too many."""

    code = "recovery-key-slip"


class NotEnoughMemoryError(VaultError):
    """This machine has too little free memory for the cost that the passphrase slot asks."""

    code = "not-enough-memory"


class UnusableTextError(TurnstoneError):
    """A text holds half a character (a lone surrogate), which no file can keep."""

    code = "unusable-text"


class NotSavedError(VaultError):
    """Nothing was saved.

    ``reason`` is ``disk-full``, ``read-only``, ``busy``, ``disk``, or ``moved``: the file was
    renamed, deleted or replaced by other hands while it was open. ``again``: room was made on
    a full disk, so that trying again at once may work.
    """

    code = "not-saved"

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


class BackupError(TurnstoneError):
    """The root of all that can go wrong with a backup. The vault is as it was."""

    code = "backup"


class BackupDamagedError(BackupError):
    """A file is no backup, or is damaged.

    ``reason`` is ``unreadable`` (no backup at all), ``cut``, ``checksum``, ``content`` (a value
    that no Turnstone writes), ``tampered`` (it does not fit its key) or ``inside``: it is whole,
    but a database in it is damaged.
    """

    code = "backup-damaged"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NewerBackupError(BackupError):
    """A newer Turnstone made the backup."""

    code = "backup-newer"


class BackupMissingError(BackupError):
    """The file of a backup is not there, or the system does not hand it out."""

    code = "backup-missing"


class BackupFailedError(BackupError):
    """No backup was made.

    ``reason`` is ``disk-full``, ``read-only``, ``no-folder`` (the second folder is not there),
    ``inside`` (it lies in the vault itself), ``exists`` (a file has that name) or ``disk``.
    """

    code = "backup-failed"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RestoreFailedError(BackupError):
    """Nothing was put back; ``reason`` is ``disk-full``, ``read-only`` or ``disk``."""

    code = "restore-failed"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WrongThreadError(TurnstoneError):
    """A slip in the program: the vault was used from another thread than its own."""

    code = "wrong-thread"


class StorageUnfitError(TurnstoneError):
    """A slip in the build: the database library would not keep what the vault promises.

    ``setting`` names what it does not keep to.
    """

    code = "storage-unfit"

    def __init__(self, setting: str) -> None:
        super().__init__(setting)
        self.setting = setting


class UnusableNameError(TurnstoneError):
    """A partner's name is empty or too long; ``which`` is ``a`` or ``b``."""

    code = "unusable-name"

    def __init__(self, which: str) -> None:
        super().__init__(which)
        self.which = which


class WheelTakenError(TurnstoneError):
    """A wheel with that ``id`` is there already; nothing was changed.

    ``reason`` is ``built-in`` where it comes with Turnstone, else ``added``.
    """

    code = "wheel-taken"

    def __init__(self, id: str, reason: str) -> None:
        super().__init__(id)
        self.id = id
        self.reason = reason


class UnfitWordError(TurnstoneError):
    """An own word can't join the wheel; ``reason`` is a value of ``OwnWordFault``."""

    code = "unfit-word"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
