"""The list of sessions as a Qt model, and the filter that searches it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.ui.formats import Formats

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, kw_only=True)
class ChosenWord:
    """A word that a partner chose, as it was shown."""

    partner: Partner
    label: str
    family: str
    family_label: str


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """One line of the list.

    ``began`` is a moment with its time zone; ``line`` says in a sentence what was done;
    ``is_open`` marks a session that has not ended, ``exercises`` are the titles of all of them.
    """

    id: str
    couple: str
    title: str
    topic: str
    line: str
    began: datetime
    setting: Setting
    words: tuple[ChosenWord, ...] = ()
    is_open: bool = False
    exercises: tuple[str, ...] = ()

    @cached_property
    def haystack(self) -> str:
        """All that a search looks through, in lower case."""
        words = (part for word in self.words for part in (word.label, word.family_label))
        told = (self.couple, self.title, self.topic, self.line, *self.exercises, *words)
        return "\n".join(told).casefold()


class SessionRole(IntEnum):
    """What the model tells beside the roles of Qt."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    DATE = Qt.ItemDataRole.UserRole + 3
    SHORT_DATE = Qt.ItemDataRole.UserRole + 4


class SessionsModel(QAbstractListModel):
    """Sessions in the order given."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._rows: tuple[SessionRow, ...] = ()

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these sessions and no others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, session_id: str) -> int | None:
        """The place of a session, from 0."""
        ids = (row.id for row in self._rows)
        return next((place for place, found in enumerate(ids) if found == session_id), None)

    def matches(self, place: int, needles: tuple[str, ...]) -> bool:
        """Whether all of these, in lower case, stand somewhere in the session at a place."""
        return all(needle in self._rows[place].haystack for needle in needles)

    @property
    def has_words(self) -> bool:
        """Whether any session comes with chosen words."""
        return any(row.words for row in self._rows)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many sessions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One fact about a session; None for a role that it does not tell."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        facts: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            SessionRole.ROW: row,
            SessionRole.ID: row.id,
            SessionRole.DATE: self._date_text(row),
            SessionRole.SHORT_DATE: self._formats.short_date(_wall(row)),
        }
        return facts.get(role)

    def roleNames(self) -> dict[int, QByteArray]:
        """The names of the roles."""
        return super().roleNames() | {
            role.value: QByteArray(role.name.lower().encode()) for role in SessionRole
        }

    def _date_text(self, row: SessionRow) -> str:
        return self._formats.day(_wall(row))

    def _spoken(self, row: SessionRow) -> str:
        """A session in one breath: what, when, who, and how far."""
        parts = [row.title, self._date_text(row), row.couple, row.line]
        if row.is_open:
            parts.append(self.tr("not finished"))
        parts += [word.label for word in row.words]
        return ", ".join(part for part in parts if part)


class SessionFilter(QSortFilterProxyModel):
    """Only the sessions in which each word of a search stands, in any place and case."""

    def __init__(self, source: SessionsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needles: tuple[str, ...] = ()
        self._sessions = source
        self.setSourceModel(source)

    def search(self, text: str) -> None:
        """Show what matches; an empty text shows all."""
        self.beginFilterChange()
        self._needles = tuple(text.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a session has all the words."""
        del source_parent
        return self._sessions.matches(source_row, self._needles)


def _wall(row: SessionRow) -> int:
    return round(row.began.timestamp() * 1000)
