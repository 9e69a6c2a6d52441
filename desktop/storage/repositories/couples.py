"""Couples in the record file."""

import unicodedata
from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.people import Couple
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile

_ADD: Final = insert(rows.couple).on_conflict_do_nothing()
_REPLACE: Final = update(rows.couple).where(rows.couple.c.id == bindparam("of"))


class VaultCouples:
    """The ``Couples`` port over the record file."""

    def __init__(self, record: DatabaseFile) -> None:
        self._record = record

    def add(self, couple: Couple) -> None:
        """Keep a new couple; raises ConflictError when the id is taken."""
        with self._record.transaction() as transaction:
            if not transaction.execute(_ADD, msgspec.structs.asdict(couple)).rowcount:
                raise ConflictError

    def get(self, couple_id: str) -> Couple:
        """One couple; raises NotFoundError."""
        query = select(rows.couple).where(rows.couple.c.id == couple_id)
        with self._record.reading() as reading:
            row = reading.execute(query).one_or_none()
        if row is None:
            raise NotFoundError
        return _couple(row)

    def replace(self, couple: Couple) -> None:
        """Keep a changed couple; raises NotFoundError."""
        with self._record.transaction() as transaction:
            values = msgspec.structs.asdict(couple)
            if not transaction.execute(_REPLACE, {"of": couple.id, **values}).rowcount:
                raise NotFoundError

    def all(self) -> Sequence[Couple]:
        """All couples, by name."""
        with self._record.reading() as reading:
            found = reading.execute(select(rows.couple)).all()
        return sorted(map(_couple, found), key=_by_name)


def _couple(row: Row[Any]) -> Couple:
    return msgspec.convert(row, Couple, from_attributes=True)


def _by_name(couple: Couple) -> tuple[str, str, str]:
    """Without accents first, so that "Ángel" stands beside "Angel" and not after "Zoe"."""

    def plain(name: str) -> str:
        letters = unicodedata.normalize("NFD", name)
        return "".join(c for c in letters if not unicodedata.combining(c)).casefold()

    return plain(couple.name_a), plain(couple.name_b), couple.id
