"""How Turnstone is used with this vault, in the record file."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.ports import SettingKey
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile

_ADD: Final = insert(rows.setting)
_PUT: Final = _ADD.on_conflict_do_update(set_={"value": _ADD.excluded.value})


class VaultSettings:
    """The ``Settings`` port over the record file."""

    def __init__(self, record: DatabaseFile) -> None:
        self._record = record

    def get(self, key: SettingKey) -> str | None:
        """A value; None when it was never set."""
        query = select(rows.setting.c.value).where(rows.setting.c.key == key.value)
        with self._record.reading() as reading:
            return reading.scalar(query)

    def put(self, key: SettingKey, value: str) -> None:
        """Keep a value in place of the one before."""
        with self._record.transaction() as transaction:
            transaction.execute(_PUT, {"key": key.value, "value": value})
