"""How a text with revisions is kept; the same for the tables of both files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, insert, select, update

PUT_ASIDE_EVERY: Final = 5 * 60 * 1000
"""Milliseconds between two texts that are put aside."""


@dataclass(frozen=True)
class Shelf:
    """Two tables: the newest texts, and earlier ones that were put aside.

    While one types, a text is saved about each second, and keeping all of them would fill the
    disk. So the text that stood before a save is put aside at most every five minutes. A text
    that was left for that long and is then changed is always put aside.
    """

    newest: Table
    earlier: Table

    def read(self, transaction: Connection, key: Mapping[str, str]) -> RowMapping | None:
        """The newest text under a key; None when there is none."""
        query = select(self.newest).where(self._under(key))
        return transaction.execute(query).mappings().one_or_none()

    def save(self, transaction: Connection, key: Mapping[str, str], text: str, at: int) -> None:
        """Save a text at a wall time in milliseconds, unless it is the one already saved."""
        row = self.read(transaction, key)
        if row is None:
            first = {"text": text, "revision": 1, "saved_at": at, "kept_at": at}
            transaction.execute(insert(self.newest), {**key, **first})
        elif text != row["text"]:
            kept_at = row["kept_at"]
            # The clock may have been set back, which must not stop texts from being put aside.
            if abs(at - kept_at) >= PUT_ASIDE_EVERY:
                self._put_aside(transaction, key, row)
                kept_at = at
            change = update(self.newest).where(self._under(key))
            revision = row["revision"] + 1
            transaction.execute(
                change.values(text=text, revision=revision, saved_at=at, kept_at=kept_at)
            )

    def _put_aside(self, transaction: Connection, key: Mapping[str, str], row: RowMapping) -> None:
        kept = {name: row[name] for name in ("text", "revision", "saved_at")}
        transaction.execute(insert(self.earlier), {**key, **kept})

    def _under(self, key: Mapping[str, str]) -> ColumnElement[bool]:
        return and_(*(self.newest.c[name] == value for name, value in key.items()))
