"""Prepared sessions in the record file."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Row, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.errors import NotFoundError
from desktop.domain.flow.events import PlannedExercise
from desktop.domain.people import Partner
from desktop.domain.preparation import Preparation
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile

_ADD: Final = insert(rows.preparation)
_KEEP: Final = _ADD.on_conflict_do_update(
    set_={name: _ADD.excluded[name] for name in ("couple_id", "topic", "exercises", "first")}
)
REMOVE: Final = delete(rows.preparation).where(rows.preparation.c.id == bindparam("of"))
_OLDEST: Final = (rows.preparation.c.kept_at, rows.preparation.c.id)


class VaultPreparations:
    """The ``Preparations`` port over the record file."""

    def __init__(self, record: DatabaseFile) -> None:
        self._record = record

    def keep(self, preparation: Preparation) -> None:
        """Keep a preparation, or what has changed in it.

        Raises:
            NotFoundError: there is no such couple.
        """
        values = msgspec.structs.asdict(preparation)
        values["exercises"] = msgspec.json.encode(preparation.exercises).decode()
        with self._record.transaction() as transaction:
            transaction.execute(_KEEP, values)

    def get(self, preparation_id: str) -> Preparation:
        """One preparation; raises NotFoundError."""
        query = select(rows.preparation).where(rows.preparation.c.id == preparation_id)
        with self._record.reading() as reading:
            row = reading.execute(query).one_or_none()
        if row is None:
            raise NotFoundError
        return _preparation(row)

    def all(self) -> Sequence[Preparation]:
        """All of them, the one kept first at the beginning."""
        with self._record.reading() as reading:
            found = reading.execute(select(rows.preparation).order_by(*_OLDEST)).all()
        return [_preparation(row) for row in found]

    def remove(self, preparation_id: str) -> None:
        """Forget one; it need not be there."""
        with self._record.transaction() as transaction:
            transaction.execute(REMOVE, {"of": preparation_id})


def _preparation(row: Row[Any]) -> Preparation:
    return Preparation(
        id=row.id,
        couple_id=row.couple_id,
        topic=row.topic,
        exercises=msgspec.json.decode(row.exercises, type=tuple[PlannedExercise, ...]),
        first=Partner(row.first),
        kept_at=row.kept_at,
    )
