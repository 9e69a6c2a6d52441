"""Keeps the marks of a session that is going on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple
from uuid import uuid4

from msgspec.structs import replace

from desktop.domain.marks import Label, Mark, new_mark, next_owner
from desktop.domain.ports import Marks
from desktop.services.live import LiveSession
from desktop.services.saving import Job


class KeptMarks(NamedTuple):
    """What the vault holds: the edited list of labels, if any, and the marks of a session."""

    labels: Sequence[Label]
    marks: Sequence[Mark]


class MarkKeeper:
    """The marks of one session in memory; each change is handed at once to be saved.

    ``keep`` takes what is to be saved, after all else that was handed to be saved before.
    """

    def __init__(self, live: LiveSession, store: Marks, keep: Callable[[Job], None]) -> None:
        self._live = live
        self._store = store
        self._keep = keep
        self._marks: list[Mark] = []

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks in the order in which they were set."""
        return tuple(self._marks)

    def load(self) -> KeptMarks:
        """What the vault holds. Runs on the worker."""
        return KeptMarks(self._store.labels(), self._store.of(self._live.session.id))

    def resume(self, marks: Sequence[Mark]) -> None:
        """Go on after the marks that were loaded."""
        self._marks = list(marks)

    def set_mark(self, label: Label, *, other: bool = False) -> Mark:
        """Set a mark now, for whoever acts, or for the ``other`` partner."""
        live = self._live
        mark = new_mark(uuid4().hex, live.stamp(), label, live.state.core, other=other)
        self._marks.append(mark)
        self._save(mark)
        return mark

    def take_back(self) -> Mark | None:
        """Take the last mark back; returns it, or None where there is none."""
        if not self._marks:
            return None
        mark = self._marks.pop()
        self._keep(partial(self._store.take_back, self._live.session.id, mark.id))
        return mark

    def give_on(self) -> Mark | None:
        """Give the last mark to the next owner: A, B, both. Returns it as it is now."""
        if not self._marks:
            return None
        mark = self._marks[-1]
        self._marks[-1] = given = replace(mark, partner=next_owner(mark.partner))
        self._save(given)
        return given

    def _save(self, mark: Mark) -> None:
        self._keep(partial(self._store.put, self._live.session.id, mark))
