"""Marks, and what the keys for them mean, in the process file."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.flow.events import Stamp
from desktop.domain.marks import Label, LabelKind, Mark
from desktop.domain.people import Partner
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile
from desktop.storage.repositories.process_links import process_link

_ADD: Final = insert(rows.mark)
_PUT: Final = _ADD.on_conflict_do_update(
    index_elements=[rows.mark.c.id], set_={"partner": _ADD.excluded.partner}
)
_TAKE_BACK: Final = delete(rows.mark).where(
    rows.mark.c.id == bindparam("mark_id"), rows.mark.c.link == bindparam("of")
)
_OF: Final = (
    select(rows.mark).where(rows.mark.c.link == bindparam("of")).order_by(rows.mark.c.number)
)
_LABELS: Final = select(rows.mark_label).order_by(rows.mark_label.c.place)


class VaultMarks:
    """The ``Marks`` port over the process file; the record file gives each session's link."""

    def __init__(self, record: DatabaseFile, process: DatabaseFile) -> None:
        self._record = record
        self._process = process

    def put(self, session_id: str, mark: Mark) -> None:
        """Keep a new mark, or whom one belongs to now; the same one again is no error.

        Raises NotFoundError: there is no such session.
        """
        values = _values(process_link(self._record, session_id), mark)
        with self._process.transaction() as transaction:
            transaction.execute(_PUT, values)

    def take_back(self, session_id: str, mark_id: str) -> None:
        """Delete a mark; one that is not there is no error. Raises NotFoundError."""
        link = process_link(self._record, session_id)
        with self._process.transaction() as transaction:
            transaction.execute(_TAKE_BACK, {"of": link, "mark_id": mark_id})

    def of(self, session_id: str) -> Sequence[Mark]:
        """The marks of a session in the order in which they were set. Raises NotFoundError."""
        link = process_link(self._record, session_id)
        with self._process.reading() as reading:
            return [_mark(row) for row in reading.execute(_OF, {"of": link})]

    def labels(self) -> Sequence[Label]:
        """The list as it was edited; empty where it never was."""
        with self._process.reading() as reading:
            return [
                Label(id=row.id, text=row.text, kind=LabelKind(row.kind))
                for row in reading.execute(_LABELS)
            ]

    def keep_labels(self, labels: Sequence[Label]) -> None:
        """Keep a list in place of the one before; an empty one is as if it was never edited."""
        lines = [
            {"place": place, "id": label.id, "text": label.text, "kind": label.kind.value}
            for place, label in enumerate(labels, start=1)
        ]
        with self._process.transaction() as transaction:
            transaction.execute(delete(rows.mark_label))
            if lines:
                transaction.execute(insert(rows.mark_label), lines)


def _values(link: str, mark: Mark) -> dict[str, object]:
    return {
        "id": mark.id,
        "link": link,
        "wall": mark.at.wall,
        "run": mark.at.run,
        "label_id": mark.label.id,
        "label_text": mark.label.text,
        "label_kind": mark.label.kind.value,
        "step_id": mark.step_id,
        "step_title": mark.step_title,
        "partner": mark.partner.value if mark.partner is not None else None,
    }


def _mark(row: Row[Any]) -> Mark:
    label = Label(id=row.label_id, text=row.label_text, kind=LabelKind(row.label_kind))
    return Mark(
        id=row.id,
        at=Stamp(row.wall, row.run),
        label=label,
        step_id=row.step_id,
        step_title=row.step_title,
        partner=Partner(row.partner) if row.partner is not None else None,
    )
