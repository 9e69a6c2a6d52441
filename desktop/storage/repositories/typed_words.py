"""What the events of a couple tell of the own words that were typed on the wheel."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import and_, bindparam, or_, select

from desktop.domain.emotions import OWN_FAMILY
from desktop.domain.flow.events import AnyEvent, Revealed, Sealed, Undone, WordPicked
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile
from desktop.storage.repositories.stored_events import by_session, tags_of

_WITH_WORDS: Final = tags_of((WordPicked, Sealed))
_SHOWING: Final = tags_of((Revealed, Undone))

# Only a first sieve, so that few events are decoded: a text may have these letters in it, too.
_MARK: Final = f'"ids":["{OWN_FAMILY}",'

_TELLING: Final = (
    select(rows.event.c.session_id, rows.event.c.payload)
    .join_from(rows.event, rows.session)
    .where(
        rows.session.c.couple_id == bindparam("of_couple"),
        or_(
            and_(
                rows.event.c.kind.in_(_WITH_WORDS),
                rows.event.c.payload.contains(_MARK, autoescape=True),
            ),
            rows.event.c.kind.in_(_SHOWING),
        ),
    )
    .order_by(rows.session.c.began_at.desc(), rows.session.c.id, rows.event.c.seq)
)


class VaultTypedWords:
    """The ``TypedWords`` port over the record file."""

    def __init__(self, record: DatabaseFile) -> None:
        self._record = record

    def events(self, couple_id: str) -> Sequence[Sequence[AnyEvent]]:
        """For each session of one couple, newest first, the events that may tell of own words.

        Raises:
            NewerVaultError: one of them is of a kind that this Turnstone does not know.
        """
        with self._record.reading() as reading:
            found = reading.execute(_TELLING, {"of_couple": couple_id}).all()
        return by_session(found)
