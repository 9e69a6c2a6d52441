"""Added content in the record file."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.ports import ContentKind, KeptContent
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile

_ADD: Final = insert(rows.content)
_PUT: Final = _ADD.on_conflict_do_update(set_={"text": _ADD.excluded.text})
_THIS: Final = (
    rows.content.c.kind == bindparam("of_kind"),
    rows.content.c.id == bindparam("of_id"),
)
_GET: Final = select(rows.content.c.text).where(*_THIS)
_REMOVE: Final = delete(rows.content).where(*_THIS)


class VaultContents:
    """The ``Contents`` port over the record file."""

    def __init__(self, record: DatabaseFile) -> None:
        self._record = record

    def all(self, kind: ContentKind) -> Sequence[KeptContent]:
        """All texts of a kind, in the order of their ids."""
        query = select(rows.content.c.id, rows.content.c.text)
        query = query.where(rows.content.c.kind == kind.value).order_by(rows.content.c.id)
        with self._record.reading() as reading:
            return [KeptContent(row.id, row.text) for row in reading.execute(query)]

    def get(self, kind: ContentKind, content_id: str) -> str | None:
        """One text; None where there is none."""
        with self._record.reading() as reading:
            return reading.scalar(_GET, {"of_kind": kind.value, "of_id": content_id})

    def put(self, kind: ContentKind, content_id: str, text: str) -> None:
        """Keep a text in place of the one before."""
        with self._record.transaction() as transaction:
            transaction.execute(_PUT, {"kind": kind.value, "id": content_id, "text": text})

    def remove(self, kind: ContentKind, content_id: str) -> None:
        """Forget one; it need not be there."""
        with self._record.transaction() as transaction:
            transaction.execute(_REMOVE, {"of_kind": kind.value, "of_id": content_id})
