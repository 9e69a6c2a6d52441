"""What ties the rows of the process file to their session: a random link.

The link stands in the record file only, and no transaction spans both files.
"""

from typing import Final

from sqlalchemy import bindparam, delete, select, union

from desktop.domain.errors import NotFoundError
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile

_LINKED: Final = (rows.process_note_revision, rows.process_note, rows.mark)
"""The tables of the process file whose rows belong to a session, those that point first."""

_ALL: Final = union(*(select(table.c.link) for table in _LINKED))
_DROP: Final = tuple(delete(table).where(table.c.link == bindparam("orphan")) for table in _LINKED)


def process_link(record: DatabaseFile, session_id: str) -> str:
    """The link of a session. Raises NotFoundError: there is no such session."""
    query = select(rows.session.c.process_link).where(rows.session.c.id == session_id)
    with record.reading() as reading:
        link = reading.scalar(query)
    if link is None:
        raise NotFoundError
    return link


def sweep(record: DatabaseFile, process: DatabaseFile) -> int:
    """Delete process notes and marks whose session is no more; returns of how many sessions.

    A crash within an erase leaves such rows, and so does a backup that took the process file
    after the record file. Nothing leads to them any more.
    """
    with process.reading() as reading:
        found = set(reading.scalars(_ALL))
    with record.reading() as reading:
        found.difference_update(reading.scalars(select(rows.session.c.process_link)))
    if found:
        with process.transaction() as transaction:
            for statement in _DROP:
                transaction.execute(statement, [{"orphan": link} for link in found])
    return len(found)
