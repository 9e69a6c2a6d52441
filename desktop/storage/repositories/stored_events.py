"""Events as the record file holds them: their kinds and payloads."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import msgspec

from desktop.domain.errors import NewerVaultError
from desktop.domain.flow.events import AnyEvent, Event, decode


def tags_of(kinds: Iterable[type[Event]]) -> list[str]:
    """The names under which events of these kinds are stored."""
    return [str(kind.__struct_config__.tag) for kind in kinds]


def decoded(payloads: Iterable[Any]) -> list[AnyEvent]:
    """The stored events.

    Raises NewerVaultError: one of them has a form that this Turnstone does not know.
    """
    try:
        return [decode(payload) for payload in payloads]
    except msgspec.ValidationError:
        # The file is authenticated, so what can't be read was written, and not by us.
        raise NewerVaultError from None


def by_session(found: Iterable[Any]) -> Sequence[Sequence[AnyEvent]]:
    """The events of rows with ``session_id`` and ``payload``, a list for each session.

    The rows of a session come one after the other. Raises NewerVaultError.
    """
    return [
        decoded(row.payload for row in of_session)
        for _, of_session in groupby(found, key=lambda row: row.session_id)
    ]
