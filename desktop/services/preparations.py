"""Preparing sessions beforehand."""

from collections.abc import Sequence
from uuid import uuid4

import msgspec

from desktop.domain.flow.events import PlannedExercise
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import Clock, Couples, Preparations
from desktop.domain.preparation import Preparation


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A preparation with its couple, as a list shows it."""

    preparation: Preparation
    couple: Couple


class PreparationService:
    """The prepared sessions of a vault. What begins from one deletes it: see ``Plan.prepared``."""

    def __init__(self, preparations: Preparations, couples: Couples, clock: Clock) -> None:
        self._preparations = preparations
        self._couples = couples
        self._clock = clock

    def keep(
        self,
        *,
        couple_id: str,
        topic: str,
        exercises: Sequence[PlannedExercise],
        first: Partner,
        changes: str | None = None,
    ) -> Preparation:
        """Keep a session for later; ``changes`` is the id of an earlier one that it replaces.

        Raises:
            NotFoundError: there is no such couple.
        """
        preparation = Preparation(
            id=changes or uuid4().hex,
            couple_id=couple_id,
            topic=topic,
            exercises=tuple(exercises),
            first=first,
            kept_at=self._clock.wall(),
        )
        self._preparations.keep(preparation)
        return preparation

    def all(self) -> Sequence[Prepared]:
        """All prepared sessions, the one kept first at the beginning."""
        return [
            Prepared(preparation=one, couple=self._couples.get(one.couple_id))
            for one in self._preparations.all()
        ]

    def one(self, preparation_id: str) -> Prepared:
        """One prepared session. Raises NotFoundError."""
        found = self._preparations.get(preparation_id)
        return Prepared(preparation=found, couple=self._couples.get(found.couple_id))

    def remove(self, preparation_id: str) -> Preparation:
        """Forget one; what is returned can be put back. Raises NotFoundError."""
        removed = self._preparations.get(preparation_id)
        self._preparations.remove(preparation_id)
        return removed

    def put_back(self, preparation: Preparation) -> None:
        """Keep again what was removed."""
        self._preparations.keep(preparation)
