"""The backups of the vault, as the settings show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.ui.formats import Formats

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

MOST: Final = 60
"""So many backups are listed, the newest ones. A vault keeps fewer than that."""


@dataclass(frozen=True, kw_only=True)
class BackupsState:
    """Everything about backups. ``backups`` are newest first.

    ``second_folder`` is a path, or empty where there is none; ``second_reachable`` says whether
    the folder is there now. ``synchronised_by`` names the service that copies the vault's folder
    to other computers, or is empty. ``failure`` says in a sentence why the last backup failed.
    """

    backups: tuple[Backup, ...] = ()
    second_folder: str = ""
    second_reachable: bool = True
    synchronised_by: str = ""
    failure: str = ""

    @property
    def last_copied_at(self) -> int | None:
        """When the newest good backup in the second folder was made: wall time in ms."""
        return max(
            (
                backup.made_at
                for backup in self.backups
                if backup.place is BackupPlace.SECOND
                and backup.state is BackupState.GOOD
                and backup.made_at is not None
            ),
            default=None,
        )


@dataclass(frozen=True, kw_only=True)
class BackupWords:
    """A backup in words: when it was made, how large it is and where it lies, and its state."""

    when: str
    about: str
    state: str


class BackupRole(IntEnum):
    """What the model tells beside the roles of Qt."""

    ROW = Qt.ItemDataRole.UserRole + 1
    WORDS = Qt.ItemDataRole.UserRole + 2


class BackupsModel(QAbstractListModel):
    """Backups in the order given."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._rows: tuple[Backup, ...] = ()

    def set_rows(self, rows: Sequence[Backup]) -> None:
        """Show these backups, at most ``MOST`` of them, and no others."""
        self.beginResetModel()
        self._rows = tuple(rows[:MOST])
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many backups there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One fact about a backup; None for a role that it does not tell."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        backup = self._rows[index.row()]
        if role == BackupRole.ROW:
            return backup
        if role == BackupRole.WORDS:
            return self._words(backup)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._words(backup)
            return ", ".join((words.when, words.about, words.state))
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        """The names of the roles."""
        return super().roleNames() | {
            role.value: QByteArray(role.name.lower().encode()) for role in BackupRole
        }

    def _words(self, backup: Backup) -> BackupWords:
        places = {
            BackupPlace.VAULT: self.tr("{size}, beside the vault"),
            BackupPlace.SECOND: self.tr("{size}, in the second folder"),
        }
        states = {
            BackupState.GOOD: self.tr("good"),
            BackupState.DAMAGED: self.tr("damaged"),
            BackupState.NEWER: self.tr("made by a newer Turnstone"),
            BackupState.ELSEWHERE: self.tr("of another vault"),
        }
        at = backup.made_at
        return BackupWords(
            when=self.tr("No date") if at is None else self._formats.moment(at),
            about=places[backup.place].format(size=self._formats.size(backup.size)),
            state=states[backup.state],
        )
